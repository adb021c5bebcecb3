"""Desks that are reached by mail, as a config and another one after it leave them."""

from dataclasses import replace
from pathlib import Path

from bot.mail import CHANNEL
from bot.mail.desks import settle_desks
from flows.changes import Departure
from flows.model import Address, PersonId, Role, WorkerId
from tests.bot.mail.desk import FATIMAS, Desk, with_mail
from tests.bot.mail.desk import desk as build

JEROENS = "jeroen@inloop.example"


async def starts(desk: Desk, **addresses: str) -> dict[str, Address]:
    """Who sits at which desk after a start with these addresses."""
    ports = replace(desk.router.ports, programme=with_mail(addresses))
    await settle_desks(ports)
    async with desk.store.reading() as work:
        desks: list[tuple[PersonId, WorkerId]] = await work.people.desks()
        held = {worker: await work.people.address(person) for person, worker in desks}
    return {worker: address for worker, address in held.items() if address is not None}


def mailed(**addresses: str) -> dict[str, Address]:
    return {worker: Address(CHANNEL, each) for worker, each in addresses.items()}


async def test_an_address_has_its_desk_in_a_language_that_its_worker_speaks(desk: Desk) -> None:
    fatima = await desk.known()
    assert (fatima.worker, fatima.language, fatima.reachable) == ("fatima", "nl", True)


async def test_a_second_start_changes_nothing(desk: Desk) -> None:
    before = await desk.everything()
    assert await starts(desk, fatima=FATIMAS) == mailed(fatima=FATIMAS)
    assert await desk.everything() == before


async def test_an_address_that_was_dropped_loses_the_desk(desk: Desk) -> None:
    assert await starts(desk) == {}
    assert (await desk.known()).worker is None
    assert await starts(desk, fatima=FATIMAS) == mailed(fatima=FATIMAS)


async def test_a_changed_address_takes_the_place_of_the_old_one(desk: Desk) -> None:
    changed = "f.haddad@inloop.example"
    assert await starts(desk, fatima=changed) == mailed(fatima=changed)
    assert (await desk.known()).worker is None


async def test_two_workers_may_swap_their_addresses(tmp_path: Path) -> None:
    async with build(tmp_path, {"fatima": FATIMAS, "jeroen": JEROENS}) as desk:
        swapped = await starts(desk, fatima=JEROENS, jeroen=FATIMAS)
        assert swapped == mailed(fatima=JEROENS, jeroen=FATIMAS)


async def test_an_address_may_go_to_a_colleague(desk: Desk) -> None:
    assert await starts(desk, jeroen=FATIMAS) == mailed(jeroen=FATIMAS)


async def test_who_uses_telegram_keeps_the_desk(desk: Desk) -> None:
    phone = await desk.staff("Fatima", Role.WORKER, "fatima")
    at_the_phone = {"fatima": phone.incoming().address}
    assert await starts(desk, fatima=FATIMAS) == at_the_phone
    assert await starts(desk) == at_the_phone


async def test_who_left_the_phone_is_reached_by_mail_again(desk: Desk) -> None:
    phone = await desk.staff("Fatima", Role.WORKER, "fatima")
    await desk.router.reach(phone.incoming().address, reachable=False)
    assert await starts(desk, fatima=FATIMAS) == mailed(fatima=FATIMAS)


async def test_a_refused_address_is_tried_again_after_a_start(desk: Desk) -> None:
    await desk.router.reach(Address(CHANNEL, FATIMAS), reachable=False)
    assert await starts(desk, fatima=FATIMAS) == mailed(fatima=FATIMAS)


async def test_who_left_has_no_desk_whatever_the_config_says(desk: Desk) -> None:
    async with desk.store.work() as work:
        await work.hours.depart(Departure(WorkerId("fatima"), "Fatima"), desk.clock())
        await work.commit()
    assert await starts(desk, fatima=FATIMAS) == {}
