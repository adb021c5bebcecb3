"""The process was down: what is still of use arrives, what is past does not, and nothing twice."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from bot.jobs import Jobs
from flows.model import NoticeKind, NoticeState, Role
from storage.releasing import Releasing
from tests.bot.phones import Phone, Switchboard
from tests.town import TUESDAY

MINUTES = timedelta(minutes=1)
FRIDAY = TUESDAY.replace(day=27, hour=18, minute=0)
MONDAY = TUESDAY.replace(day=30, hour=9, minute=0)


def jobs(board: Switchboard) -> Jobs:
    """A process that starts now."""
    return Jobs(board.router.ports, Releasing(board.store.engine), board.sender)


async def back(board: Switchboard, at: datetime) -> None:
    """The process comes back at a moment; two of them, so nothing may come twice."""
    board.core.clock.move(at)
    await asyncio.gather(jobs(board).run_due(), jobs(board).run_due())


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    return TUESDAY.replace(day=day, hour=hour, minute=minute)


async def reminded(board: Switchboard) -> Phone:
    """Noor has a talk on Wednesday at nine."""
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    return noor


def reminders(phone: Phone) -> list[str]:
    firsts = [text.splitlines()[0] for text in phone.texts()]
    return [each for each in firsts if each.startswith("Herinnering")]


async def states(board: Switchboard, *kinds: NoticeKind) -> dict[str, tuple[Any, Any]]:
    found = await board.notices()
    return {
        each["kind"].value: (each["state"], each["reason"])
        for each in found
        if each["kind"] in kinds
    }


async def test_after_ten_minutes_a_reminder_comes_late_and_once(board: Switchboard) -> None:
    noor = await reminded(board)

    await back(board, at(19, 10))

    assert reminders(noor) == ["Herinnering voor morgen"]


async def test_in_the_night_the_evening_before_is_left_out(board: Switchboard) -> None:
    noor = await reminded(board)

    await back(board, at(22))

    assert reminders(noor) == []
    found = await states(board, NoticeKind.EVENING)
    assert found == {"evening": (NoticeState.DROPPED, "quiet")}


async def test_after_a_night_only_the_morning_is_told(board: Switchboard) -> None:
    noor = await reminded(board)

    await back(board, at(7, 45, day=25))

    assert reminders(noor) == ["Herinnering voor vandaag"]
    found = await states(board, NoticeKind.EVENING, NoticeKind.MORNING)
    assert found["evening"] == (NoticeState.DROPPED, "expired")


async def test_while_phones_are_put_away_it_comes_without_a_sound(board: Switchboard) -> None:
    noor = await reminded(board)

    await back(board, at(8, 45, day=25))

    assert reminders(noor) == ["Herinnering voor vandaag"]
    sent = [each for each in board.core.log.since(0) if each.method == "sendMessage"]
    assert sent[-1].params["disable_notification"] in {"True", "true"}


async def test_after_the_start_nothing_is_told(board: Switchboard) -> None:
    noor = await reminded(board)

    await back(board, at(9, 0, day=25))

    assert reminders(noor) == []


async def test_news_for_a_worker_is_told_after_ten_minutes_and_not_after_the_talk(
    board: Switchboard,
) -> None:
    fatima = await board.desk("Fatima", Role.WORKER, "fatima")
    noor, sam = await board.pupil("Noor"), await board.pupil("Sam")
    await noor.books(time="9:40")
    await sam.books(time="10")

    await back(board, at(10, 10))

    told = [text for text in fatima.texts() if "Nieuwe afspraak" in text]
    assert len(told) == 1
    assert "10 uur" in told[0]


async def test_after_a_weekend_the_digest_comes_once_and_mondays_talks_are_told(
    board: Switchboard,
) -> None:
    sanne = await board.desk("Sanne", Role.COORDINATOR, "sanne")
    await jobs(board).run_due()
    noor = await board.pupil("Noor")
    await noor.books("maandag 30", "9:")
    board.core.clock.move(FRIDAY)
    await jobs(board).run_due()

    await back(board, MONDAY)
    await back(board, MONDAY + 10 * MINUTES)

    digests = [text for text in sanne.texts() if text.startswith("Cijfers van de week")]
    assert len(digests) == 1
    assert reminders(noor) == ["Herinnering voor vandaag"]


async def test_after_two_weekends_nothing_is_told_twice(board: Switchboard) -> None:
    sanne = await board.desk("Sanne", Role.COORDINATOR, "sanne")
    await jobs(board).run_due()

    await back(board, MONDAY + timedelta(days=7))
    await back(board, MONDAY + timedelta(days=7, minutes=1))

    digests = [text for text in sanne.texts() if text.startswith("Cijfers van de week")]
    assert len(digests) == len(set(digests)) == 1
