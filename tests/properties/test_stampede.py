"""Promise 1 with replicas: four processes, fifty people each, twenty overlapping times."""

import asyncio
import json
import sys
from collections import Counter
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from flows.errors import BusyError, CrossedError
from flows.model import Mode, SchoolId, Span, Wish, WorkerId
from flows.router import Router
from flows.steps import Bring
from storage.occupancy import of_person
from storage.ticks import ticks_of
from storage.unit import Store
from tests.databases import fresh_postgres, opened
from tests.flows.place import TEN, Place
from tests.ports import Ticker, demo_programme, link_in, make_ports
from tests.town import TUESDAY

PROCESSES = 4
ROOT = Path(__file__).parents[2]
REFUSALS = {"refused-taken", "refused-gone", "refused-hold"}
DAY = Span(TUESDAY, TUESDAY + timedelta(hours=12))


async def _stampede(url: str, process: int) -> list[tuple[str, str]]:
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.properties.stampede", url, str(process),
        stdout=asyncio.subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    said, _ = await running.communicate()
    assert running.returncode == 0
    return [(name, told) for name, told in json.loads(said)]


async def _booked(store: Store) -> dict[str, list[Span]]:
    async with store.reading() as work:
        return {
            each.id: [
                talk.span for talk in await work.appointments.of_worker(WorkerId(each.id), DAY)
            ]
            for each in demo_programme().workers
        }


async def test_four_processes_book_without_an_overlap_and_everybody_has_an_answer() -> None:
    url = fresh_postgres()

    told = [
        each
        for answers in await asyncio.gather(*(_stampede(url, n) for n in range(PROCESSES)))
        for each in answers
    ]

    counts = Counter(came_of for _, came_of in told)
    assert len({name for name, _ in told}) == PROCESSES * 50
    assert set(counts) <= {"booked", *REFUSALS}
    async with opened(url) as store:
        held = await _booked(store)
    assert sum(map(len, held.values())) == counts["booked"]
    for spans in held.values():
        assert not [1 for one, other in pairwise(sorted(spans)) if one.overlaps(other)]
    lengths = {each.end - each.start for spans in held.values() for each in spans}
    assert lengths == {timedelta(minutes=20), timedelta(minutes=40)}


async def test_who_waits_too_long_for_a_worker_s_row_gets_a_kind_screen() -> None:
    url = fresh_postgres()
    async with opened(url) as holder, holder.work() as held:
        await held.appointments.lock(WorkerId("fatima"))
        async with opened(url, wait=timedelta(milliseconds=300)) as store, store.work() as work:
            with pytest.raises(BusyError) as refused:
                await work.appointments.lock(WorkerId("fatima"))
    assert refused.value.text_id == "refused-hold"


async def test_of_two_works_that_wait_crosswise_one_gives_way_and_may_be_begun_again() -> None:
    url = fresh_postgres()
    async with opened(url) as store, store.work() as made:
        for worker in ("fatima", "jeroen"):
            await made.appointments.lock(WorkerId(worker))
        await made.commit()

    async def locks(store: Store, *workers: str) -> str:
        async with store.work() as work:
            try:
                for each in workers:
                    await work.appointments.lock(WorkerId(each))
                    await asyncio.sleep(0.3)
            except CrossedError:
                return "gave way"
        return "had both"

    async with opened(url) as one, opened(url) as other:
        came_of = await asyncio.gather(
            locks(one, "fatima", "jeroen"), locks(other, "jeroen", "fatima")
        )
    assert sorted(came_of) == ["gave way", "had both"]


async def test_who_comes_along_while_the_talk_moves_comes_along_to_the_new_time() -> None:
    url = fresh_postgres()
    later = Span(TEN + timedelta(minutes=20), TEN + timedelta(minutes=40))
    async with opened(url) as store:
        clock = Ticker()
        place = Place(store, clock, Router(make_ports(store, clock)), url)
        noor, mother = await place.visitor("Noor"), place.person("Samira's mother")
        talk = await place.talk(await place.booked(noor))
        link = link_in(await noor.presses(Bring(talk.id)))

        async with asyncio.TaskGroup() as both, store.work() as moving:
            await moving.appointments.lock(talk.worker)
            coming = both.create_task(mother.starts(link))
            await asyncio.sleep(0.5)
            wish = Wish(talk.worker, SchoolId("linde"), later, Mode.SCHOOL)
            await moving.appointments.move(talk, wish, clock(), code=talk.code)
            await moving.commit()
        assert coming.result().screen.card == talk.id

        theirs = of_person(await mother.person())
        taken = await place.rows("occupancy")
        assert {each["tick"] for each in taken if each["resource"] == theirs} == {*ticks_of(later)}
