"""Promise 1 under pressure: many people, one slot; many people, a few seats."""

import asyncio
from collections import Counter
from datetime import timedelta

from flows.model import Audience, Mode, Span
from flows.programme import ref_of
from flows.router import Answer, Router
from flows.steps import Book, Enter
from storage.unit import Store
from tests.ports import Account, Ticker, buttons, demo_programme, make_ports
from tests.town import TUESDAY

PEOPLE = 50


async def test_of_fifty_people_one_gets_the_slot_and_the_others_are_offered_others(
    store: Store,
) -> None:
    router = Router(make_ports(store, Ticker()))
    people = [await _pupil(router, f"pupil-{n}") for n in range(PEOPLE)]
    at_ten = TUESDAY.replace(hour=10, minute=0)
    wish = Book(ref_of("fatima"), ref_of("linde"), at_ten, Mode.SCHOOL)

    answers = await asyncio.gather(*(each.presses(wish) for each in people))

    assert Counter(map(_came_of, answers)) == {"booked": 1, "refused-taken": PEOPLE - 1}
    for answer in answers:
        offered = [each.step for each in buttons(answer) if isinstance(each.step, Book)]
        assert _came_of(answer) == "booked" or len(offered) == 3
        assert wish.start not in {each.start for each in offered}
    async with store.reading() as work:
        worker = demo_programme().workers[0].id
        booked = await work.appointments.of_worker(worker, Span(at_ten, TUESDAY.replace(hour=12)))
    assert len(booked) == 1


async def test_of_twenty_people_six_get_a_seat_in_the_group(store: Store) -> None:
    router = Router(make_ports(store, Ticker()))
    people = [await _pupil(router, f"pupil-{n}") for n in range(20)]
    thursday = (TUESDAY + timedelta(days=2)).replace(hour=12, minute=15)
    seat = Book(ref_of("fatima"), ref_of("linde"), thursday, Mode.SCHOOL, group=1)

    answers = await asyncio.gather(*(each.presses(seat) for each in people))

    assert Counter(map(_came_of, answers)) == {"booked": 6, "refused-taken": 14}
    for answer in answers:
        assert all(each.step != seat for each in buttons(answer))


async def _pupil(router: Router, name: str) -> Account:
    account = Account(router, name)
    await account.starts(demo_programme().schools[0].link)
    await account.presses(Enter(Audience.PUPIL))
    return account


def _came_of(answer: Answer) -> str:
    if answer.screen.card is not None:
        return "booked"
    return answer.note.id if answer.note else "?"
