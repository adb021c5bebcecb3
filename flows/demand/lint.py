"""What a plan may never be, whatever the config says: pure.

A finding is the place in [digest] and two half sentences: what is so there, what to do about it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from flows.demand.groups import LEAST, groups_of
from flows.demand.laying import named_plan
from flows.demand.pairing import ENOUGH, paired
from flows.demand.periods import BLOCK_WEEKS
from flows.demand.plan import CELLS, GROUP_TOPIC, PRESETS, SCHOOL, Plan, Table
from flows.programme import DigestPlan, Programme

Place = tuple[str | int, ...]
Found = tuple[Place, str, str]


def plan_faults(programme: Programme) -> Iterator[Found]:
    """Everything that makes a plan unfit: it would break the guarantee, or its cap."""
    digest = programme.digest
    yield from _tables(digest)
    yield from _groups(programme)
    plan = named_plan(digest)
    if plan.factor() > plan.cap:
        what = f"the factor of this plan is {float(plan.factor()):.2f}, its cap {float(plan.cap):g}"
        yield ("digest", "plan"), what, "take an alpha nearer to 1 in [[digest.tables]]"


def _tables(digest: DigestPlan) -> Iterator[Found]:
    known = {each.name: each for each in PRESETS[digest.plan].tables}
    for n, each in enumerate(digest.tables):
        place: Place = ("digest", "tables", n)
        base = known.get(each.name)
        by = each.by if each.by is not None else base.by if base else None
        if by is None or (each.alpha is None and base is None):
            missing = "by" if by is None else "alpha"
            what = f'the plan has no table "{each.name}", and {missing} is not said'
            yield place, what, f"say {missing}, or name a table of the plan"
            continue
        if each.alpha is not None and not 0 < Fraction(each.alpha) < 1:
            yield (*place, "alpha"), f"{each.alpha} is not between 0 and 1", 'write "2/3"'
        yield from _cells(by, (*place, "by"))
        weeks = each.weeks or (base.weeks if base else 1)
        yield from _periods(weeks, each.every or weeks, place)
    yield from _twice(named_plan(digest))


def _cells(by: tuple[str, ...], place: Place) -> Iterator[Found]:
    if by in CELLS:
        return
    what = f"no table may tell apart {' x '.join(by) or 'nothing'}"
    if "school" in by and len(by) > 1:
        what = f"a table {' x '.join(by)} has cells of one or two persons"
    allowed = ", ".join(" x ".join(each) or "nothing" for each in CELLS)
    yield place, what, f"take one of {allowed}"


def _periods(weeks: int, every: int, place: Place) -> Iterator[Found]:
    if every != weeks:
        kind = "overlap" if every < weeks else "leave weeks out"
        what = f"periods of {weeks} weeks that begin every {every} weeks {kind}"
        yield (*place, "every"), what, "leave every out: one period follows on the other"
    if weeks > 1 and weeks % BLOCK_WEEKS:
        what = f"periods of {weeks} weeks do not end with the blocks of {BLOCK_WEEKS}"
        yield (*place, "weeks"), what, f"take 1 or a multiple of {BLOCK_WEEKS}"


def _twice(plan: Plan) -> Iterator[Found]:
    for by, times in Counter(each.by for each in plan.tables).items():
        if times > 1:
            what = f"two tables tell apart {' x '.join(by) or 'nothing'}"
            yield ("digest", "tables"), what, "keep one of them"
    lengths = [each.weeks for each in plan.tables]
    if any(max(lengths) % each for each in lengths):
        what = "the longest period does not end with each of the others"
        yield ("digest", "tables"), what, "take periods that fit into the longest one"


def _groups(programme: Programme) -> Iterator[Found]:
    """Each school in one group, each group of three or more."""
    groups = programme.digest.groups
    ids = {each.id for each in programme.schools}
    for n, each in enumerate(groups):
        place: Place = ("digest", "groups", n, "schools")
        if len(set(each.schools)) < LEAST:
            what = f'"{each.id}" has fewer than {LEAST} schools'
            yield place, what, "put them into another group"
        for school in each.schools:
            if school not in ids:
                yield place, f'none of the schools has the id "{school}"', "leave it out"
    held = Counter(str(school) for each in groups for school in each.schools)
    left = [each.id for each in programme.schools if not held[each.id]]
    if groups and left:
        what = f"in no group: {', '.join(left)}"
        yield ("digest", "groups"), what, "put each school into one group"
    yield from _double(held, "in a group already", "leave it out of one")
    yield from _double(Counter(each.id for each in groups), "the id of two groups", "rename one")


def _double(names: Mapping[str, int], what: str, remedy: str) -> Iterator[Found]:
    for name, times in names.items():
        if times > 1:
            yield ("digest", "groups"), f'"{name}" is {what}', remedy


def plan_notes(programme: Programme) -> Iterator[Found]:
    """What an operator may want to know about a plan that is fit."""
    schools, digest = len(programme.schools), programme.digest
    wide: list[Table] = [
        each for each in named_plan(digest).tables if each.by in {SCHOOL, GROUP_TOPIC}
    ]
    if not wide:
        return
    if schools < LEAST:
        names = " and ".join(each.name for each in wide)
        what = f"with fewer than {LEAST} schools {names} are left out"
        yield ("digest", "plan"), what, 'take "small", or add schools'
    elif schools < 2 * LEAST:
        what = f"with fewer than {2 * LEAST} schools all of them are one group"
        yield ("digest", "plan"), what, '"small" is made for so few'
    elif len(groups_of(programme)) == 1:
        what = "no groups are named, so topics are told for all schools together"
        yield ("digest",), what, f"name groups of {LEAST} schools or more in [[digest.groups]]"
    if schools >= LEAST and any(each.by == SCHOOL for each in wide):
        yield from _shared(programme)


def _shared(programme: Programme) -> Iterator[Found]:
    """Which schools share a number, and of which it is not known whether they should."""
    for cell in paired(programme):
        if len(cell) > 1:
            what = f"{' and '.join(cell)} share one number, for a school under {ENOUGH} pupils"
            yield ("digest", "plan"), what, "tell their coordinators beforehand"
    unsaid = [each.id for each in programme.schools if each.pupils is None]
    if unsaid:
        what = f"pupils is not said of {', '.join(unsaid)}"
        yield ("schools",), what, f"say pupils where there may be fewer than {ENOUGH}"
