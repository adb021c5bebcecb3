"""Groups of schools whose topics are counted together: a partition of the programme's schools."""

from collections.abc import Mapping

from flows.model import SchoolId
from flows.programme import Programme

LEAST = 3
"""Schools of a group: a smaller one would be a table of a school or two."""
POOL = "all"
"""The one group of a programme that has no groups of its own."""


def groups_of(programme: Programme) -> Mapping[str, tuple[SchoolId, ...]]:
    """The schools of each group; none where there are fewer than three schools.

    Fewer than six make one group, and so do schools of which the config names no groups.
    """
    schools = tuple(each.id for each in programme.schools)
    if len(schools) < LEAST:
        return {}
    named = {each.id: each.schools for each in programme.digest.groups}
    if not named or len(schools) < 2 * LEAST:
        return {POOL: schools}
    return named


def group_name(group: str, programme: Programme) -> str:
    """What a group is called; the programme's name for the pool, its id for one that is gone."""
    named = {each.id: each.name for each in programme.digest.groups}
    return named.get(group) or (programme.about.name if group == POOL else group)


def schools_of_provider(provider: str, programme: Programme) -> list[SchoolId]:
    """Where workers of a provider have office hours, in the order of the config."""
    own = {each.id for each in programme.workers if each.provider == provider}
    there = {each.school for each in programme.schedules if each.worker in own}
    return [each.id for each in programme.schools if each.id in there]
