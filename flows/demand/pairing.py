"""Small schools share one number with another: of a few pupils even a noisy count says much.

Which ones is decided by public data alone, the pupils of each school, and holds for a whole plan.
"""

from collections.abc import Mapping, Sequence

from flows.demand.groups import groups_of
from flows.model import SchoolId
from flows.programme import Programme

ENOUGH = 60
"""Pupils with whom a school has a number of its own."""
_TOGETHER = "+"

Schools = tuple[SchoolId, ...]


def schools_in(cell: str) -> Schools:
    """The schools that a cell counts together, in the order of the config."""
    return tuple(SchoolId(each) for each in cell.split(_TOGETHER))


def cells_of(programme: Programme) -> tuple[str, ...]:
    """The cells of a table of schools: each school in one, most of them alone."""
    return tuple(_TOGETHER.join(each) for each in paired(programme))


def paired(programme: Programme) -> list[Schools]:
    """Which schools are counted together, by the place of the first in the config.

    The smallest school under `ENOUGH` pupils goes with the smallest other that is still alone and
    makes them enough together, if there is one; of its own group, if there is one; and so on. A
    school whose pupils are not said is taken for large.
    """
    left: list[Schools] = [(each.id,) for each in programme.schools]
    pupils = {each.id: each.pupils for each in programme.schools}
    group = {each: name for name, held in groups_of(programme).items() for each in held}
    rank = {each.id: n for n, each in enumerate(programme.schools)}
    done: list[Schools] = []
    while left:
        first = min(left, key=lambda each: (_size(each, pupils), rank[each[0]]))
        left.remove(first)
        if _size(first, pupils) >= ENOUGH or not (left or done):
            done.append(first)
            continue
        others = left or done
        other = _partner(first, others, pupils, group)
        others.remove(other)
        done.append(tuple(sorted((*first, *other), key=rank.__getitem__)))
    return sorted(done, key=lambda each: rank[each[0]])


def _partner(
    school: Schools,
    others: Sequence[Schools],
    pupils: Mapping[SchoolId, int | None],
    group: Mapping[SchoolId, str],
) -> Schools:
    """The best of some others, the first of those that are equally good."""

    def rank(other: Schools) -> tuple[bool, bool, float]:
        size = _size(other, pupils)
        are_too_few = size + _size(school, pupils) < ENOUGH
        return are_too_few, group.get(school[0]) != group.get(other[0]), size

    return min(others, key=rank)


def _size(schools: Schools, pupils: Mapping[SchoolId, int | None]) -> float:
    known = [pupils[each] for each in schools]
    return sum(float("inf") if each is None else each for each in known)
