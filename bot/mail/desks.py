"""Who is reached by mail: made right at every start, for the config may have changed."""

from collections.abc import Mapping
from dataclasses import replace

from bot.mail import CHANNEL
from flows.model import Address, Person, PersonId, Role, WorkerId
from flows.ports import Ports, Work
from flows.programme import Worker


async def settle_desks(ports: Ports) -> None:
    """Give every configured address its desk, unless somebody sits there; take it from others.

    Who uses Telegram keeps the desk, who left has none. An address that a mail server once refused
    is tried again.
    """
    async with ports.work() as work:
        changes = (await ports.almanacs.current(work, ports.clock())).changes
        mailed = [each for each in ports.programme.workers if each.email is not None]
        wanted = {each.id: each for each in mailed if changes.departure(each.id) is None}
        await _part(wanted, work)
        for worker in wanted.values():
            if not await work.desks.at_desk(worker.id):
                await _join(worker, ports, work)
        await _settle_readers(ports, work)
        await work.commit()


async def _settle_readers(ports: Ports, work: Work) -> None:
    """Give every coordinator's address the digest, beside the chat; take it from others."""
    wanted = {each.id: each.email for each in ports.programme.coordinators if each.email}
    for person, coordinator in await work.people.readers():
        held = await work.people.address(person)
        if held is None or wanted.get(coordinator) != held.id:
            await work.people.part(Role.READER, coordinator)
    had = {coordinator for _, coordinator in await work.people.readers()}
    language = ports.programme.about.languages[0]
    for coordinator, email in wanted.items():
        if coordinator not in had:
            await _join_by(email, language, Role.READER, coordinator, ports, work)


async def _part(wanted: Mapping[WorkerId, Worker], work: Work) -> None:
    """Take the desk from addresses that the config no longer gives it to."""
    for person, worker in await work.people.desks():
        held = await work.people.address(person)
        named = wanted.get(worker)
        if held is not None and held.channel == CHANNEL and (not named or named.email != held.id):
            await work.people.part(Role.WORKER, worker)


async def _join(worker: Worker, ports: Ports, work: Work) -> None:
    spoken = ports.programme.about.languages
    language = next((each for each in worker.languages if each in spoken), spoken[0])
    await _join_by(worker.email or "", language, Role.WORKER, worker.id, ports, work)


async def _join_by(
    email: str, language: str, role: Role, subject: str, ports: Ports, work: Work
) -> None:
    now, address = ports.clock(), Address(CHANNEL, email)
    person = await work.people.add(address, Person(PersonId(0), language), now)
    await work.people.save(replace(person, language=language, reachable=True))
    await work.people.join(person.id, role, subject, now)
