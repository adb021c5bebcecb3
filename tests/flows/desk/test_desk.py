"""What a worker does and sees: "I am here", the day, one talk, the number to call."""

from datetime import date, timedelta

import pytest

from flows.desk.talks import TALKS_SHOWN, day
from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    NoticeKind,
    Role,
    SchoolId,
    Span,
    Status,
    WorkerId,
)
from flows.programme import ref_of
from flows.staff_steps import Ban, CancelSure, Day, DeskWeek, Gone, Here, News, Number, Talk
from flows.steps import Cancel, Home
from tests.flows.place import LINDE, TEN, Place, note, texts_of, title
from tests.ports import demo_programme
from tests.town import TUESDAY

TODAY = TUESDAY.date()
MINUTE = timedelta(minutes=1)
NUMBER = "0612345678"


async def test_i_am_here_is_said_once_and_seen_by_everybody(place: Place) -> None:
    fatima, noor = await place.staff("Fatima", Role.WORKER, "fatima"), await place.visitor("Noor")
    assert isinstance((await fatima.presses(Home())).screen.actions[0].step, Here)

    said = await fatima.presses(Here(LINDE, TODAY))

    assert (note(said), title(said)) == ("note-here", "desk-title")
    assert not [each for each in said.screen.actions if isinstance(each.step, Here)]
    assert "desk-is-here" in texts_of(said)
    assert "today-confirmed-during" in texts_of(await noor.presses(Home()))


async def test_cards_of_today_at_this_school_that_are_not_over_change(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor, sam, yusuf = [await place.visitor(each) for each in ("Noor", "Sam", "Yusuf")]
    await place.booked(noor, TUESDAY + 10 * MINUTE)
    now = await place.booked(sam)
    await place.booked(yusuf, TEN + timedelta(days=7))
    place.clock.now = TEN

    await fatima.presses(Here(LINDE, TODAY))
    await fatima.presses(Here(LINDE, TODAY))

    changes = [each for each in await place.rows("notice") if each["kind"] is NoticeKind.CARD]
    assert [(each["appointment"], each["version"]) for each in changes] == [(now, 1)]


@pytest.mark.parametrize(
    ("school", "on"),
    [
        pytest.param("linde", TODAY + timedelta(days=1), id="tomorrow's button"),
        pytest.param("linde", TODAY - timedelta(days=7), id="last week's button"),
        pytest.param("vuurkever", TODAY, id="a school of another day"),
        pytest.param("windkant", TODAY, id="a school of somebody else"),
        pytest.param("gone", TODAY, id="a school that left"),
    ],
)
async def test_a_worker_is_here_only_where_hours_are_today(
    place: Place, school: str, on: date
) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    answer = await fatima.presses(Here(ref_of(school), on))

    assert note(answer) == "refused-stale"
    assert await place.rows("presence") == []


async def test_without_hours_today_there_is_nothing_to_confirm(place: Place) -> None:
    mike = await place.staff("Mike", Role.WORKER, "mike")

    home = await mike.presses(Home())

    assert texts_of(home) == ["desk-title", "desk-off"]
    assert [each.step for each in home.screen.actions] == [DeskWeek(), Gone()]


async def test_a_worker_sees_the_own_talks_of_a_day_in_order(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam", Audience.PARENT)
    second = await place.booked(noor, TEN + 20 * MINUTE)
    first = await place.booked(sam)

    today = await fatima.presses(Day(TODAY))
    empty = await fatima.presses(Day(TODAY + timedelta(days=1)))

    assert [each.step for each in today.screen.choices] == [Talk(first), Talk(second)]
    assert [each.label.id for each in today.screen.choices] == [
        "talk-key-parent",
        "talk-key-pupil",
    ]
    assert (title(empty), empty.screen.choices) == ("day-empty", ())


def _talk(number: int, school: str = "linde") -> Appointment:
    span = Span(TEN + 20 * number * MINUTE, TEN + 20 * (number + 1) * MINUTE)
    return Appointment(
        AppointmentId(number), WorkerId("fatima"), SchoolId(school), span, Mode.SCHOOL,
        Audience.PUPIL, Status.BOOKED, 1, TUESDAY, TUESDAY,
    )  # fmt: skip


def test_more_than_eight_talks_are_counted_and_several_schools_named() -> None:
    talks = [_talk(n) for n in range(TALKS_SHOWN)]
    others = [_talk(9, "windkant"), _talk(10, "gone")]
    full = day(TODAY, [(each, "B2") for each in talks], demo_programme())
    more = day(TODAY, [(each, "B2") for each in [*talks, *others]], demo_programme())

    assert [each.id for each in full.lines] == ["day-title", *["day-row"] * TALKS_SHOWN]
    assert len(more.choices) == TALKS_SHOWN
    assert [(each.id, dict(each.args)) for each in more.lines[1 + TALKS_SHOWN :]] == [
        ("day-others", {"count": 2}),
        ("day-school", {"school": "De Linde"}),
        ("day-school", {"school": "De Windkant"}),
    ]


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        pytest.param(16 * MINUTE, False, id="sixteen minutes before"),
        pytest.param(15 * MINUTE, True, id="a quarter of an hour before"),
        pytest.param(-19 * MINUTE, True, id="near the end"),
        pytest.param(-20 * MINUTE, False, id="at the end"),
    ],
)
async def test_the_number_is_shown_around_the_talk_only(
    place: Place, before: timedelta, *, shown: bool
) -> None:
    fatima, noor = await place.staff("Fatima", Role.WORKER, "fatima"), await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)
    await noor.types(NUMBER)
    place.clock.now = TEN - before

    answer = await fatima.presses(Number(talk))
    offered = [each.step for each in (await fatima.presses(Talk(talk))).screen.actions]

    assert (title(answer) == "number-title") is shown
    assert (Number(talk) in offered) is shown


async def test_without_a_number_the_talk_says_so(place: Place) -> None:
    fatima, noor = await place.staff("Fatima", Role.WORKER, "fatima"), await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)

    answer = await fatima.presses(Number(talk))

    assert "talk-number-none" in texts_of(answer)
    assert [each.step for each in answer.screen.actions] == [CancelSure(talk, 1), Ban(talk)]


async def test_the_number_of_a_cancelled_talk_is_not_shown(place: Place) -> None:
    fatima, noor = await place.staff("Fatima", Role.WORKER, "fatima"), await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)
    await noor.types(NUMBER)
    place.clock.now = TEN - 10 * MINUTE
    assert title(await fatima.presses(Number(talk))) == "number-title"
    await noor.presses(Cancel(talk, 1))

    assert title(await fatima.presses(Number(talk))) == "talk-cancelled"


async def test_news_names_school_and_room_and_leads_to_the_day(place: Place) -> None:
    fatima, noor = await place.staff("Fatima", Role.WORKER, "fatima"), await place.visitor("Noor")
    talk = await place.booked(noor)

    told = await fatima.presses(News(talk, NoticeKind.BOOKED))

    assert texts_of(told) == ["news-booked", "card-when", "talk-at-room", "talk-who-pupil"]
    assert [each.step for each in told.screen.actions] == [Day(TODAY)]
    assert note(await fatima.presses(News(AppointmentId(1), NoticeKind.CANCELLED, TEN))) == (
        "refused-stale"
    )
