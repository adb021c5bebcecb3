"""With whom talks are booked ahead."""

from datetime import timedelta

from flows.model import Audience
from storage.ahead import talks_ahead
from storage.unit import Store
from tests.storage.people import FATIMA, JEROEN, NOW, TEN, met, wish

DAY = timedelta(days=1)


async def test_booked_talks_that_begin_later_are_counted_by_worker(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    assert await talks_ahead(store.engine, NOW) == {}
    async with store.work() as work:
        book = work.appointments.book
        await book(noor, wish(worker=JEROEN), Audience.PUPIL, NOW)
        await book(sam, wish(), Audience.PUPIL, NOW)
        await book(None, wish(TEN + DAY), Audience.PUPIL, NOW)
        await book(noor, wish(NOW), Audience.PUPIL, NOW)
        gone = await book(noor, wish(TEN + 2 * DAY), Audience.PUPIL, NOW)
        await work.appointments.cancel(gone, NOW)
        await work.commit()

    assert await talks_ahead(store.engine, NOW) == {FATIMA: 2, JEROEN: 1}
    assert await talks_ahead(store.engine, TEN) == {FATIMA: 1}
