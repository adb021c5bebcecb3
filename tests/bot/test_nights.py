"""The work of a night: once, and what was not done waits a little."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.nights import AGAIN, Nights
from tests.town import TUESDAY, ZONE

AT = time(4, 15)
FOUR = TUESDAY.replace(hour=4, minute=0)
QUARTER = timedelta(minutes=15)


class Work:
    """Ends as it is told to."""

    def __init__(self, *ends: bool | Exception) -> None:
        self.ends, self.nights = list(ends), list[date]()

    async def __call__(self, night: date) -> bool:
        self.nights.append(night)
        end = self.ends.pop(0)
        if isinstance(end, Exception):
            raise end
        return end


async def test_a_night_is_done_once_and_before_its_hour_it_is_the_one_before() -> None:
    nights, work = Nights(AT, ZONE), Work(True, True)

    for now in (FOUR, FOUR, FOUR + QUARTER, FOUR + 2 * QUARTER):
        await nights.once(now, work)

    assert work.nights == [TUESDAY.date() - timedelta(days=1), TUESDAY.date()]
    assert nights.next_at(FOUR + 2 * QUARTER) == FOUR + QUARTER + timedelta(days=1)


@pytest.mark.parametrize("end", [False, OSError()])
async def test_what_was_not_done_is_tried_again_after_a_while(end: bool | Exception) -> None:
    nights, work = Nights(AT, ZONE), Work(end, True)
    now: datetime = FOUR + QUARTER

    try:
        await nights.once(now, work)
    except OSError:
        assert end is not False
    await nights.once(now + AGAIN / 2, work)
    assert len(work.nights) == 1
    assert nights.next_at(now) == now + AGAIN
    await nights.once(now + AGAIN, work)

    assert work.nights == [TUESDAY.date()] * 2
    assert nights.next_at(now + AGAIN) == now + timedelta(days=1)
