"""What is published, how strong its noise is, and which plans are refused."""

from fractions import Fraction

import pytest

from flows.demand.groups import groups_of, schools_of_provider
from flows.demand.laying import named_plan, read, written
from flows.demand.lint import plan_faults, plan_notes
from flows.demand.periods import monday_of
from flows.demand.plan import (
    CELLS,
    DEFAULT,
    END,
    GROUP_TOPIC,
    NOT_SAID,
    PRESETS,
    SCHOOL,
    SMALL,
    STRICT,
    TOPIC,
    WAIT,
    Plan,
    Table,
    wait_cell,
)
from flows.model import SchoolId, Topic
from flows.programme import DigestGroup, DigestPlan, DigestTable, Programme
from tests.ports import demo_programme

HALF = Fraction(1, 2)


def group(name: str, *schools: str) -> DigestGroup:
    """A group of the config."""
    return DigestGroup(id=name, name=name.title(), schools=tuple(map(SchoolId, schools)))


TWO_GROUPS = (
    group("oost", "linde", "vuurkever", "hamerslag"),
    group("west", "sluishuis", "kantelbrug", "zilverzand", "windkant"),
)


def programme(schools: int = 7, **digest: object) -> Programme:
    """The demo's, with its first schools only, all of them large, and another [digest]."""
    demo = demo_programme()
    large = tuple(each.model_copy(update={"pupils": 100}) for each in demo.schools[:schools])
    changes = {"digest": DigestPlan(**digest), "schools": large}  # type: ignore[arg-type]
    return demo.model_copy(update=changes)


def said(programme: Programme) -> list[str]:
    """What is refused, place and all."""
    return [f"{'.'.join(map(str, place))}: {what}" for place, what, _ in plan_faults(programme)]


def test_the_presets_have_the_factors_that_are_promised() -> None:
    ratios = ["3/2", "5/4", "2", "5/3", "6/5", "21/20", "5/4"]
    expected = Fraction(1)
    for each in ratios:
        expected *= Fraction(each)
    assert DEFAULT.factor() == expected == Fraction(315, 32)
    assert round(float(DEFAULT.factor()), 3) == 9.844
    assert STRICT.factor() <= Fraction(7, 2)
    assert SMALL.factor() == Fraction(625, 96)
    assert all(each.factor() <= each.cap for each in PRESETS.values())


def test_the_tables_have_the_cells_that_were_decided() -> None:
    assert CELLS[TOPIC] == (*(each.value for each in Topic), NOT_SAID)
    assert CELLS[END] == (
        "enough", "another", "care_team", "referral", "no_show", "cancelled", "nothing_free",
        "outside_hours", "worker_away", "not_said", "walked_in",
    )  # fmt: skip
    assert {len(CELLS[WAIT]), len(CELLS["question", "smile"])} == {5, 12}
    for each in CELLS.values():
        assert len(set(each)) == len(each)


def test_the_factor_is_the_product_over_the_tables() -> None:
    plan = Plan("p", (Table("A", TOPIC, Fraction(2, 3)), Table("B", SCHOOL, HALF)))
    assert plan.factor() == 3
    assert Plan("none", ()).factor() == 1


@pytest.mark.parametrize(
    ("alpha", "n", "apart"),
    [("2/3", 7, 10), ("1/2", 4, 6), ("1/100", 0, 0), ("9/10", 28, 39), ("20/21", 61, 84)],
)
def test_95_percent_of_the_noise_lies_within_and_less_would_not_do(
    alpha: str, n: int, apart: int
) -> None:
    table = Table("T", TOPIC, Fraction(alpha), cells=("a",))

    assert table.within() == n
    assert table.difference() == apart
    assert _mass(table.alpha, n) >= Fraction(95, 100)
    assert n == 0 or _mass(table.alpha, n - 1) < Fraction(95, 100)
    assert _apart(float(table.alpha), apart) >= 0.95
    assert apart == 0 or _apart(float(table.alpha), apart - 1) < 0.95


def _mass(alpha: Fraction, n: int) -> Fraction:
    """P(-n <= Z <= n), summed cell by cell."""
    at_zero = (1 - alpha) / (1 + alpha)
    return at_zero + 2 * sum((at_zero * alpha**z for z in range(1, n + 1)), start=Fraction(0))


def _apart(alpha: float, n: int) -> float:
    """P(-n <= Z1 - Z2 <= n), by adding up pairs."""
    chance = {z: (1 - alpha) / (1 + alpha) * alpha ** abs(z) for z in range(-600, 601)}
    return sum(p * sum(chance.get(z + d, 0.0) for d in range(-n, n + 1)) for z, p in chance.items())


def test_the_sum_of_all_cells_spreads_less_than_the_sum_of_their_spreads() -> None:
    topics = DEFAULT.tables[0]
    assert topics.total_within() == 21
    assert topics.total_within(2) == 29
    assert topics.within() < topics.total_within() < len(topics.cells) * topics.within()


@pytest.mark.parametrize(
    ("days", "cell"),
    [(0, "0-1"), (1, "0-1"), (2, "2-3"), (7, "4-7"), (8, "8-14"), (15, "15+"), (99, "15+")],
)
def test_days_have_a_bin(days: int, cell: str) -> None:
    assert wait_cell(days) == cell


# Groups, and the way from the config to the plan and back


def test_a_plan_that_is_kept_reads_back_with_its_cells() -> None:
    kept = read("2026-W48", written(programme(groups=TWO_GROUPS)))

    assert [each.name for each in kept.plan.tables] == ["W1", "W2", "B1", "B2", "B3", "B4", "B5"]
    assert kept.plan.factor() == DEFAULT.factor()
    schools, groups = kept.plan.table(*SCHOOL), kept.plan.table(*GROUP_TOPIC)
    assert schools is not None
    assert groups is not None
    assert schools.cells == tuple(each.id for each in demo_programme().schools)
    assert groups.cells[:2] == ("oost:home", "oost:feelings")
    assert len(groups.cells) == 2 * 9
    assert kept.group_of(SchoolId("windkant")) == "west"
    assert kept.group_of(SchoolId("new")) is None


def test_a_first_block_begins_with_the_plan() -> None:
    kept = read("2026-W50", written(programme()))
    schools = kept.plan.table(*SCHOOL)
    assert schools is not None

    assert kept.period(schools, monday_of("2026-W52")) == "2026-W50"
    assert kept.period(schools, monday_of("2027-W01")) == "2027-W01"


@pytest.mark.parametrize(("schools", "groups"), [(1, 0), (2, 0), (3, 1), (5, 1), (7, 2)])
def test_few_schools_make_one_group_and_two_make_none(schools: int, groups: int) -> None:
    named = TWO_GROUPS if schools == 7 else ()
    small = programme(schools, groups=named)

    assert len(groups_of(small)) == groups
    tables = {each.by for each in read("2026-W48", written(small)).plan.tables}
    assert (SCHOOL in tables) is (GROUP_TOPIC in tables) is (groups > 0)
    assert not list(plan_faults(small))
    assert bool(list(plan_notes(small))) is (schools < 7)


def test_a_programme_without_groups_is_told_so() -> None:
    [(place, what, _)] = plan_notes(programme())
    assert (place, what[:19]) == (("digest",), "no groups are named")
    assert not list(plan_notes(programme(3, plan="small")))


def test_the_schools_of_a_provider_are_those_with_its_hours() -> None:
    assert "linde" in schools_of_provider("zeilvast", demo_programme())
    assert schools_of_provider("nobody", demo_programme()) == []


# What is refused: T10 of the attacks


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ([{"name": "B1", "alpha": "1/9"}], "the factor of this plan is 44.30, its cap 10"),
        (
            [{"name": "X1", "by": ("school", "topic"), "alpha": "9/10"}],
            "school x topic has cells of",
        ),
        ([{"name": "X1", "by": ("topic", "audience"), "alpha": "9/10"}], "no table may tell apart"),
        ([{"name": "X1", "by": ("school", "audience"), "alpha": "9/10"}], "school x audience has"),
        ([{"name": "X1", "by": ("topic",)}], "alpha is not said"),
        ([{"name": "X1", "alpha": "1/2"}], "by is not said"),
        ([{"name": "B1", "alpha": "3/2"}], "3/2 is not between 0 and 1"),
        ([{"name": "B1", "alpha": "2/2"}], "2/2 is not between 0 and 1"),
        ([{"name": "B1", "every": 1}], "periods of 6 weeks that begin every 1 weeks overlap"),
        ([{"name": "W1", "weeks": 4, "every": 1}], "periods of 4 weeks that begin every 1 weeks"),
        ([{"name": "W1", "every": 2}], "leave weeks out"),
        ([{"name": "B1", "weeks": 4}], "periods of 4 weeks do not end with the blocks of 6"),
        ([{"name": "B1", "weeks": 12}, {"name": "B2", "weeks": 18}], "the longest period does not"),
        ([{"name": "X1", "by": ("topic",), "alpha": "99/100"}], "two tables tell apart topic"),
    ],
)
def test_a_plan_that_breaks_the_guarantee_is_refused(
    tables: list[dict[str, object]], fault: str
) -> None:
    own = tuple(DigestTable.model_validate(each) for each in tables)
    assert any(fault in each for each in said(programme(tables=own))), said(programme(tables=own))


@pytest.mark.parametrize(
    ("groups", "fault"),
    [
        ([("a", ("linde", "windkant"))], '"a" has fewer than 3 schools'),
        ([("a", ("linde", "linde", "windkant"))], '"a" has fewer than 3 schools'),
        ([("a", ("linde", "windkant", "gone"))], 'none of the schools has the id "gone"'),
        ([("a", ("linde", "windkant", "sluishuis"))], "in no group: vuurkever, hamerslag"),
        (
            [(each, ("linde", "windkant", "sluishuis")) for each in "ab"],
            '"linde" is in a group already',
        ),
        ([("a", ("linde", "windkant", "sluishuis"))] * 2, '"a" is the id of two groups'),
    ],
)
def test_groups_are_a_partition_into_three_or_more(
    groups: list[tuple[str, tuple[str, ...]]], fault: str
) -> None:
    named = tuple(group(name, *held) for name, held in groups)
    assert any(fault in each for each in said(programme(groups=named))), said(
        programme(groups=named)
    )


@pytest.mark.parametrize("plan", PRESETS)
def test_every_preset_is_fit_and_takes_more_noise(plan: str) -> None:
    assert said(programme(plan=plan, groups=TWO_GROUPS)) == []
    first = PRESETS[plan].tables[0].name
    milder = (DigestTable(name=first, alpha="19/20"),)
    assert said(programme(plan=plan, groups=TWO_GROUPS, tables=milder)) == []
    other = named_plan(DigestPlan(plan=plan, tables=milder))  # type: ignore[arg-type]
    assert other.name == f"{plan}*"
    assert other.factor() < PRESETS[plan].factor()
