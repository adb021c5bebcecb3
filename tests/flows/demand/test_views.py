"""What each scope reads of one release, and that all read the same numbers."""

import csv
from collections.abc import AsyncIterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from flows.demand.job import release_due
from flows.model import Page, Role
from flows.router import Answer
from flows.staff_steps import Block, Digest, Sheet, Trend
from flows.steps import Home
from storage.releasing import Releasing
from tests.databases import BACKENDS
from tests.flows.place import Place, note, texts_of, title
from tests.flows.place import place as build
from tests.ports import Account, demo_programme
from tests.town import TUESDAY

WEEK = timedelta(weeks=1)
FIRST = date(2026, 11, 23)
"""Monday of the first week; with the sixth the block is over."""
LAST = FIRST + 5 * WEEK
SCOPES = ("sanne", "bram", "esra", "lotte")


@pytest.fixture
async def published(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """A whole block and a week of the next one, all noise; on SQLite, or as a test asks."""
    async with build(tmp_path, backend=getattr(request, "param", "sqlite")) as place:
        for each in SCOPES:
            await place.staff(each, Role.COORDINATOR, each)
        releasing = Releasing(place.store.engine)
        for n in range(8):
            place.clock.now = TUESDAY + n * WEEK
            await release_due(releasing, place.router.ports, Random(n))
        yield place


def account(place: Place, name: str) -> Account:
    return Account(place.router, name)


async def sheet(place: Place, who: str, monday: date) -> bytes:
    """A coordinator's table."""
    answer = await account(place, who).presses(Sheet(monday))
    document = answer.screen.document
    assert document is not None
    return document.content


async def rows(place: Place, who: str, monday: date) -> dict[tuple[str, str], str]:
    """A coordinator's table: values by table and cell, but for what was on offer."""
    read = list(csv.DictReader(StringIO((await sheet(place, who, monday)).decode())))
    return {(e["table"], e["cell"]): e["value"] for e in read if e["table"] != "supply"}


@pytest.mark.parametrize("published", BACKENDS, indirect=True)
async def test_all_scopes_read_the_same_number_in_every_cell_they_share(published: Place) -> None:
    """T4."""
    everything = await rows(published, "sanne", LAST)
    assert len(everything) == 9 + 3 + 6 + 9 + 11 + 5 + 12
    for who in SCOPES[1:]:
        own = await rows(published, who, LAST)
        assert own.items() < everything.items()


async def test_a_school_reads_its_own_total_and_the_programmes_tables(published: Place) -> None:
    own = await rows(published, "esra", LAST)
    assert [cell for table, cell in own if table == "B1"] == ["linde"]
    assert {table for table, _ in own} == {"W1", "W2", "B1", "B3", "B4", "B5"}
    assert (
        note(await account(published, "esra").presses(Block(LAST, Page.GROUP))) == "refused-stale"
    )


async def test_a_small_school_reads_the_number_it_shares_and_is_told_so(published: Place) -> None:
    """Windkant has 45 pupils, Zilverzand 80; whoever reads the number is told."""
    own = await rows(published, "lotte", LAST)
    assert [cell for table, cell in own if table == "B1"] == ["zilverzand+windkant"]
    for who, is_shared in (("lotte", True), ("sanne", True), ("esra", False)):
        page = await account(published, who).presses(Block(LAST, Page.SCHOOL))
        assert ("block-together" in texts_of(page)) is is_shared


async def test_a_provider_reads_its_schools_and_is_told_of_the_pool(published: Place) -> None:
    own = await rows(published, "bram", LAST)
    schools = [cell for table, cell in own if table == "B1"]
    assert 0 < len(schools) < len(demo_programme().schools)
    page = await account(published, "bram").presses(Block(LAST, Page.GROUP))
    assert "block-pool" in texts_of(page)
    assert "block-pool" not in texts_of(
        await account(published, "sanne").presses(Block(LAST, Page.GROUP))
    )


async def test_within_a_block_there_are_only_the_weeks_tables(published: Place) -> None:
    assert {table for table, _ in await rows(published, "sanne", FIRST)} == {"W1", "W2"}
    refused = await account(published, "sanne").presses(Block(FIRST, Page.END))
    assert note(refused) == "refused-stale"


async def test_a_digest_leads_to_the_newest_block_of_its_day(published: Place) -> None:
    sanne = account(published, "sanne")

    async def leads(monday: date) -> list[object]:
        return [each.step for each in (await sanne.presses(Digest(monday))).screen.actions]

    assert await leads(FIRST) == [Sheet(FIRST), Trend(FIRST)]
    after = LAST + WEEK
    assert await leads(after) == [Sheet(after), Trend(after), Block(LAST, Page.SCHOOL)]


async def test_time_shows_the_weeks_up_to_the_one_asked_for(published: Place) -> None:
    page = await account(published, "sanne").presses(Trend(FIRST + 2 * WEEK))
    assert page.screen.picture is not None
    assert len(page.screen.picture.cells) == 3


async def test_the_start_leads_to_the_newest_week(published: Place) -> None:
    home = await account(published, "sanne").presses(Home())
    assert home.screen.actions[0].step == Digest(LAST + WEEK)


@pytest.mark.parametrize("step", [Digest(LAST), Sheet(LAST), Trend(LAST), Block(LAST, Page.END)])
async def test_nobody_but_a_coordinator_reads_any_of_it(
    published: Place, step: Digest | Sheet | Trend | Block
) -> None:
    noor = await published.visitor("Noor")
    answer = await noor.presses(step)
    assert (note(answer), title(answer)) == ("refused-stale", "today-title")


@pytest.mark.parametrize("monday", [FIRST - WEEK, LAST + 2 * WEEK, LAST + timedelta(days=1)])
async def test_what_is_not_published_is_not_shown(published: Place, monday: date) -> None:
    answer: Answer = await account(published, "sanne").presses(Digest(monday))
    assert (note(answer), title(answer)) == ("refused-stale", "coordinator-title")
