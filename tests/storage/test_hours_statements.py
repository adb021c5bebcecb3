"""What office hours cost in statements, whatever was changed about them."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from flows.changes import Block, Closing
from flows.hours.rules import openings
from flows.model import Audience, Known, Mark, Mode, Origin, ScheduleId, Span
from flows.programme import ref_of
from flows.router import Router
from flows.steps import Book, Enter, Home
from storage.unit import Store
from tests.databases import opened
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.storage.people import FATIMA, JEROEN, LINDE
from tests.storage.test_statements import heard
from tests.town import TUESDAY

TODAY, TOMORROW = TUESDAY.date(), TUESDAY.date() + timedelta(days=1)
TEN = TUESDAY.replace(hour=10, minute=0)


async def change_everything(store: Store) -> None:
    """One change of each kind, of today where it can be."""
    programme = demo_programme()
    regular = next(each for each in programme.schedules if each.worker == JEROEN)
    new = regular.model_copy(update={"id": ScheduleId("c-1"), "first_on": TOMORROW})
    once = next(each for each in openings(programme, TODAY, TODAY) if each.worker == JEROEN)
    evening = Span(TUESDAY.replace(hour=17), TUESDAY.replace(hour=18))
    extra = replace(once, schedule=None, span=evening, origin=Origin.EXTRA, made_at=TUESDAY)
    async with store.work() as work:
        await work.hours.add_absence(FATIMA, Span(TEN, TEN + timedelta(hours=1)), TUESDAY)
        await work.hours.add_extra(extra, TUESDAY)
        await work.hours.add_closing(Closing(LINDE, TOMORROW, TOMORROW, "building", TUESDAY))
        await work.hours.add_schedule(new, Origin.CHAT, TUESDAY)
        await work.hours.end_schedule(regular.id, TODAY)
        await work.hours.add_block(Block(FATIMA, 1, time(9), timedelta(minutes=30), TODAY))
        await work.hours.say(Mark(JEROEN, LINDE, TODAY, Known.CONFIRMED), TUESDAY)
        await work.commit()


@pytest.fixture
async def noor(store: Store) -> Account:
    """A pupil of De Linde whose bot has just shown her who is there."""
    account = Account(Router(make_ports(store, Ticker())), "Noor")
    await account.starts(demo_programme().schools[0].link)
    await account.presses(Enter(Audience.PUPIL))
    await change_everything(store)
    await account.presses(Home())
    return account


async def test_who_is_there_today_is_two_queries(noor: Account, store: Store) -> None:
    with heard(store) as said:
        answer = await noor.presses(Home())

    assert answer.screen.lines[0].id == "today-title"
    assert len(said) == 2


async def test_after_a_change_by_another_replica_they_are_more_only_once(
    noor: Account, store: Store, database_url: str
) -> None:
    async with opened(database_url) as other, other.work() as work:
        await work.hours.say(Mark(JEROEN, LINDE, TODAY, Known.LATE), TUESDAY)
        await work.commit()

    with heard(store) as first:
        await noor.presses(Home())
    with heard(store) as second:
        await noor.presses(Home())

    assert len(first) > len(second) == 2


async def test_a_booking_asks_again_behind_the_lock_where_others_may_write_meanwhile(
    noor: Account, store: Store
) -> None:
    half_past_one = TUESDAY.replace(hour=13, minute=30)
    with heard(store) as said:
        answer = await noor.presses(
            Book(ref_of("jeroen"), ref_of("linde"), half_past_one, Mode.SCHOOL)
        )

    assert answer.screen.card is not None
    words = [each for each, _ in said]
    asks = [n for n, each in enumerate(words) if each.startswith("SELECT revision.number")]
    locks = [n for n, each in enumerate(words) if "FROM worker" in each]
    if store.engine.sql.dialect.name == "sqlite":
        assert not asks
        assert not locks
    else:
        assert any(n > locks[-1] for n in asks)
