"""The release: every whole week once, with noise, told once; and what is counted before."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, cast

import pytest

from bot.invitations import invite
from flows.demand.job import close_without_figures, next_release, release_due
from flows.demand.laying import read
from flows.demand.plan import CELLS, NOT_SAID, TOPIC
from flows.model import Audience, Mode, NoticeKind, Role, Topic
from flows.ports import OpenRelease, Ports, Release, ReleaseWork
from flows.programme import DigestPlan, ref_of
from flows.router import Router
from flows.staff_steps import Digest
from flows.steps import Book, Cancel, Enter, Home, Tell, Times
from storage.releasing import Releasing
from storage.tables import metadata
from storage.unit import Store
from tests.databases import opened
from tests.flows.demand.quiet import quiet
from tests.flows.place import FATIMA, LINDE, TEN, note, rows, title
from tests.ports import Account, Ticker, buttons, demo_programme, make_ports
from tests.town import TUESDAY

MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)
"""When the running week, 2026-W48, is published."""
WEEK = timedelta(days=7)
BLOCK = ("B1", "B2", "B3", "B4", "B5")


@dataclass
class Office:
    """A database, a clock, and the release job."""

    store: Store
    clock: Ticker = field(default_factory=Ticker)
    digest: DigestPlan = field(default_factory=DigestPlan)

    @property
    def ports(self) -> Ports:
        ports = make_ports(self.store, self.clock)
        changed = ports.programme.model_copy(update={"digest": self.digest})
        return replace(ports, programme=changed)

    @property
    def releasing(self) -> OpenRelease:
        return Releasing(self.store.engine)

    async def release(self, at: datetime, *, noisy: bool = False) -> list[str]:
        """Run the job at a moment."""
        self.clock.now = at
        releasing = self.releasing if noisy else quiet(self.releasing)
        return await release_due(releasing, self.ports, Random(7))

    async def count(self, *cells: str, week: str = "2026-W48") -> None:
        """Count in a week, as bookings and topics do."""
        async with self.store.work() as work:
            for cell in cells:
                assert await work.tally.add("W1", week, cell)
            await work.commit()

    async def published(self, week: str = "2026-W48", table: str = "W1") -> dict[str, int]:
        """What was published of a period, cells of nought left out."""
        async with self.store.reading() as work:
            cells = await work.published.cells(table, week)
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
    assert await office.release(MONDAY, noisy=True) == ["2026-W48"]

    async with office.store.reading() as work:
        cells = await work.published.cells("W1", "2026-W48")
    assert {each.cell for each in cells} == set(CELLS[TOPIC])
    assert len({each.value for each in cells}) > 1


async def test_weeks_in_which_the_bot_was_down_are_published_too_but_only_the_newest_is_told(
    office: Office,
) -> None:
    """All of them: who sees which weeks have figures must not learn in which somebody came."""
    await office.coordinator("Sanne", "sanne")
    await office.count("home")
    await office.count("money", week="2026-W50")

    weeks = await office.release(MONDAY + 3 * WEEK)

    assert weeks == ["2026-W48", "2026-W49", "2026-W50", "2026-W51"]
    assert await office.published() == {"home": 1}
    assert await office.published("2026-W50") == {"money": 1}
    for week in weeks:
        async with office.store.reading() as work:
            assert len(await work.published.cells("W1", week)) == 9
    assert await office.digests() == [Digest(MONDAY.date() + 2 * WEEK).pack()]


async def test_a_block_is_published_with_its_last_week(office: Office) -> None:
    """The demo's first block begins with the week of the test."""
    async with office.store.work() as work:
        assert await work.tally.add("B1", "2026-W48", "linde", 3)
        await work.commit()

    await office.release(MONDAY + 4 * WEEK)
    assert await office.published("2026-W48", "B1") == {}
    weeks = await office.release(MONDAY + 5 * WEEK)

    assert weeks == ["2026-W53"]
    assert await office.published("2026-W48", "B1") == {"linde": 3}
    async with office.store.reading() as work:
        shown = {name: len(await work.published.cells(name, "2026-W48")) for name in BLOCK}
    assert shown == {"B1": 6, "B2": 9, "B3": 11, "B4": 5, "B5": 12}


async def test_another_plan_waits_until_the_block_is_over(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    await office.count("home")
    with caplog.at_level(logging.INFO):
        office.digest = DigestPlan(plan="strict")
        await office.release(MONDAY)
    assert [each.getMessage() for each in caplog.records] == [
        "another plan of the digest counts from 2027-W01 on"
    ]

    async with office.store.reading() as work:
        plans = [read(*each) for each in await work.published.plans()]
    assert [(each.plan.name, each.first_on) for each in plans] == [
        ("default", date(2026, 11, 23)),
        ("strict", date(2027, 1, 4)),
    ]
    await office.count("home", week="2027-W01")
    await office.release(MONDAY + 6 * WEEK)
    assert await office.published("2027-W01") == {"home": 1}
    assert await office.published("2026-W48", "B1") == {}


async def test_a_plan_that_is_taken_back_in_time_never_counts(office: Office) -> None:
    for digest in (DigestPlan(plan="strict"), DigestPlan(plan="small"), DigestPlan()):
        office.digest = digest
        await office.release(MONDAY)
    async with office.store.reading() as work:
        assert len(await work.published.plans()) == 1


async def test_a_plan_with_longer_periods_begins_where_the_other_ends(office: Office) -> None:
    await office.release(MONDAY)
    office.digest = DigestPlan(plan="small")
    await office.release(MONDAY)
    async with office.store.work() as work:
        assert await work.tally.add("S3", "2027-W01", "home", 2)
        await work.commit()

    weeks = await office.release(datetime(2027, 2, 15, 8, tzinfo=UTC))

    assert weeks[-1] == "2027-W06"
    assert await office.published("2027-W01", "S3") == {"home": 2}
    assert await office.published("2027-W01", "W1") == {}


async def test_counters_that_are_gone_close_without_figures(office: Office) -> None:
    """As after a restore: what may have been published is never drawn again."""
    await office.coordinator("Sanne", "sanne")
    await office.count("home")
    office.clock.now = MONDAY + timedelta(days=2)

    await close_without_figures(office.releasing, office.ports)

    async with office.store.work() as work:
        assert not await work.tally.add("W1", "2026-W49", "home")
        assert not await work.tally.add("B1", "2026-W48", "linde")
        assert not await work.tally.first_of_week("2026-W49", "noor")
        assert await work.tally.add("W1", "2026-W50", "home")
    assert await office.release(MONDAY + WEEK) == []
    assert await office.published() == {}
    assert await office.digests() == [Digest(MONDAY.date()).pack()]
    assert await office.release(MONDAY + 2 * WEEK) == ["2026-W50"]


STEPS = ("close", "close_week", "keep_supply", "close_empty", "commit")


@pytest.mark.parametrize("step", STEPS)
async def test_a_crash_between_steps_leaves_everything_for_the_next_time(
    office: Office, step: str
) -> None:
    """Nothing is published by halves, and nothing is lost: counters, tags, plan, notices."""
    await office.coordinator("Sanne", "sanne")
    await office.count("home")
    before = await _everything(office)
    office.clock.now = MONDAY

    with pytest.raises(ZeroDivisionError):
        await release_due(_crashing(office.releasing, step), office.ports, Random(7))
    assert await _everything(office) == before

    assert await office.release(MONDAY) == ["2026-W48"]
    assert await office.published() == {"home": 1}
    assert len(await office.digests()) == 1


async def _everything(office: Office) -> dict[str, list[dict[str, Any]]]:
    """Every row of the tables that a release writes."""
    url = office.store.engine.sql.url.render_as_string(hide_password=False)
    names = [each for each in metadata.tables if each.startswith("demand_")]
    return {name: await rows(url, name) for name in (*names, "notice")}


def _crashing(releasing: OpenRelease, step: str) -> OpenRelease:
    """The process dies in a step of the release, when that was carried out; or in the commit."""

    class Crash:
        """What dies behind one of its calls."""

        def __init__(self, real: object) -> None:
            self.real = real

        def __getattr__(self, name: str) -> Any:
            return self.dies if name == step else getattr(self.real, name)

        async def dies(self, *told: object) -> None:
            if step != "commit":
                await getattr(self.real, step)(*told)
            raise ZeroDivisionError

    @asynccontextmanager
    async def crashing() -> AsyncIterator[ReleaseWork]:
        async with releasing() as work:
            if step == "commit":
                yield cast("ReleaseWork", Crash(work))
            else:
                work.release = cast("Release", Crash(work.release))
                yield work

    return crashing


async def test_two_replicas_that_publish_at_once_publish_once(
    office: Office, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One draws the noise; the other finds it done, tells nobody, and says no number."""
    await office.coordinator("Sanne", "sanne")
    await office.count("home", "money")
    office.clock.now = MONDAY
    with caplog.at_level(logging.DEBUG, "flows"):
        async with opened(database_url) as second:
            replicas = enumerate((office, Office(second, office.clock)))
            both = await asyncio.gather(
                *(release_due(each.releasing, each.ports, Random(n)) for n, each in replicas)
            )
    assert sorted(both) == [[], ["2026-W48"]]
    async with office.store.reading() as work:
        assert len(await work.published.cells("W1", "2026-W48")) == 9
    assert len(await office.digests()) == 1
    assert [each.getMessage() for each in caplog.records] == []


async def test_what_is_counted_after_a_change_of_plan_counts_by_the_running_one(
    office: Office,
) -> None:
    """In the middle of a block: no second factor, and nothing counted twice."""
    await office.release(MONDAY)
    office.digest = DigestPlan(plan="small")
    await office.release(MONDAY)
    noor = await office.pupil("Noor")
    office.clock.now = MONDAY + timedelta(hours=1)
    await noor.presses(Times())
    await noor.presses(Book(FATIMA, LINDE, TEN + WEEK, Mode.SCHOOL))

    counted = [e for e in (await _everything(office))["demand_counter"] if e["count"]]
    assert {each["table"] for each in counted} == {"W1", "W2", "B1", "B2", "B4"}
    assert {each["count"] for each in counted} == {1}


async def test_two_replicas_publish_a_week_once(office: Office) -> None:
    await office.count("home")
    await office.release(MONDAY, noisy=True)
    first = await office.published()

    assert await Office(office.store).release(MONDAY, noisy=True) == []
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
