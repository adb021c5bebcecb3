"""What is published: fixed tables of disjoint cells, each with the strength of its noise.

A table is published once a period. `alpha` is the parameter of the two-sided geometric noise,
P(Z = z) = (1 - alpha) / (1 + alpha) * alpha ** |z|; one person-week changes the odds of what is
published by at most 1 / alpha. docs/digest.md has the proof.

Source: Ghosh, Roughgarden, Sundararajan 2009, "Universally utility-maximizing privacy mechanisms".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, prod, sqrt

from flows.demand.periods import BLOCK_WEEKS, HALF_YEAR_WEEKS
from flows.model import Audience, End, Page, Question, Smile, Topic, Unmet

NOT_SAID = "not_said"
CANCELLED = "cancelled"
WALKED_IN = "walked_in"
"""The end of who came without a booking: an event of its own, so no person-week has it."""
NO_SHOW = "no_show"
WORKER_AWAY = Unmet.WORKER_AWAY.value
WAITS = {"0-1": 1, "2-3": 3, "4-7": 7, "8-14": 14, "15+": None}
"""Bins of days from request to talk, each with its last day."""

TOTAL: tuple[str, ...] = ()
TOPIC = ("topic",)
AUDIENCE = ("audience",)
SCHOOL = ("school",)
GROUP_TOPIC = ("group", "topic")
END = ("end",)
WAIT = ("wait",)
SMILE = ("question", "smile")


PARTS: Mapping[Page, tuple[str, ...]] = {
    Page.SCHOOL: SCHOOL,
    Page.GROUP: GROUP_TOPIC,
    Page.TOPIC: TOPIC,
    Page.END: END,
    Page.WAIT: WAIT,
    Page.SMILE: SMILE,
}


def rating_cell(question: Question, smile: Smile) -> str:
    """The cell of an answer."""
    return f"{question.value}:{smile.value}"


def wait_cell(days: int) -> str:
    """The bin of so many days from request to talk."""
    return next(cell for cell, last in WAITS.items() if last is None or days <= last)


def group_cell(group: str, topic: str) -> str:
    """The cell of a topic in a group of schools."""
    return f"{group}:{topic}"


CELLS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    TOTAL: ("all",),
    TOPIC: (*(each.value for each in Topic), NOT_SAID),
    AUDIENCE: tuple(each.value for each in Audience),
    SCHOOL: (),
    GROUP_TOPIC: (),
    END: (
        *(each.value for each in End),
        NO_SHOW,
        CANCELLED,
        *(each.value for each in Unmet),
        NOT_SAID,
        WALKED_IN,
    ),
    WAIT: tuple(WAITS),
    SMILE: tuple(rating_cell(question, smile) for question in Question for smile in Smile),
}
"""What can be counted, and its cells; those of schools and groups are the programme's."""


@dataclass(frozen=True, slots=True)
class Table:
    """One published table.

    Attributes:
        name: Of its own in the plan.
        by: What its cells tell apart, one of `CELLS`.
        alpha: Strength of its noise, 0 < alpha < 1.
        weeks: Length of its period.
        cells: From top to bottom.
        every: Weeks from the beginning of one period to that of the next; 0 for `weeks`.
    """

    name: str
    by: tuple[str, ...]
    alpha: Fraction
    weeks: int = 1
    cells: tuple[str, ...] = ()
    every: int = 0

    def within(self) -> int:
        """The smallest n for which 95 % of the noise of one cell lies within plus or minus n."""
        return _within(self.alpha)

    def difference(self) -> int:
        """The smallest n for which 95 % of the noise of a difference of two cells does."""
        return _difference(self.alpha)

    def total_within(self, sums: int = 1) -> int:
        """The same for the sum of all cells, or a sum or difference of so many such sums.

        By its standard deviation (95 % is 1.96 of them).
        """
        return ceil(1.96 * sqrt(sums * len(self.cells) * self.variance()))

    def variance(self) -> Fraction:
        """Of the noise of one cell."""
        return 2 * self.alpha / (1 - self.alpha) ** 2

    def error(self) -> Fraction:
        """The mean absolute error of one cell."""
        return 2 * self.alpha / (1 - self.alpha**2)


@lru_cache(maxsize=64)
def _within(alpha: Fraction) -> int:
    n = 0
    while 2 * alpha ** (n + 1) / (1 + alpha) > Fraction(1, 20):
        n += 1
    return n


@lru_cache(maxsize=64)
def _difference(alpha: Fraction) -> int:
    """P(|Z1 - Z2| = d) by hand: for two-sided geometric noise it is at_zero**2 a**d (d + 1 + s).

    Here s = 2 a**2 / (1 - a**2), the two tails beyond both ends.
    """
    at_zero = float((1 - alpha) / (1 + alpha))
    a = float(alpha)
    tails = 2 * a * a / (1 - a * a)
    inside, n = at_zero**2 * (1 + tails), 0
    while inside < 0.95:  # noqa: PLR2004
        n += 1
        inside += 2 * at_zero**2 * a**n * (n + 1 + tails)
    return n


@dataclass(frozen=True, slots=True)
class Plan:
    """All tables that are ever published, and how large their factor may be."""

    name: str
    tables: tuple[Table, ...]
    cap: Fraction = Fraction(10)

    def factor(self) -> Fraction:
        """By how much all that is published can move anybody's odds about one person-week."""
        return prod((1 / table.alpha for table in self.tables), start=Fraction(1))

    def table(self, *by: str) -> Table | None:
        """The table that tells this apart; None when the plan has none."""
        return next((each for each in self.tables if each.by == by), None)

    @property
    def weeks(self) -> int:
        """Of the longest period: all others end with it, too."""
        return max((each.weeks for each in self.tables), default=1)

    @property
    def beat(self) -> int:
        """Of the shortest period: so often there is something to tell."""
        return min((each.weeks for each in self.tables), default=1)


def _table(name: str, by: tuple[str, ...], alpha: str, weeks: int) -> Table:
    return Table(name, by, Fraction(alpha), weeks, CELLS[by])


def _wide(alphas: tuple[str, ...], name: str, cap: Fraction) -> Plan:
    topic, audience, school, group, end, wait, smile = alphas
    tables = (
        _table("W1", TOPIC, topic, 1),
        _table("W2", AUDIENCE, audience, 1),
        _table("B1", SCHOOL, school, BLOCK_WEEKS),
        _table("B2", GROUP_TOPIC, group, BLOCK_WEEKS),
        _table("B3", END, end, BLOCK_WEEKS),
        _table("B4", WAIT, wait, BLOCK_WEEKS),
        _table("B5", SMILE, smile, BLOCK_WEEKS),
    )
    return Plan(name, tables, cap)


DEFAULT = _wide(("2/3", "4/5", "1/2", "3/5", "5/6", "20/21", "4/5"), "default", Fraction(10))
"""Factor 9.844."""
STRICT = _wide(("3/4", "9/10", "2/3", "3/4", "19/20", "19/20", "19/20"), "strict", Fraction(7, 2))
"""Factor 3.46."""
SMALL = Plan(
    "small",
    (
        _table("S1", TOTAL, "3/5", BLOCK_WEEKS),
        _table("S2", AUDIENCE, "2/3", BLOCK_WEEKS),
        _table("S3", TOPIC, "2/3", HALF_YEAR_WEEKS),
        _table("S4", END, "4/5", HALF_YEAR_WEEKS),
        _table("S5", WAIT, "9/10", HALF_YEAR_WEEKS),
        _table("S6", SMILE, "4/5", HALF_YEAR_WEEKS),
    ),
)
"""For a pilot of fewer than six schools; factor 6.51."""
PRESETS: Mapping[str, Plan] = {each.name: each for each in (DEFAULT, STRICT, SMALL)}
