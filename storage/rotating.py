"""Everything that a master key wrapped, sealed or hashed, made again with the key in front.

Each page is a transaction of its own, each change holds only where nobody changed it meanwhile,
and what is done already is passed over: it may be ended anywhere and begun anew.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, bindparam, func, select, update

from flows.model import PersonId
from storage.bans import BAN_KEY
from storage.check import KEY
from storage.demand.weeks import WEEK_KEY
from storage.engine import Engine
from storage.keystore import KeyStore
from storage.people import ADDRESS
from storage.sealing import DataKey, Sealer
from storage.tables import ban, meta
from storage.tables import demand_week as weeks
from storage.tables import person as people

PAGE = 100
_PEOPLE = (
    select(people.c.id, people.c.lookup, people.c.address)
    .where(people.c.id > bindparam("after"), func.length(people.c.address) > 0)
    .order_by(people.c.id)
)
_OTHER = people.alias("other")
_LOOK_UP = (
    update(people)
    .where(
        people.c.id == bindparam("whose"),
        people.c.lookup == bindparam("old"),
        ~select(_OTHER.c.id).where(_OTHER.c.lookup == bindparam("new")).exists(),
    )
    .values(lookup=bindparam("new"))
)
_SEALED = ((weeks.c.period, weeks.c.key, WEEK_KEY), (ban.c.id, ban.c.key, BAN_KEY))
"""Keys that belong to no person: where each is kept, and for which place it is sealed."""
_KNOW = update(meta).where(meta.c.name == KEY).values(value=bindparam("check"))


async def renew(
    engine: Engine, keys: KeyStore, sealer: Sealer, told: Callable[[str, int], None]
) -> None:
    """Make everything again; afterwards nothing needs an older key.

    Whoever writes meanwhile must know the key in front already.

    Args:
        engine: The database.
        keys: Its key store.
        sealer: With the new key in front, the old one behind it.
        told: Called after every page with what was made, and how much of it so far.
    """
    await _wrap(keys, sealer, told)
    await _look_up(engine, keys, sealer, told)
    for each in _SEALED:
        await _seal(engine, sealer, *each)
    async with engine.writing() as tx:
        await tx.run(_KNOW, {"check": sealer.check})
        await tx.commit()
    await keys.say(KEY, sealer.check)


async def _wrap(keys: KeyStore, sealer: Sealer, told: Callable[[str, int], None]) -> None:
    after, done = -1, 0
    while page := await keys.page(after, PAGE):
        after = page[-1][0]
        old = [(whose, wrapped) for whose, wrapped, _ in page if not sealer.is_current(wrapped)]
        await keys.rewrap(
            [(whose, each, sealer.wrap(whose, sealer.unwrap(whose, each))) for whose, each in old]
        )
        done += len(page)
        told("keys", done)


async def _look_up(
    engine: Engine, keys: KeyStore, sealer: Sealer, told: Callable[[str, int], None]
) -> None:
    after, done = -1, 0
    while page := await _page(engine, after):
        after = page[-1].id
        wrapped = await keys.several([PersonId(row.id) for row in page])
        changes = []
        for row in page:
            if row.id not in wrapped:
                continue  # erased a moment ago
            key = DataKey(PersonId(row.id), sealer.unwrap(row.id, wrapped[row.id]))
            new = sealer.lookups(key.open(ADDRESS, row.id, row.address))[0]
            if new != row.lookup:
                changes.append({"whose": row.id, "old": row.lookup, "new": new})
        async with engine.writing() as tx:
            for change in changes:
                await tx.run(_LOOK_UP, change)
            await tx.commit()
        done += len(page)
        told("people", done)


async def _page(engine: Engine, after: int) -> Sequence[Any]:
    async with engine.reading() as tx:
        return await tx.run(_PEOPLE.limit(PAGE), {"after": after})


async def _seal(
    engine: Engine, sealer: Sealer, name: Column[Any], sealed: Column[Any], place: str
) -> None:
    reseal = (
        update(name.table)
        .where(name == bindparam("which"), sealed == bindparam("old"))
        .values({sealed: bindparam("new")})
    )
    async with engine.writing() as tx:
        for which, old in await tx.run(select(name, sealed)):
            if not sealer.is_current(old):
                new = sealer.seal(place, str(which), sealer.open(place, str(which), old))
                await tx.run(reseal, {"which": which, "old": old, "new": new})
        await tx.commit()
