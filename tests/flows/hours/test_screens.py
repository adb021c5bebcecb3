"""Today and this week on days that are not like others: which texts, and in plain words."""

import re
from datetime import datetime

import pytest

from flows.hours.closures import Closed
from flows.hours.presence import presences
from flows.hours.rows import present, week_rows
from flows.model import Known, Mark, Mode, Opening, SchoolId, Span, WorkerId
from flows.screen import Clock, Line, Short
from flows.steps import Home, Week
from flows.texts import Texts
from tests.flows.hours.build import AMSTERDAM, TODAY
from tests.flows.place import Place, texts_of
from tests.ports import demo_programme

MOST_SENTENCES, MOST_WORDS = 5, 10
NEXT, FAR, UNKNOWN_NEXT = "today-next", "today-next-far", "today-next-unknown"

TODAYS = [
    ("linde", "2026-11-24T08:00", ["today-planned-before"] * 2 + ["today-walk-in"]),
    ("linde", "2026-11-28T08:00", ["today-none", NEXT]),
    ("linde", "2026-11-24T18:00", ["today-nobody", NEXT]),
    ("linde", "2027-04-27T08:00", ["today-closed", NEXT]),
    ("linde", "2027-01-19T08:00", ["today-building", "today-far"]),
    ("linde", "2027-01-19T13:00", ["today-closed", FAR]),
    ("linde", "2027-01-18T18:00", ["today-nobody", FAR]),
    ("vuurkever", "2027-02-01T08:00", ["today-closed", NEXT]),
    ("windkant", "2027-07-09T18:00", ["today-nobody", UNKNOWN_NEXT]),
    ("windkant", "2027-09-07T08:00", ["today-unknown"]),
]
WEEKS = [
    ("linde", "2026-12-21T08:00", "week-closed"),
    ("linde", "2027-01-18T08:00", "week-far"),
    ("windkant", "2027-09-07T08:00", "week-unknown"),
    ("windkant", "2025-05-05T08:00", "week-nobody"),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("school", "moment", "expected"), TODAYS)
async def test_today_says_why_and_when_again_in_plain_words(
    place: Place, school: str, moment: str, expected: list[str], language: str
) -> None:
    place.clock.now = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    noor = await place.visitor("Noor", school=school)
    answer = await noor.presses(Home())

    asked_elsewhere = "today-contacts" in texts_of(answer)
    said = [each for each in texts_of(answer) if not each.startswith("contact-")]
    assert said == ["today-title", *expected, *(["today-contacts"] if asked_elsewhere else [])]
    assert asked_elsewhere is not (expected[-1] in {"today-walk-in", "today-far"})
    _is_plain(answer.screen.lines, language)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("school", "moment", "expected"), WEEKS)
async def test_a_week_says_what_is_closed_and_what_is_not_known(
    place: Place, school: str, moment: str, expected: str, language: str
) -> None:
    place.clock.now = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    noor = await place.visitor("Noor", school=school)
    answer = await noor.presses(Week())

    assert expected in texts_of(answer)
    assert len({"week-nobody", "week-unknown"} & set(texts_of(answer))) <= 1
    if not {"week-row", "week-far"} & set(texts_of(answer)):
        assert "today-contacts" in texts_of(answer)
    _is_plain(answer.screen.lines, language)


async def test_a_whole_week_of_holidays_names_them_and_the_first_day_after(place: Place) -> None:
    place.clock.now = datetime(2027, 7, 19, 9, tzinfo=AMSTERDAM)
    noor = await place.visitor("Noor")
    answer = await noor.presses(Week())
    assert texts_of(answer)[:3] == ["week-title", "week-closed", NEXT]
    assert answer.screen.lines[2].args["at"] == datetime(2027, 8, 23, 9, tzinfo=AMSTERDAM)


def _is_plain(lines: tuple[Line, ...], language: str) -> None:
    texts = Texts([language], demo_programme().zone)
    said = [texts.say(language, each) for each in lines if not each.item]
    sentences = [one for each in said for one in re.split(r"(?<=[.?!])\s+", each) if one]
    assert len(sentences) <= MOST_SENTENCES
    assert all(len(re.findall(r"\w+", one)) <= MOST_WORDS for one in sentences), sentences


def opening(*modes: Mode) -> Opening:
    start = datetime(2026, 11, 25, 9, tzinfo=AMSTERDAM)
    span = Span(start, start.replace(hour=10))
    fatima, linde = WorkerId("fatima"), SchoolId("linde")
    return Opening(fatima, linde, None, "B2", span, 20, modes, bookable=True, walk_in=True)


@pytest.mark.parametrize(
    ("modes", "text", "ways"),
    [
        ([Mode.SCHOOL, Mode.PHONE], "week-row", None),
        ([Mode.PHONE], "week-far", "hours-way-phone"),
        ([Mode.VIDEO], "week-far", "hours-way-video"),
        ([Mode.PHONE, Mode.VIDEO], "week-far", "hours-way-both"),
    ],
)
def test_a_row_tells_how_one_can_talk_where_nobody_needs_to_come(
    modes: list[Mode], text: str, ways: str | None
) -> None:
    [row] = week_rows([(TODAY, opening(*modes))], {}, {WorkerId("fatima"): "Fatima"}, "nl")
    assert (row.id, row.args.get("ways")) == (text, Line(ways) if ways else None)
    assert ("room" in row.args) is (ways is None)


@pytest.mark.parametrize(
    ("modes", "known", "expected"),
    [
        ([Mode.SCHOOL], Known.PLANNED, "today-planned-before"),
        ([Mode.SCHOOL], Known.CONFIRMED, "today-confirmed-before"),
        ([Mode.SCHOOL], Known.LATE, "today-late"),
        ([Mode.SCHOOL], Known.AWAY, "today-away"),
        ([Mode.PHONE], Known.PLANNED, "today-far"),
        ([Mode.PHONE], Known.LATE, "today-far"),
        ([Mode.PHONE], Known.AWAY, "today-away"),
    ],
)
def test_what_a_worker_said_is_in_the_row_at_school_and_by_phone(
    modes: list[Mode], known: Known, expected: str
) -> None:
    held = opening(*modes)
    late = held.span.start.replace(minute=30)
    mark = Mark(held.worker, held.school, late.date(), known, late if known is Known.LATE else None)
    early = held.span.start.replace(hour=8)
    [row] = presences([held], [mark], early, AMSTERDAM)
    line = present(row, {held.worker: "Fatima"})
    assert line.id == expected
    if known is Known.LATE:
        assert line.args["start"] == Clock(late)
    assert ("room" in line.args) is (modes == [Mode.SCHOOL] and known is not Known.AWAY)


def test_closed_days_that_follow_each_other_are_one_row_over_the_weekend_too() -> None:
    autumn, spring = Closed("all", holiday="Herfstvakantie"), Closed("all", holiday="Meivakantie")
    days = {TODAY.replace(day=day): autumn for day in (19, 20, 21, 22, 23)}
    days |= {TODAY.replace(day=24): spring, TODAY.replace(day=26): spring}
    rows = week_rows([], days, {}, "nl")
    assert [each.args["day"] for each in rows] == [
        Line("week-days", {"first": Short(TODAY.replace(day=19)), "last": Short(TODAY)}),
        Short(TODAY.replace(day=24)),
        Short(TODAY.replace(day=26)),
    ]
