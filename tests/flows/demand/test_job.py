"""The release: every whole week once, with noise, told once; and what is counted before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

import pytest

from bot.invitations import invite
from flows.demand.job import next_release, release_due
from flows.demand.plan import NOT_SAID, TOPICS
from flows.model import Audience, Mode, NoticeKind, Role, Topic
from flows.ports import OpenRelease, Ports, ReleaseWork
from flows.programme import ref_of
from flows.router import Router
from flows.staff_steps import Digest
from flows.steps import Book, Cancel, Enter, Home, Tell
from storage.releasing import Releasing
from storage.unit import Store
from tests.databases import SEALER
from tests.flows.place import FATIMA, LINDE, TEN, note, title
from tests.ports import Account, Ticker, buttons, demo_programme, make_ports
from tests.town import TUESDAY

MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)
"""When the running week, 2026-W48, is published."""
WEEK = timedelta(days=7)


class Silence:
    """No noise at all: each coin falls on its second side."""

    def getrandbits(self, k: int, /) -> int:
        return 1 << (k - 1)


@dataclass
class Office:
    """A database, a clock, and the release job."""

    store: Store
    clock: Ticker = field(default_factory=Ticker)

    @property
    def ports(self) -> Ports:
        return make_ports(self.store, self.clock)

    @property
    def releasing(self) -> OpenRelease:
        return Releasing(self.store.engine, SEALER)

    async def release(self, at: datetime, *, quiet: bool = True) -> list[str]:
        """Run the job at a moment."""
        self.clock.now = at
        return await release_due(self.releasing, self.ports, Silence() if quiet else Random(7))

    async def count(self, *cells: str, week: str = "2026-W48") -> None:
        """Count in a week, as bookings and topics do."""
        async with self.store.work() as work:
            for cell in cells:
                assert await work.tally.add(TOPICS.name, week, cell)
            await work.commit()

    async def published(self, week: str = "2026-W48") -> dict[str, int]:
        """What was published of a week, cells of nought left out."""
        async with self.store.reading() as work:
            cells = await work.published.week(TOPICS.name, week)
        return {each.cell: each.value for each in cells if each.value}

    async def digests(self) -> list[str]:
        """The digests that are queued, by their step."""
        async with self.store.work() as work:
            found = await work.outbox.claim(self.clock() + 60 * WEEK, WEEK, 100)
        return [each.notice.step for each in found if each.notice.kind is NoticeKind.DIGEST]

    async def coordinator(self, name: str, subject: str) -> Account:
        account = Account(Router(self.ports), name)
        await account.starts(await invite(self.store, Role.COORDINATOR, subject, self.clock()))
        return account

    async def pupil(self, name: str) -> Account:
        account = Account(Router(self.ports), name)
        await account.starts(demo_programme().schools[0].link)
        await account.presses(Enter(Audience.PUPIL))
        return account


@pytest.fixture
async def office(store: Store) -> Office:
    """Open since last week: that one is closed without numbers."""
    office = Office(store)
    assert await office.release(TUESDAY) == []
    return office


async def test_a_new_database_publishes_nothing_of_the_time_before(office: Office) -> None:
    assert await office.published("2026-W47") == {}
    assert await office.digests() == []


async def test_a_week_is_published_on_the_monday_after_it_and_told_once(office: Office) -> None:
    await office.coordinator("Sanne", "sanne")
    await office.coordinator("Bram", "bram")
    await office.count("home", "home", NOT_SAID)

    assert await office.release(MONDAY - timedelta(seconds=1)) == []
    assert await office.release(MONDAY) == ["2026-W48"]
    assert await office.release(MONDAY) == []
    assert await office.release(MONDAY + timedelta(days=6)) == []

    assert await office.published() == {"home": 2, NOT_SAID: 1}
    step = Digest(TUESDAY.date() - timedelta(days=1)).pack()
    assert await office.digests() == [step, step]


async def test_a_week_of_which_nothing_was_counted_is_published_all_the_same(
    office: Office,
) -> None:
    assert await office.release(MONDAY, quiet=False) == ["2026-W48"]

    async with office.store.reading() as work:
        cells = await work.published.week(TOPICS.name, "2026-W48")
    assert {each.cell for each in cells} == set(TOPICS.cells)
    assert len({each.value for each in cells}) > 1


async def test_older_weeks_with_counters_are_published_too_but_only_the_newest_is_told(
    office: Office,
) -> None:
    await office.coordinator("Sanne", "sanne")
    await office.count("home")
    await office.count("money", week="2026-W50")

    weeks = await office.release(MONDAY + 3 * WEEK)

    assert weeks == ["2026-W48", "2026-W50", "2026-W51"]
    assert await office.published() == {"home": 1}
    assert await office.published("2026-W50") == {"money": 1}
    assert await office.published("2026-W51") == {}
    assert await office.digests() == [Digest(MONDAY.date() + 2 * WEEK).pack()]


async def test_a_late_counter_of_an_older_week_is_published_and_told_to_nobody(
    office: Office,
) -> None:
    await office.coordinator("Sanne", "sanne")
    await office.release(MONDAY + WEEK)
    told = await office.digests()
    await office.coordinator("Bram", "bram")
    await office.count("home")

    assert await office.release(MONDAY + WEEK) == ["2026-W48"]

    assert await office.published() == {"home": 1}
    assert await office.digests() == told


async def test_a_crash_before_the_end_leaves_everything_for_the_next_time(office: Office) -> None:
    await office.coordinator("Sanne", "sanne")
    await office.count("home")
    office.clock.now = MONDAY

    with pytest.raises(ZeroDivisionError):
        await release_due(_crashing(office.releasing), office.ports, Silence())
    assert await office.published() == {}
    assert await office.digests() == []

    assert await office.release(MONDAY) == ["2026-W48"]
    assert await office.published() == {"home": 1}
    assert len(await office.digests()) == 1


def _crashing(releasing: OpenRelease) -> OpenRelease:
    """The process dies when everything is done but for the commit."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[ReleaseWork]:
        async with releasing() as work:
            yield work
            raise AssertionError("committed")  # pragma: no cover

    class Crash:
        """A work that cannot commit."""

        def __init__(self, work: ReleaseWork) -> None:
            self.people, self.outbox, self.release = work.people, work.outbox, work.release

        async def commit(self) -> None:
            raise ZeroDivisionError

    @asynccontextmanager
    async def crashing() -> AsyncIterator[ReleaseWork]:
        async with opened() as work:
            yield Crash(work)

    return crashing


async def test_two_replicas_publish_a_week_once(office: Office) -> None:
    await office.count("home")
    await office.release(MONDAY, quiet=False)
    first = await office.published()

    assert await Office(office.store).release(MONDAY, quiet=False) == []
    assert await office.published() == first


async def test_the_next_release_is_on_a_monday_at_eight_on_the_wall(office: Office) -> None:
    assert next_release(office.ports) == MONDAY
    office.clock.now = MONDAY
    assert next_release(office.ports) == MONDAY + WEEK
    office.clock.now = TUESDAY.replace(month=3, day=24)
    assert next_release(office.ports).isoformat() == "2026-03-30T08:00:00+02:00"


# Counting


async def _booked(pupil: Account, minutes: int = 0) -> Tell:
    """Book with Fatima; the step that tells what it is about."""
    start = TEN + timedelta(minutes=minutes)
    answer = await pupil.presses(Book(FATIMA, LINDE, start, Mode.SCHOOL))
    assert answer.screen.card is not None
    return Tell(answer.screen.card, Topic.MONEY)


async def test_a_person_is_counted_once_a_week_however_often_they_book(office: Office) -> None:
    noor, sam = await office.pupil("Noor"), await office.pupil("Sam")
    first = await _booked(noor)
    await noor.presses(Cancel(first.appointment, 1))
    again = await _booked(noor, 20)
    await _booked(sam, 40)

    assert not any(each.step for each in buttons(noor.last) if each.label.id == "card-topic")  # type: ignore[arg-type]
    assert note(await noor.presses(again)) == "note-thanks"
    await office.release(MONDAY)
    assert await office.published() == {NOT_SAID: 2}


async def test_a_topic_moves_the_count_once_while_the_week_is_open(office: Office) -> None:
    noor = await office.pupil("Noor")
    tell = await _booked(noor)

    await noor.presses(tell)
    await noor.presses(Tell(tell.appointment, Topic.HOME))

    await office.release(MONDAY)
    assert await office.published() == {"money": 1}


async def test_after_the_week_a_topic_moves_nothing(office: Office) -> None:
    noor = await office.pupil("Noor")
    tell = await _booked(noor)
    await office.release(MONDAY)

    assert note(await noor.presses(tell)) == "note-thanks"

    assert await office.published() == {NOT_SAID: 1}
    await office.release(MONDAY + WEEK)
    assert await office.published("2026-W49") == {}


async def test_the_topic_counts_in_the_week_of_the_booking(office: Office) -> None:
    """Booked on Tuesday, told next Monday at seven, before the week is published."""
    noor = await office.pupil("Noor")
    answer = await noor.presses(
        Book(
            ref_of("jeroen"), LINDE, TUESDAY.replace(day=4, month=12, hour=9, minute=0), Mode.SCHOOL
        )
    )
    assert answer.screen.card is not None
    office.clock.now = MONDAY - timedelta(hours=1)

    await noor.presses(Tell(answer.screen.card, Topic.HOME))

    await office.release(MONDAY)
    assert await office.published() == {"home": 1}


# What a coordinator sees


async def test_a_coordinator_sees_the_newest_week_and_only_published_ones(office: Office) -> None:
    sanne = await office.coordinator("Sanne", "sanne")
    assert "coordinator-none" in [each.id for each in (await sanne.presses(Home())).screen.lines]
    await office.release(MONDAY)

    home = await sanne.presses(Home())
    newest, *_ = buttons(home)

    assert title(await sanne.presses(newest.step)) == "digest-title"
    early = await sanne.presses(Digest(MONDAY.date()))
    assert (note(early), title(early)) == ("refused-stale", "coordinator-title")


@pytest.mark.parametrize(
    ("subject", "scope"),
    [("sanne", "Inloop Waterstad"), ("bram", "Zeilvast"), ("esra", "De Linde")],
)
async def test_each_coordinator_is_greeted_with_the_own_scope(
    office: Office, subject: str, scope: str
) -> None:
    account = await office.coordinator(subject.title(), subject)

    answer = await account.presses(Home())

    assert answer.screen.lines[0].args == {"name": subject.title(), "scope": scope}
