"""What cells are called."""

from collections.abc import Sequence

from flows.demand.groups import group_name
from flows.demand.pairing import schools_in
from flows.demand.plan import (
    AUDIENCE,
    END,
    GROUP_TOPIC,
    NOT_SAID,
    SCHOOL,
    SMILE,
    TOPIC,
    WAIT,
)
from flows.demand.words import Label
from flows.model import End
from flows.programme import Programme
from flows.screen import Line


def topic(cell: str) -> Line:
    """A topic, or that none was said."""
    return Line(f"topic-{cell.replace('_', '-')}")


def topic_of_group(cell: str) -> Line:
    """A topic of the one group that is told of."""
    return topic(cell.partition(":")[2])


def end(cell: str) -> Line:
    """How a request ended."""
    if cell == NOT_SAID:
        return Line("topic-not-said")
    told = {each.value for each in End}
    return Line(f"end-{cell}" if cell in told else f"bar-{cell}")


def wait(cell: str) -> Line:
    """A bin of days."""
    return Line("bar-wait", {"days": cell})


def smile(cell: str) -> Line:
    """A question and its answer."""
    asked, answer = cell.split(":")
    values = {"question": Line(f"bar-{asked}"), "smile": Line(f"bar-{answer}")}
    return Line("bar-smile", values)


def audience(cell: str) -> Line:
    """In which role."""
    return Line(f"bar-{cell}")


def together(names: Sequence[str]) -> Line:
    """One name, or those of schools that share a number."""
    first, *rest = names
    if not rest:
        return Line("digest-name", {"name": first})
    return Line("digest-together", {"first": first, "rest": together(rest)})


def label_of(by: tuple[str, ...], programme: Programme) -> Label:
    """What the cells of a table are called; groups by the part before their topic."""

    def school(cell: str) -> Line:
        known = {each: programme.school(each) for each in schools_in(cell)}
        return together([found.name if found else each for each, found in known.items()])

    def group(cell: str) -> Line:
        return Line("digest-name", {"name": group_name(cell.partition(":")[0], programme)})

    own = {SCHOOL: school, GROUP_TOPIC: group}
    fixed: dict[tuple[str, ...], Label] = {
        TOPIC: topic,
        END: end,
        WAIT: wait,
        SMILE: smile,
        AUDIENCE: audience,
    }
    return own.get(by) or fixed[by]
