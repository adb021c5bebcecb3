"""Which schools share a number: by their pupils alone, each school once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.demand.laying import read, written
from flows.demand.lint import plan_notes
from flows.demand.pairing import ENOUGH, paired, schools_in
from flows.model import SchoolId
from flows.programme import DigestGroup, DigestPlan, Programme
from tests.ports import demo_programme

NAMES = "abcdefghij"


def town(*pupils: int | None, groups: tuple[str, ...] = ()) -> Programme:
    """Schools a, b, c … with so many pupils."""
    one, demo = demo_programme().schools[0], demo_programme()
    schools = tuple(
        one.model_copy(update={"id": SchoolId(name), "pupils": n})
        for name, n in zip(NAMES, pupils, strict=False)
    )
    named = tuple(DigestGroup(id=each[0], name=each, schools=tuple(each)) for each in groups)  # type: ignore[arg-type]
    changes = {"schools": schools, "schedules": (), "digest": DigestPlan(groups=named)}
    return demo.model_copy(update=changes)


def cells(programme: Programme) -> list[str]:
    return ["".join(each) for each in paired(programme)]


@pytest.mark.parametrize(
    ("pupils", "expected"),
    [
        ((100, 60, 80), ["a", "b", "c"]),
        ((None, None, None), ["a", "b", "c"]),
        ((100, 59, 80), ["a", "bc"]),
        ((80, 59, 80), ["ab", "c"]),
        ((10, 10, 200, 90), ["ad", "bc"]),
        ((30, 40, 50, 200), ["ab", "cd"]),
        ((30, 40, 50), ["abc"]),
        ((100, 10, None), ["ab", "c"]),
        ((None, 10, None), ["ab", "c"]),
        ((10, 10, 10, 10), ["ab", "cd"]),
        ((0, 70, 80), ["ab", "c"]),
        ((5,), ["a"]),
    ],
)
def test_a_small_school_goes_with_the_smallest_that_makes_enough(
    pupils: tuple[int | None, ...], expected: list[str]
) -> None:
    assert cells(town(*pupils)) == expected


def test_it_stays_in_its_group_where_that_makes_enough() -> None:
    pupils = (40, 90, 95, 70, 75, 80)
    assert cells(town(*pupils)) == ["ad", "b", "c", "e", "f"]
    assert cells(town(*pupils, groups=("abc", "def"))) == ["ab", "c", "d", "e", "f"]


@given(st.lists(st.none() | st.integers(0, 200), min_size=1, max_size=10))
def test_every_school_is_in_one_cell_and_few_are_left_small(pupils: list[int | None]) -> None:
    programme = town(*pupils)
    size = {each.id: each.pupils for each in programme.schools}
    found = paired(programme)
    held = Counter(each for cell in found for each in cell)
    assert held == Counter(size.keys())
    assert all(len(cell) <= 3 for cell in found)
    alone = [size[cell[0]] for cell in found if len(cell) == 1]
    assert len(pupils) == 1 or all(n is None or n >= ENOUGH for n in alone)


def test_a_plan_keeps_who_shares_until_it_is_over() -> None:
    kept = read("2026-W48", written(town(100, 40, 80)))
    assert kept.cell_of(SchoolId("c")) == kept.cell_of(SchoolId("b")) == "b+c"
    assert schools_in("b+c") == ("b", "c")
    assert kept.cell_of(SchoolId("d")) is None


def test_check_says_who_shares_and_of_whom_it_is_not_known() -> None:
    assert [what for _, what, _ in plan_notes(town(100, 40, None))][1:] == [
        "a and b share one number, for a school under 60 pupils",
        "pupils is not said of c",
    ]
    assert len(list(plan_notes(town(100, 40)))) == 1
