"""Where database and key store disagree: a key without a person, a person without a key.

A key is kept before its row is, and destroyed before it. So a key alone is left over from an
adding that was given up, or is that of a row on its way; a row alone is of somebody erased.
"""

from datetime import datetime

from sqlalchemy import bindparam, func, select, text, update

from flows.model import PersonId
from storage.engine import Engine
from storage.personal import PersonKeys
from storage.restoring import erase
from storage.tables import participant, person
from storage.transaction import Transaction

_PAGE = 500
_PEOPLE = (
    select(person.c.id)
    .where(person.c.id > bindparam("after"), func.length(person.c.address) > 0)
    .order_by(person.c.id)
)
_HOLD = text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")
"""Waits for all who write people; on SQLite there is one writer anyway."""
_LOSE = (
    update(person)
    .where(person.c.id.in_(bindparam("some", expanding=True)))
    .values(address=b"", reachable=False)
)
_BLANK = (
    update(participant)
    .where(participant.c.person.in_(bindparam("some", expanding=True)))
    .values(label=None, phone=None, nickname=None)
)
_THERE = select(person.c.id).where(person.c.id.in_(bindparam("some", expanding=True)))


async def end_orphans(engine: Engine, keys: PersonKeys, before: datetime | None = None) -> int:
    """Destroy the keys that have no person.

    Args:
        engine: The database.
        keys: Of whoever is in it.
        before: Only those made before this moment, for the row of a new one may be on its way;
            None when nobody is at work on the database.

    Returns:
        How many.
    """
    after, ended = -1, 0
    while page := await keys.store.page(after, _PAGE):
        after = page[-1][0]
        old = [whose for whose, _, made_at in page if before is None or made_at < before]
        async with engine.reading() as tx:
            alone = await _alone(tx, old)
        if alone:
            ended += await _end(engine, keys, alone)
    return ended


async def _end(engine: Engine, keys: PersonKeys, alone: list[PersonId]) -> int:
    """Look once more while no row can be on its way, whatever the clocks say; then destroy."""
    async with engine.writing() as tx:
        if tx.postgres:
            await tx.run(_HOLD)
        orphans = await _alone(tx, alone)
        if orphans:
            await keys.destroy(orphans)
    return len(orphans)


async def _alone(tx: Transaction, some: list[PersonId]) -> list[PersonId]:
    there = {row.id for row in await tx.run(_THERE, {"some": some})}
    return [each for each in some if each not in there]


async def without_key(tx: Transaction, keys: PersonKeys) -> list[PersonId]:
    """The people whose key is gone: they were erased, whatever this database still holds.

    But for those whose key was lost, and who have no address since.
    """
    after, found = -1, list[PersonId]()
    while rows := await tx.run(_PEOPLE.limit(_PAGE), {"after": after}):
        page = [PersonId(row.id) for row in rows]
        after = page[-1]
        there = await keys.store.several(page)
        found += [each for each in page if each not in there]
    return found


async def finish_erasures(engine: Engine, keys: PersonKeys, now: datetime) -> int:
    """Take out whoever is left of erasures that ended between key and rows.

    Returns:
        How many there were.
    """
    async with engine.reading() as tx:
        left = await without_key(tx, keys)
    if not left:
        return 0
    async with engine.writing() as tx:
        finished = await erase(tx, left, now)
        await tx.commit()
    return finished


async def forget_lost(tx: Transaction, keys: PersonKeys) -> int:
    """After a key store was lost: whoever has no key keeps nothing sealed, and is not erased.

    They cannot be reached; their next message brings the address again, and with it a new key.

    Returns:
        How many there are.
    """
    lost = await without_key(tx, keys)
    if lost:
        await tx.run(_LOSE, {"some": lost})
        await tx.run(_BLANK, {"some": lost})
    return len(lost)
