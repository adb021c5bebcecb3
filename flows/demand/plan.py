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

from flows.model import Topic

NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Table:
    """One published table: a name, its cells from top to bottom, its noise."""

    name: str
    cells: tuple[str, ...]
    alpha: Fraction

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


TOPICS = Table("W1", (*(each.value for each in Topic), NOT_SAID), Fraction(2, 3))
WEEKLY = Plan((TOPICS,))


def week_of(at: datetime, zone: ZoneInfo) -> str:
    """The ISO 8601 week of a moment on the wall, such as 2026-W47."""
    return week_name(at.astimezone(zone).date())


def week_name(on: date) -> str:
    """The ISO 8601 week of a date."""
    year, week, _ = on.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(week: str) -> date:
    """The Monday with which an ISO week begins.

    Raises:
        ValueError: Not written as 2026-W47, or no such week.
    """
    on = datetime.strptime(f"{week}-1", "%G-W%V-%u").date()  # noqa: DTZ007  a date, no moment
    if week_name(on) != week:
        raise ValueError(f"there is no week {week}")
    return on


def last_whole_week(now: datetime, hour: time, zone: ZoneInfo) -> str:
    """The newest week that may be published: the Monday after it has reached the hour.

    Args:
        now: Aware.
        hour: On the wall, at which a week is published.
        zone: Of the wall.
    """
    wall = now.astimezone(zone)
    monday = wall.date() - timedelta(days=wall.weekday())
    reached = wall.date() > monday or wall.time() >= hour
    return week_name(monday - timedelta(days=7 if reached else 14))


def publishing_moment(week: str, hour: time, zone: ZoneInfo) -> datetime:
    """When a week is published: the Monday after it, at the hour."""
    return datetime.combine(monday_of(week) + timedelta(days=7), hour, zone)
