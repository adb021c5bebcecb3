"""Where database and key store disagree: a key without a person, a person without a key.

A key is made before its row and destroyed before it. So a key alone is left over from an adding
that was given up, or is that of a row which is on its way; a row alone is of somebody erased.
"""

from datetime import datetime

from sqlalchemy import bindparam, select

from flows.model import PersonId
from storage.engine import Engine
from storage.personal import PersonKeys
from storage.tables import person
from storage.transaction import Transaction

_PAGE = 500
_PEOPLE = (
    select(person.c.id).where(person.c.id > bindparam("after")).order_by(person.c.id).limit(_PAGE)
)
_THERE = select(person.c.id).where(person.c.id.in_(bindparam("some", expanding=True)))


async def end_orphans(engine: Engine, keys: PersonKeys, before: datetime) -> int:
    """Destroy the keys that were made before a moment and have no person.

    Returns:
        How many.
    """
    after, ended = -1, 0
    while page := await keys.store.page(after, _PAGE):
        after = page[-1][0]
        old = [whose for whose, _, made_at in page if made_at < before]
        async with engine.reading() as tx:
            there = {row.id for row in await tx.run(_THERE, {"some": old})}
        orphans = [each for each in old if each not in there]
        if orphans:
            await keys.destroy(orphans)
            ended += len(orphans)
    return ended


async def without_key(tx: Transaction, keys: PersonKeys) -> list[PersonId]:
    """The people whose key is gone: they were erased, whatever this database still holds."""
    after, found = -1, list[PersonId]()
    while rows := await tx.run(_PEOPLE, {"after": after}):
        page = [PersonId(row.id) for row in rows]
        after = page[-1]
        there = await keys.store.several(page)
        found += [each for each in page if each not in there]
    return found
