"""What was on offer: exact, of each scope, and as it was when its week was published."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from flows.demand import screens
from flows.demand.job import release_due
from flows.demand.supply import Offer, kept, week_of
from flows.hours.almanac import Almanac
from flows.hours.current import Almanacs
from flows.model import Role, Span, WorkerId
from flows.programme import DigestPlan
from flows.router import Router
from flows.staff_steps import Digest, Sheet
from storage.releasing import Releasing
from storage.unit import Store
from tests.databases import fresh, opened
from tests.flows.place import Place, rows
from tests.ports import Ticker, demo_programme, make_ports
from tests.town import TUESDAY

MONDAY = date(2026, 11, 23)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
W48 = "2026-W48"
FATIMAS_MORNING = Span(
    datetime(2026, 11, 24, 8, tzinfo=UTC), datetime(2026, 11, 24, 11, tzinfo=UTC)
)


@pytest.fixture(params=["sqlite", "postgres"])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """On both databases, with a plan that has counted since the week of the test."""
    url = fresh(request.param, tmp_path)
    async with opened(url) as store:
        clock = Ticker()
        office = Place(store, clock, Router(make_ports(store, clock)), url)
        await released(office, TUESDAY)
        yield office


async def released(office: Place, at: datetime) -> list[str]:
    office.clock.now = at
    releasing = Releasing(office.store.engine)
    return await release_due(releasing, office.router.ports, Random(1))


async def offer(store: Store, scope: str, first: str = W48, last: str = W48) -> Offer | None:
    async with store.reading() as work:
        return await kept(scope, first, last, work)


async def away(office: Place, span: Span) -> None:
    async with office.store.work() as work:
        await work.hours.add_absence(WorkerId("fatima"), span, office.clock())
        await work.commit()


def test_hours_and_workers_of_a_week_are_counted_for_every_scope() -> None:
    almanac = Almanac(demo_programme(), 28)
    found = {each.scope: each for each in week_of(MONDAY, almanac)}

    schools = [e for scope, e in found.items() if scope.startswith("school:")]
    providers = [e for scope, e in found.items() if scope.startswith("provider:")]
    everything = found["programme"]
    assert len(found) == 1 + 7 + len(demo_programme().providers)
    assert sum(each.minutes for each in schools) == everything.minutes
    assert sum(each.minutes for each in providers) == everything.minutes
    assert sum(each.workers for each in providers) == everything.workers
    assert sum(each.workers for each in schools) > everything.workers
    empty = week_of(date(2020, 1, 6), almanac)
    assert {(each.minutes, each.workers) for each in empty} == {(0, 0)}


async def test_an_absence_is_no_offer(office: Place) -> None:
    await released(office, TUESDAY + WEEK)
    await away(office, Span(FATIMAS_MORNING.start + WEEK, FATIMAS_MORNING.start + 20 * WEEK))
    before = await offer(office.store, "school:linde")
    await released(office, TUESDAY + 2 * WEEK)
    after = await offer(office.store, "school:linde", "2026-W49", "2026-W49")

    assert before is not None
    assert after is not None
    assert after.minutes < before.minutes
    assert after.workers == before.workers - 1


async def test_what_is_changed_after_the_release_changes_no_digest(office: Place) -> None:
    """Neither an absence that is said late nor another config."""
    sanne = await office.staff("Sanne", Role.COORDINATOR, "sanne")
    await released(office, TUESDAY + WEEK)
    digest = (await sanne.presses(Digest(MONDAY))).screen
    sheet = (await sanne.presses(Sheet(MONDAY))).screen

    await away(office, FATIMAS_MORNING)
    fewer = demo_programme().model_copy(update={"schedules": ()})
    ports = office.router.ports
    office.router.ports = replace(ports, programme=fewer, almanacs=Almanacs(fewer, 28))
    await released(office, TUESDAY + 2 * WEEK)

    assert (await sanne.presses(Digest(MONDAY))).screen == digest
    assert (await sanne.presses(Sheet(MONDAY))).screen == sheet
    assert "digest-supply" in [each.id for each in digest.lines]
    after = await offer(office.store, "programme", "2026-W49", "2026-W49")
    assert after == Offer("2026-W49", 0, 0)


async def test_a_week_that_is_published_late_knows_who_was_away_then(office: Place) -> None:
    """Ten weeks of silence: longer than changes are kept in mind for other screens."""
    await away(office, FATIMAS_MORNING)
    assert len(await released(office, TUESDAY + 10 * WEEK)) == 10

    planned = week_of(MONDAY, Almanac(demo_programme(), 28))
    [linde] = [each for each in planned if each.scope == "school:linde"]
    found = await offer(office.store, "school:linde")
    assert found is not None
    assert linde.minutes - found.minutes == 180


async def test_each_scope_reads_its_own_and_only_released_weeks(office: Place) -> None:
    await released(office, TUESDAY + WEEK)
    for who, scope in (("sanne", "programme"), ("bram", "provider:zeilvast")):
        account = await office.staff(who, Role.COORDINATOR, who)
        answer = await account.presses(Digest(MONDAY))
        [line] = [each for each in answer.screen.lines if each.id == "digest-supply"]
        found = await offer(office.store, scope)
        assert found is not None
        told = line.args["hours"], line.args["minutes"], line.args["workers"]
        assert told == (*divmod(found.minutes, 60), found.workers)
    assert await offer(office.store, "programme", "2026-W49", "2026-W50") is None
    assert {each["period"] for each in await rows(office.url, "demand_supply")} == {W48}


async def test_a_longer_period_adds_hours_and_tells_the_week_with_most_workers(
    tmp_path: Path,
) -> None:
    """The plan of a pilot tells of six weeks at once."""
    url = fresh("sqlite", tmp_path)
    async with opened(url) as store:
        clock = Ticker()
        small = demo_programme().model_copy(update={"digest": DigestPlan(plan="small")})
        ports = replace(make_ports(store, clock), programme=small, almanacs=Almanacs(small, 28))
        office = Place(store, clock, Router(ports), url)
        await released(office, TUESDAY)
        await released(office, TUESDAY + 6 * WEEK)
        weeks = [e for e in await rows(url, "demand_supply") if e["scope"] == "programme"]
        sanne = await office.staff("Sanne", Role.COORDINATOR, "sanne")
        answer = await sanne.presses(Digest(MONDAY + 5 * WEEK))

    assert len(weeks) == 6
    minutes, workers = sum(e["minutes"] for e in weeks), max(e["workers"] for e in weeks)
    expected = screens.supply("Inloop Waterstad", Offer(W48, minutes, workers))
    assert expected in answer.screen.lines
