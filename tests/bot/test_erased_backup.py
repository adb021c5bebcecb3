"""Who was erased cannot be read in a backup from before either: the keys open nothing of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.backup import copied
from flows.model import AppointmentId, Mode, PersonId, Typed
from flows.steps import Book, Erase, GivePhone, Type
from storage.errors import SealError
from storage.sealing import DataKey
from tests.databases import SEALER
from tests.flows.place import FATIMA, LINDE, TEN, Place, place
from tests.ports import Account

SEALED = {"person": ("address",), "participant": ("phone", "nickname", "label")}
Sealed = tuple[str, int, bytes]
"""Column, row and blob."""


def sealed_in(file: Path) -> dict[int, list[Sealed]]:
    """Everything that is sealed in a database file, by whose it is."""
    found: dict[int, list[Sealed]] = {}
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        for table, columns in SEALED.items():
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 ours
                whose = row["id"] if table == "person" else row["person"]
                held = [(f"{table}.{each}", row["id"], row[each]) for each in columns]
                found.setdefault(whose, []).extend(each for each in held if each[2] is not None)
    return found


async def opened_by_any_key(there: Place, whose: PersonId, sealed: list[Sealed]) -> list[str]:
    """What of somebody's is opened by the keys that the key store still has, anybody's."""
    kept = await there.store.keys.store.page(-1, 1000)
    keys = [DataKey(whose, SEALER.unwrap(owner, wrapped)) for owner, wrapped, _ in kept]
    return [text for each in sealed for key in keys for text in _text(key, each)]


def _text(key: DataKey, sealed: Sealed) -> Iterator[str]:
    try:
        yield key.open(*sealed)
    except SealError:
        return


async def who_gave_everything(there: Place, name: str, minutes: int) -> Account:
    """Somebody with a talk by phone, a number and a nickname."""
    account = await there.visitor(name)
    start = TEN.replace(minute=minutes)
    booked = await account.presses(Book(FATIMA, LINDE, start, Mode.PHONE))
    talk = AppointmentId(booked.screen.card or 0)
    await account.presses(GivePhone(talk))
    await account.types("06 12345678")
    await account.presses(Type(talk, Typed.NICKNAME))
    await account.types(f"{name}tje")
    return account


async def test_no_key_opens_what_an_older_backup_holds_of_who_was_erased(tmp_path: Path) -> None:
    async with place(tmp_path) as there:
        noor = await who_gave_everything(there, "Noor", 0)
        sam = await who_gave_everything(there, "Sam", 20)
        noors, sams = await noor.person(), await sam.person()
        database, backup = Path(there.url.partition("///")[2]), tmp_path / "a.backup"
        await copied(there.store.engine, database, backup)
        before = sealed_in(backup)
        assert len(before[noors]) == len(before[sams]) == 3
        assert "Noortje" in await opened_by_any_key(there, noors, before[noors])

        await noor.presses(Erase())

        assert await opened_by_any_key(there, noors, before[noors]) == []
        assert "Samtje" in await opened_by_any_key(there, sams, before[sams])
        assert noors not in sealed_in(database)
