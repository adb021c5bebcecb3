"""Every action of staff leaves one line that names no client; nothing else leaves any."""

from datetime import timedelta

from flows.audit import ENTITIES
from flows.model import AbsenceId, AppointmentId, Audience, End, Mode, PlanKind, Role
from flows.packing import Do, LanguageCode
from flows.routes import DOS, Who
from flows.staff_steps import (
    Again,
    Ban,
    Came,
    Conclude,
    DoorBook,
    DoorCancel,
    DoorMove,
    Drop,
    Here,
    Invite,
    Late,
    Leave,
    Meet,
    Remove,
    Reopen,
    Return,
    Settle,
    Shut,
    TellDaily,
    Unban,
    Unblock,
    WalkIn,
)
from flows.steps import Book, Cancel, Enter, Restore, Sit, Speak
from tests.flows.place import JEROEN, LINDE, TEN, Place, note
from tests.ports import Account
from tests.town import TUESDAY

TODAY = TUESDAY.date()
NEXT_WEEK = TODAY + timedelta(days=7)
MINUTES = timedelta(minutes=1)
NINE = TUESDAY.replace(hour=9, minute=0)
NEXT_NINE = NINE + timedelta(days=7)
EIGHT, AN_HOUR = 8 * 12, 12

Line = tuple[str, str, str]


async def lines(place: Place) -> list[Line]:
    """The log without the moments: agent, action, entity."""
    async with place.store.reading() as work:
        found = await work.audit.since(TUESDAY - timedelta(days=1))
    return [(each.agent, each.action, each.entity) for each in found]


async def left_by(place: Place, account: Account, *steps: Do) -> list[Line]:
    """Press these one after another; each is done, and leaves one line."""
    before = len(await lines(place))
    for count, step in enumerate(steps, start=before + 1):
        answer = await account.presses(step)
        assert not str(note(answer)).startswith("refused"), (step, note(answer))
        assert len(await lines(place)) == count, step
    return (await lines(place))[before:]


async def other_talk(place: Place, known: AppointmentId) -> AppointmentId:
    """The only talk beside one."""
    [other] = [each["id"] for each in await place.rows("appointment") if each["id"] != known]
    return AppointmentId(other)


def test_what_staff_can_do_and_nothing_else_is_audited() -> None:
    staff = {step for step, (who, _, _) in DOS.items() if who not in {Who.ANYONE, Who.PERSON}}

    assert set(ENTITIES) == staff


async def test_what_a_worker_says_of_hours_leaves_a_line_each(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    said = await left_by(
        place, fatima, Here(LINDE, TODAY), Late(LINDE, TODAY, 10), Meet(LINDE, TODAY, 0),
        Leave(TEN, TEN + timedelta(hours=1)), Leave(TEN, TEN + timedelta(hours=1), JEROEN),
    )  # fmt: skip
    absence = next(e["id"] for e in await place.rows("absence") if e["worker"] == "fatima")
    said += await left_by(
        place, fatima, Return(AbsenceId(absence)), Shut(LINDE, TODAY), Reopen(LINDE, TODAY),
        Settle(PlanKind.BLOCK, None, None, NEXT_WEEK, 4, EIGHT, AN_HOUR),
        Drop(LINDE, NEXT_NINE, NEXT_NINE + timedelta(hours=3)),
    )  # fmt: skip
    [block] = await place.rows("hours_block")
    said += await left_by(place, fatima, Unblock(block["id"]), TellDaily(1), Sit(0), Sit(1))

    assert {agent for agent, _, _ in said} == {"worker fatima"}
    assert [(action, entity) for _, action, entity in said] == [
        ("here", "presence linde"),
        ("late", "presence linde"),
        ("meet", "presence linde"),
        ("leave", "absence"),
        ("leave", "absence jeroen"),
        ("return", "absence"),
        ("shut", "closing linde"),
        ("reopen", "closing linde"),
        ("settle", "hours"),
        ("drop", "hours linde"),
        ("unblock", "hours"),
        ("tell-daily", "desk"),
        ("sit", "desk"),
        ("sit", "desk"),
    ]


async def test_what_a_worker_does_at_the_door_leaves_a_line_each(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor = await place.visitor("Noor")
    mine = await place.booked(noor, TEN)

    said = await left_by(
        place, fatima, WalkIn(Audience.PUPIL),
        DoorBook(LINDE, TEN + 40 * MINUTES, Audience.PUPIL, Mode.SCHOOL),
    )  # fmt: skip
    slip = await other_talk(place, mine)
    said += await left_by(
        place, fatima, DoorMove(slip, 1, TEN + 20 * MINUTES, Mode.SCHOOL), DoorCancel(slip, 2)
    )
    place.clock.now = TEN + 21 * MINUTES
    said += await left_by(
        place, fatima, Came(mine, 1), Conclude(mine, End.ANOTHER),
        Again(mine, TEN + 60 * MINUTES), Ban(mine), Unban(mine),
    )  # fmt: skip

    assert said == [
        ("worker fatima", "walk-in", "walk-in"),
        ("worker fatima", "door-book", "talk linde"),
        ("worker fatima", "door-move", "talk"),
        ("worker fatima", "door-cancel", "talk"),
        ("worker fatima", "came", "talk"),
        ("worker fatima", "conclude", "talk"),
        ("worker fatima", "again", "talk"),
        ("worker fatima", "ban", "ban"),
        ("worker fatima", "unban", "ban"),
    ]
    assert not [row for row in await place.rows("audit") if str(mine) in str(row)]


async def test_a_coordinator_acts_as_one_and_a_link_says_who_took_it(place: Place) -> None:
    lotte = await place.staff("Lotte", Role.COORDINATOR, "lotte")
    await place.staff("Joris", Role.WORKER, "joris")
    before = len(await lines(place))
    worker = next(e for e in place.router.ports.programme.workers if e.id == "joris").ref

    await left_by(place, lotte, Invite(worker), Remove(worker), Sit(0))

    assert (await lines(place))[before:] == [
        ("coordinator lotte", "invite", "desk joris"),
        ("coordinator lotte", "remove", "desk joris"),
        ("coordinator lotte", "sit", "desk"),
    ]
    assert ("operator", "invite", "worker joris") in await lines(place)
    assert ("worker joris", "accept", "desk") in await lines(place)


async def test_what_pupils_and_parents_do_leaves_none(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    for step in (
        Cancel(talk, 1),
        Restore(talk, 2),
        Speak(LanguageCode("en")),
        Enter(Audience.PARENT),
    ):
        assert note(await noor.presses(step)) != "refused-stale"

    assert await lines(place) == []


async def test_a_worker_as_a_visitor_leaves_none(place: Place) -> None:
    account = await place.visitor("Fatima")
    async with place.store.work() as work:
        await work.people.join(await account.person(), Role.WORKER, "fatima", TUESDAY)
        await work.commit()

    await account.presses(Book(JEROEN, LINDE, TUESDAY.replace(hour=12, minute=30), Mode.SCHOOL))

    assert len(await place.rows("appointment")) == 1
    assert await lines(place) == []


async def test_what_is_refused_or_comes_twice_leaves_no_second_line(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    before = await lines(place)
    await fatima.presses(DoorCancel(AppointmentId(7), 1))
    assert await lines(place) == before

    for _ in range(2):
        await fatima.presses(Here(LINDE, TODAY), update=99)
    assert await lines(place) == [*before, ("worker fatima", "here", "presence linde")]
