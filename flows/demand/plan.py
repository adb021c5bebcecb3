"""What is published: fixed tables of disjoint cells, each with the strength of its noise.

A table is published once a period. `alpha` is the parameter of the two-sided geometric noise,
P(Z = z) = (1 - alpha) / (1 + alpha) * alpha ** |z|; one person-week changes the odds of what is
published by at most 1 / alpha.

Source: Ghosh, Roughgarden, Sundararajan 2009, "Universally utility-maximizing privacy mechanisms".
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import ceil, prod, sqrt
from zoneinfo import ZoneInfo

from flows.model import Audience, End, Question, Smile, Topic

NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: a name, its cells from top to bottom, its noise, its period in weeks."""

    name: str
    cells: tuple[str, ...]
    alpha: Fraction
    weeks: int = 1

    def within(self) -> int:
        """The smallest n for which 95 % of the noise of one cell lies within plus or minus n."""
        n = 0
        while 2 * self.alpha ** (n + 1) / (1 + self.alpha) > Fraction(1, 20):
            n += 1
        return n

    def total_within(self) -> int:
        """The same for the sum of all cells, by its standard deviation (95 % is 1.96 of them)."""
        variance = 2 * self.alpha / (1 - self.alpha) ** 2
        return ceil(1.96 * sqrt(len(self.cells) * variance))


@dataclass(frozen=True, slots=True)
class Plan:
    """All tables that are ever published."""

    tables: tuple[Table, ...]

    def factor(self) -> Fraction:
        """By how much all that is published can move anybody's odds about one person-week."""
        return prod((1 / table.alpha for table in self.tables), start=Fraction(1))


def rating_cell(question: Question, smile: Smile) -> str:
    """The cell of an answer."""
    return f"{question.value}:{smile.value}"


NO_SHOW = "no_show"
BLOCK_WEEKS = 6
TOPICS = Table("W1", (*(each.value for each in Topic), NOT_SAID), Fraction(2, 3))
AUDIENCES = Table("W2", tuple(each.value for each in Audience), Fraction(4, 5))
ENDS = Table("B3", (*(each.value for each in End), NO_SHOW), Fraction(5, 6), BLOCK_WEEKS)
RATINGS = Table(
    "B5",
    tuple(rating_cell(question, smile) for question in Question for smile in Smile),
    Fraction(4, 5),
    BLOCK_WEEKS,
)
PLAN = Plan((TOPICS, AUDIENCES, ENDS, RATINGS))
_FIRST_MONDAY = date(2026, 8, 31)
"""Blocks of weeks are counted from the Monday of a school year's beginning."""


def week_of(at: datetime, zone: ZoneInfo) -> str:
    """The ISO 8601 week of a moment on the wall, such as 2026-W47."""
    return week_name(at.astimezone(zone).date())


def week_name(on: date) -> str:
    """The ISO 8601 week of a date."""
    year, week, _ = on.isocalendar()
    return f"{year}-W{week:02}"


def period_of(table: Table, at: datetime, zone: ZoneInfo) -> str:
    """The period of a table that a moment falls into: the name of its first week."""
    return week_name(_begin(table, at.astimezone(zone).date()))


def _begin(table: Table, on: date) -> date:
    monday = on - timedelta(days=on.weekday())
    return monday - (monday - _FIRST_MONDAY) // timedelta(weeks=1) % table.weeks * timedelta(
        weeks=1
    )


def monday_of(week: str) -> date:
    """The Monday with which an ISO week begins.

    Raises:
        ValueError: Not written as 2026-W47, or no such week.
    """
    on = datetime.strptime(f"{week}-1", "%G-W%V-%u").date()  # noqa: DTZ007  a date, no moment
    if week_name(on) != week:
        raise ValueError(f"there is no week {week}")
    return on


def last_whole_period(table: Table, now: datetime, hour: time, zone: ZoneInfo) -> str:
    """The newest period that may be published: the Monday after it has reached the hour.

    Args:
        table: Whose periods.
        now: Aware.
        hour: On the wall, at which a period is published.
        zone: Of the wall.
    """
    wall = now.astimezone(zone)
    begin = _begin(table, wall.date())
    reached = wall.date() > begin or wall.time() >= hour
    return week_name(begin - (1 if reached else 2) * timedelta(weeks=table.weeks))


def last_whole_week(now: datetime, hour: time, zone: ZoneInfo) -> str:
    """The newest week that may be published."""
    return last_whole_period(TOPICS, now, hour, zone)


def publishing_moment(table: Table, period: str, hour: time, zone: ZoneInfo) -> datetime:
    """When a period is published: the Monday after it, at the hour."""
    return datetime.combine(monday_of(period) + timedelta(weeks=table.weeks), hour, zone)
