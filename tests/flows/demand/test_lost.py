"""What was counted is lost after a restore: that is said, and no nought stands in its place."""

import csv
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from flows.demand.job import close_without_figures, release_due
from flows.model import Page, Role
from flows.packing import Show
from flows.staff_steps import Block, Digest, Sheet, Trend
from flows.steps import Home
from storage.releasing import Releasing
from tests.flows.place import Place, note, texts_of, title
from tests.flows.place import place as build
from tests.ports import Account
from tests.town import TUESDAY

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)
W48 = date(2026, 11, 23)
NONE = ["digest-none", "digest-none-why", "digest-none-next"]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Place]:
    """A programme since this week, read by Sanne and, of one school, by Esra."""
    async with build(tmp_path) as office:
        for each in ("sanne", "esra"):
            await office.staff(each, Role.COORDINATOR, each)
        await release(office, TUESDAY)
        yield office


async def release(office: Place, at: datetime) -> None:
    office.clock.now = at
    releasing = Releasing(office.store.engine)
    await release_due(releasing, office.router.ports, Random(1))


async def restore(office: Place, at: datetime) -> None:
    """What `inloop restore` does with the counters."""
    office.clock.now = at
    await close_without_figures(Releasing(office.store.engine), office.router.ports)


def reader(office: Place, name: str = "sanne") -> Account:
    return Account(office.router, name)


async def said(office: Place, step: Show, name: str = "sanne") -> list[str]:
    return texts_of(await reader(office, name).presses(step))


async def digests(office: Place) -> list[str]:
    """Steps of every digest that was ever queued, without the tables."""
    found = [each["step"] for each in await office.rows("notice")]
    return [each for each in found if each.startswith(("g.", "gb."))]


async def test_a_week_that_was_lost_is_told_as_one_without_figures(office: Place) -> None:
    await restore(office, TUESDAY + DAY)
    for _ in range(2):
        await release(office, MONDAY)

    assert await digests(office) == [Digest(W48).pack()] * 2
    for name in ("sanne", "esra"):
        answer = await reader(office, name).presses(Digest(W48))
        assert texts_of(answer) == ["digest-title", *NONE]
        assert answer.screen.picture is None
    for step in (Sheet(W48), Trend(W48)):
        assert note(await reader(office).presses(step)) == "refused-stale"
    home = await reader(office).presses(Home())
    assert home.screen.actions[0].step == Digest(W48)


async def test_the_week_after_it_has_figures_and_nothing_to_compare_with(office: Place) -> None:
    await restore(office, TUESDAY + DAY)
    for n in range(3):
        await release(office, MONDAY + n * WEEK)

    first = await said(office, Digest(W48 + WEEK))
    assert "digest-before-none" in first
    assert "digest-first" not in first
    second = await said(office, Digest(W48 + 2 * WEEK))
    assert "digest-before-none" not in second
    time = await reader(office).presses(Trend(W48 + 2 * WEEK))
    assert time.screen.picture is not None
    assert len(time.screen.picture.cells) == 2


async def test_a_block_that_was_lost_says_so_on_every_page(office: Place) -> None:
    await restore(office, TUESDAY + DAY)
    for n in range(6):
        await release(office, MONDAY + n * WEEK)
    last = W48 + 5 * WEEK

    assert (await digests(office))[-1].startswith("gb.")
    assert "digest-total" in " ".join(await said(office, Digest(last)))
    pages = [Page.SCHOOL, Page.GROUP, Page.END, Page.WAIT, Page.SMILE]
    for page in pages:
        answer = await reader(office).presses(Block(last, page))
        assert texts_of(answer) == [f"block-title-{page.value}", *NONE]
        others = [Block(last, each) for each in pages if each is not page]
        assert [each.step for each in answer.screen.choices] == others
    assert note(await reader(office, "esra").presses(Block(last, Page.GROUP))) == "refused-stale"
    answer = await reader(office).presses(Digest(last + WEEK))
    assert note(answer) == "refused-stale"
    document = (await reader(office).presses(Sheet(last))).screen.document
    assert document is not None
    rows = list(csv.DictReader(StringIO(document.content.decode())))
    assert {each["table"] for each in rows} == {"W1", "W2", "supply"}


async def test_the_block_after_it_has_nothing_to_compare_with(office: Place) -> None:
    await restore(office, TUESDAY + DAY)
    await release(office, MONDAY + 11 * WEEK)
    assert "digest-before-none" in await said(office, Block(W48 + 11 * WEEK, Page.END))


@pytest.mark.parametrize(
    ("at", "told_again"),
    [
        (MONDAY + 2 * DAY, False),  # Monday's digest was told, and the backup does not know
        (MONDAY - timedelta(minutes=5), True),  # its hour had not come
    ],
)
async def test_what_may_have_been_told_before_the_restore_is_not_told_again(
    office: Place, at: datetime, told_again: bool
) -> None:
    await restore(office, at)
    await release(office, max(at, MONDAY) + timedelta(hours=1))
    assert bool(await digests(office)) is told_again
    await release(office, MONDAY + WEEK)
    assert (await digests(office))[-1] == Digest(W48 + WEEK).pack()


async def test_a_week_that_is_not_over_is_still_not_shown(office: Place) -> None:
    answer = await reader(office).presses(Digest(W48))
    assert (note(answer), title(answer)) == ("refused-stale", "coordinator-title")
