"""Chat accounts and what they may do."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.model import (
    Address,
    CoordinatorId,
    MessageId,
    Person,
    PersonId,
    Role,
    SchoolId,
    WorkerId,
)
from flows.ports import Held
from flows.retention import week_of
from storage import rights
from storage import staff as listed
from storage.columns import new_id
from storage.errors import KeyGoneError
from storage.personal import PersonKeys
from storage.sealing import Sealer
from storage.tables import person as people
from storage.tables import revision, staff
from storage.transaction import Transaction, Values

ADDRESS = "person.address"
_WITH_ROLES = select(
    people.c.id,
    people.c.language,
    people.c.audience,
    people.c.school,
    people.c.school_code,
    people.c.reachable,
    people.c.visits,
    people.c.reminded,
    people.c.shared,
    people.c.seen_on,
    people.c.informed,
    staff.c.role,
    staff.c.subject,
    select(func.max(revision.c.number)).scalar_subquery().label("revision"),
).select_from(people.outerjoin(staff, staff.c.person == people.c.id))
_BY_LOOKUP = _WITH_ROLES.where(people.c.lookup == bindparam("lookup"))
_BY_LOOKUPS = _WITH_ROLES.where(people.c.lookup.in_(bindparam("lookups", expanding=True)))
_BY_ID = _WITH_ROLES.where(people.c.id == bindparam("id"))
_SOME = _WITH_ROLES.add_columns(people.c.address).where(
    people.c.id.in_(bindparam("some", expanding=True))
)
_LOST = select(people.c.id).where(
    people.c.id == bindparam("id"), func.length(people.c.address) == 0
)
_AGAIN = update(people).where(people.c.id == bindparam("whose"))
_ADDRESS_OF = select(people.c.address).where(people.c.id == bindparam("id"))
_ADD = insert(people).on_conflict_do_nothing(index_elements=["lookup"]).returning(people.c.id)
_SEEN = update(people).where(people.c.id == bindparam("whose")).values(seen_on=bindparam("monday"))


def _person_of(rows: Sequence[Any]) -> Person | None:
    """One person from a row a role (one row with nulls where there is none)."""
    if not rows:
        return None
    row, subjects = rows[0], {each.role: each.subject for each in rows}
    worker = subjects.get(Role.WORKER)
    coordinator = subjects.get(Role.COORDINATOR) or subjects.get(Role.READER)
    return Person(
        id=PersonId(row.id),
        language=row.language,
        audience=row.audience,
        school=None if row.school is None else SchoolId(row.school),
        school_code=row.school_code,
        worker=None if worker is None else WorkerId(worker),
        coordinator=None if coordinator is None else CoordinatorId(coordinator),
        reachable=row.reachable,
        visits=row.visits,
        reminded=row.reminded,
        shared=row.shared,
        seen_on=row.seen_on,
        informed=row.informed,
    )


def _text_of(address: Address) -> str:
    return f"{address.channel}|{address.id}"


def address_in(text: str) -> Address:
    """The address that was sealed as this text."""
    channel, _, inside = text.partition("|")
    return Address(channel, inside)


class SqlPeople:
    """`flows.ports.People`."""

    __slots__ = ("_foreseen", "_keys", "_sealer", "_tx")

    def __init__(self, tx: Transaction, sealer: Sealer, keys: PersonKeys) -> None:
        self._tx = tx
        self._sealer = sealer
        self._keys = keys
        self._foreseen: dict[PersonId, tuple[Person | None, Address | None]] = {}

    async def find(self, address: Address) -> Person | None:
        """The person of an address, in one query; by either key while keys are rotated."""
        lookup, *older = self._sealer.lookups(_text_of(address))
        if older:
            return await self._one(_BY_LOOKUPS, {"lookups": [lookup, *older]})
        return await self._one(_BY_LOOKUP, {"lookup": lookup})

    async def get(self, person: PersonId) -> Person | None:
        """The person of an id, in one query."""
        if person in self._foreseen:
            return self._foreseen[person][0]
        return await self._one(_BY_ID, {"id": person})

    async def _one(self, asked: Select[Any], values: Values) -> Person | None:
        """One person; the revision of office hours comes along, which nearly all screens need."""
        return _person_of(self._revised(await self._tx.run(asked, values)))

    def _revised(self, rows: Sequence[Any]) -> Sequence[Any]:
        if rows and self._tx.revision is None:
            self._tx.revision = rows[0].revision or 0
        return rows

    async def foresee(self, people: Collection[PersonId]) -> None:
        """Read people, their addresses and their keys in one query each.

        Raises:
            RuntimeError: In a work that writes.
            SealError: A row was changed, or the key is another.
        """
        self._tx.only_reads()
        held: dict[PersonId, list[Any]] = {each: [] for each in people}
        for row in self._revised(await self._tx.run(_SOME, {"some": list(held)})):
            held[PersonId(row.id)].append(row)
        keys = await self._keys.several(held)
        for person, rows in held.items():
            sealed, key = rows[0].address if rows else b"", keys.get(person)
            at = address_in(key.open(ADDRESS, person, sealed)) if key and sealed else None
            self._foreseen[person] = _person_of(rows), at

    async def add(self, address: Address, person: Person, at: datetime) -> Person:
        """Keep a new person, or find the one that another replica just added.

        The key is kept at once. If the row never is, the nightly sweep ends it.
        """
        text, made = _text_of(address), PersonId(new_id())
        key, wrapped = self._keys.draw(made)
        row = {
            "id": made,
            "lookup": self._sealer.lookups(text)[0],
            "address": key.seal(ADDRESS, made, text),
            "created_at": at,
            "seen_on": week_of(at),
            **_kept(person),
        }
        if await self._tx.first(_ADD, row):
            await self._keys.keep(made, wrapped, at)
            return replace(person, id=made, worker=None, coordinator=None)
        found = await self.find(address)
        if found is None:
            raise LookupError("a person was there and is gone within one transaction")
        return found

    async def regain(self, person: PersonId, address: Address, at: datetime) -> None:
        """Keep the address of somebody whose key was lost; nothing for everybody else."""
        if await self._tx.first(_LOST, {"id": person}) is None:
            return
        await self._keys.keep(person, self._keys.draw(person)[1], at)
        sealed = (await self._keys.of(person)).seal(ADDRESS, person, _text_of(address))
        await self._tx.run(_AGAIN.values(address=sealed), {"whose": person})

    async def save(self, person: Person) -> None:
        """Write everything but the roles."""
        change = update(people).where(people.c.id == person.id).values(_kept(person))
        await self._tx.run(change)

    async def seen(self, person: PersonId, on: date) -> None:
        """Somebody came in the week that begins on this Monday."""
        await self._tx.run(_SEEN, {"whose": person, "monday": on})

    async def address(self, person: PersonId) -> Address | None:
        """Where to send; None when unknown, erased a moment ago, or lost with its key.

        Raises:
            SealError: The row was changed, or the key is another.
        """
        if person in self._foreseen:
            return self._foreseen[person][1]
        row = await self._tx.first(_ADDRESS_OF, {"id": person})
        if row is None or not row.address:
            return None
        try:
            key = await self._keys.of(person)
        except KeyGoneError:
            return None
        return address_in(key.open(ADDRESS, person, row.address))

    async def erase(self, person: PersonId) -> None:
        """Nothing of a person is left: no key, no row, no code; the talks stay, of nobody."""
        await self._keys.destroy([person])
        await rights.erase(self._tx, person)

    async def held(self, person: PersonId) -> Held:
        """Everything that is kept of a person, opened.

        Raises:
            KeyGoneError: The person was erased a moment ago.
            SealError: A row was changed, or the key is another.
        """
        return await rights.held(self._tx, await self._keys.of(person), person)

    async def messages(self, person: PersonId, since: datetime) -> list[MessageId]:
        """Messages in the person's chat that are known: cards, and all of it from then on."""
        return await rights.messages(self._tx, person, since)

    async def shown(self, person: PersonId, messages: Collection[MessageId], at: datetime) -> None:
        """Remember that these messages stand in the person's chat."""
        await rights.shown_in(self._tx, person, messages, at)

    async def join(self, person: PersonId, role: Role, subject: str, at: datetime) -> None:  # noqa: ARG002
        """Give a role; neither the subject nor the person has it twice."""
        same = or_(staff.c.subject == subject, staff.c.person == person)
        await self._tx.run(delete(staff).where(and_(staff.c.role == role, same)))
        await self._tx.run(insert(staff), {"role": role, "subject": subject, "person": person})

    async def desks(self) -> list[tuple[PersonId, WorkerId]]:
        """The reachable accounts of workers, in order of their id."""
        return await listed.desks(self._tx)

    async def part(self, role: Role, subject: str) -> bool:
        """Take a role from whoever has it; False when nobody had."""
        theirs = delete(staff).where(staff.c.role == role, staff.c.subject == subject)
        return await self._tx.first(theirs.returning(staff.c.person)) is not None

    async def coordinators(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable chats of coordinators in order of their id, then the mail addresses."""
        return await listed.coordinators(self._tx)

    async def readers(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable mail addresses of coordinators, in order of their id."""
        return await listed.readers(self._tx)


def _kept(person: Person) -> dict[str, Any]:
    return {
        "language": person.language,
        "audience": person.audience,
        "school": person.school,
        "school_code": person.school_code,
        "reachable": person.reachable,
        "visits": person.visits,
        "reminded": person.reminded,
        "shared": person.shared,
        "informed": person.informed,
    }
