"""A copy of the key store: made while the bot runs, put back only when the store is lost."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.backup import backed_up
from bot.errors import OperatorError
from bot.key_copies import keys_backed_up, keys_restored
from flows.model import Address, PersonId
from storage import pgtools
from storage.check import check_key_store
from storage.keystore import SCHEMA
from tests.bot.shell import Shell, refused_everywhere, used_database
from tests.bot.test_backup import Office, came, office  # noqa: F401  the fixture
from tests.databases import SEALER, opened


def copy_of(place: Office) -> Path:
    return place.folder / "copy.keys"


async def kept(place: Office) -> set[PersonId]:
    async with opened(place.url) as store:
        return {whose for whose, _, _ in await store.keys.store.page(-1, 100)}


async def lose(place: Office) -> None:
    """The disk with the key store is gone."""
    if place.config.database.file is not None:
        (place.folder / "keys" / "keys.db").unlink()
        return
    async with opened(place.url) as store, store.engine.sql.begin() as connection:
        for table in ("person_key", "about"):
            await connection.execute(text(f"DELETE FROM {SCHEMA}.{table}"))  # noqa: S608  our names


async def people(place: Office) -> dict[str, PersonId]:
    """Who can be reached, by their address."""
    async with opened(place.url) as store, store.reading() as work:
        found = {}
        for row in await place.table("person"):
            address = await work.people.address(row["id"])
            if address is not None:
                found[address.id] = row["id"]
        return found


async def test_a_copy_made_at_work_is_put_back_after_a_crash_and_everybody_is_reached(
    office: Office,  # noqa: F811
) -> None:
    await came(office, "Noor")
    await came(office, "Sam")
    async with office.open() as place, place.store.work() as work:
        await work.people.find(Address("test", "Noor"))
        await keys_backed_up(office.config, copy_of(office))
    assert copy_of(office).stat().st_mode & 0o777 == 0o600
    before = await people(office)
    await lose(office)

    said = await keys_restored(office.config, copy_of(office))

    assert len(said) == 1
    assert await people(office) == before
    assert set(before) == {"Noor", "Sam"}


async def test_who_was_erased_since_does_not_come_back(office: Office) -> None:  # noqa: F811
    await came(office, "Noor")
    await came(office, "Sam")
    there = await people(office)
    await keys_backed_up(office.config, copy_of(office))
    async with opened(office.url) as store:
        await store.keys.destroy([there["Noor"]])
        async with store.engine.sql.begin() as connection:
            await connection.execute(
                text("DELETE FROM person WHERE id = :id"), {"id": there["Noor"]}
            )
    await lose(office)

    said = await keys_restored(office.config, copy_of(office))

    assert "Keys of people erased since, destroyed again: 1." in said
    assert await kept(office) == {there["Sam"]}


async def test_who_came_since_is_reached_again_from_the_next_message_on(
    office: Office,  # noqa: F811
) -> None:
    await keys_backed_up(office.config, copy_of(office))
    await came(office, "Noor")
    noor = (await people(office))["Noor"]
    await lose(office)

    said = await keys_restored(office.config, copy_of(office))

    assert "People without a key, unreachable until they write again: 1." in said
    assert await people(office) == {}
    async with office.open() as place:
        await place.person("Noor").starts()
    assert await people(office) == {"Noor": noor}
    assert len(await office.table("person")) == 1


async def test_a_copy_never_brings_back_who_was_erased(office: Office) -> None:  # noqa: F811
    await came(office, "Noor")
    await came(office, "Sam")
    there = await people(office)
    await keys_backed_up(office.config, copy_of(office))
    await office.erases(there["Noor"])
    with pytest.raises(OperatorError, match="holds keys: a copy is put back only when it is lost"):
        await keys_restored(office.config, copy_of(office))
    assert await kept(office) == {there["Sam"]}


async def test_a_lost_key_store_is_refused_until_its_copy_is_back(
    office: Office,  # noqa: F811
) -> None:
    await came(office, "Noor")
    await keys_backed_up(office.config, copy_of(office))
    await backed_up(office.config, office.backup)
    await lose(office)
    with pytest.raises(OperatorError, match="is missing: put it back from its backup"):
        await office.restore()
    async with opened(office.url) as store:
        with pytest.raises(Exception, match="is missing: put it back from its backup"):
            await check_key_store(store.engine, store.keys.store, SEALER)
    await keys_restored(office.config, copy_of(office))
    await office.restore()
    assert set(await people(office)) == {"Noor"}


async def test_another_databases_key_store_erases_nobody(office: Office) -> None:  # noqa: F811
    await came(office, "Noor")
    await backed_up(office.config, office.backup)
    async with opened(office.url) as store:
        await store.keys.store.say("key_store", bytes(16))
    with pytest.raises(OperatorError, match="belongs to another database"):
        await office.restore()
    assert len(await office.table("person")) == 1


async def test_a_copy_of_another_key_is_refused(office: Office) -> None:  # noqa: F811
    await came(office, "Noor")
    await keys_backed_up(office.config, copy_of(office))
    await lose(office)
    office.config.keys.file.write_text(f"1 {b64encode(bytes(32)).decode()}\n")
    with pytest.raises(OperatorError, match="made with another key"):
        await keys_restored(office.config, copy_of(office))


async def test_a_copy_never_takes_the_place_of_another(office: Office) -> None:  # noqa: F811
    await keys_backed_up(office.config, copy_of(office))
    with pytest.raises(OperatorError, match="exists already"):
        await keys_backed_up(office.config, copy_of(office))


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"x" * 5000])
async def test_garbage_is_refused(office: Office, content: bytes) -> None:  # noqa: F811
    copy_of(office).write_bytes(content)
    await lose(office)
    with pytest.raises(OperatorError) as refused:
        await keys_restored(office.config, copy_of(office))
    assert "\n" not in str(refused.value)
    assert await kept_or_none(office) is None


async def kept_or_none(place: Office) -> bytes | None:
    async with opened(place.url) as store:
        return await store.keys.store.told("key_store")


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
async def test_a_backup_of_the_database_holds_no_keys_to_restore(
    office: Office,  # noqa: F811
) -> None:
    await backed_up(office.config, office.backup)
    await lose(office)
    with pytest.raises(OperatorError, match="holds no keys"):
        await keys_restored(office.config, office.backup)


# From the command line


def removed(shell: Shell) -> None:
    (shell.folder / "keys" / "keys.db").unlink()


def of_another(shell: Shell) -> None:
    from sqlite3 import connect  # noqa: PLC0415

    with connect(shell.folder / "keys" / "keys.db") as store:
        store.execute("UPDATE about SET value = x'00' WHERE name = 'key_store'")
    store.close()


def no_store(shell: Shell) -> None:
    (shell.folder / "keys" / "keys.db").write_text("Dear diary, " * 500)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (removed, "keys.db is missing: put it back from its backup with inloop restore-keys"),
        (of_another, "keys.db belongs to another database: put its own back with inloop restore"),
        (no_store, "keys.db is not a database"),
    ],
)
def test_a_key_store_that_does_not_fit_is_one_sentence_and_nothing_changes(
    shell: Shell, spoil: Callable[[Shell], None], sentence: str
) -> None:
    with_somebody(shell)
    spoil(shell)
    refused_everywhere(shell, sentence)


def with_somebody(shell: Shell) -> None:
    """A database that knows its key and its key store, and somebody in it."""
    from sqlite3 import connect  # noqa: PLC0415

    with connect(used_database(shell)) as database:
        database.execute(
            "INSERT INTO person (id, lookup, address, language, created_at)"
            " VALUES (1, x'01', x'01', 'nl', 0)"
        )
    database.close()


def test_the_commands_say_what_they_did(shell: Shell) -> None:
    with_somebody(shell)
    made = shell("backup-keys", "copy.keys")
    assert made.out == "The keys' backup is copy.keys. Destroy it within seven days.\n"
    assert "holds keys" not in shell("check").out
    removed(shell)
    done = shell("restore-keys", "copy.keys")
    assert done.out.startswith("The keys are restored.")
    assert shell("check").code == 0


def test_a_key_store_that_nobody_is_in_is_made_again(shell: Shell) -> None:
    used_database(shell)
    removed(shell)
    assert shell("check").code == 0
    assert shell("invite", "worker", "fatima", INLOOP_TELEGRAM__USERNAME="inloop_bot").code == 0
    assert (shell.folder / "keys" / "keys.db").stat().st_mode & 0o777 == 0o600


async def test_no_backup_of_the_database_has_a_key(office: Office) -> None:  # noqa: F811
    await came(office, "Noor")
    await backed_up(office.config, office.backup)
    async with opened(office.url) as store:
        (_, wrapped, _), *_ = await store.keys.store.page(-1, 1)
        assert wrapped not in office.backup.read_bytes()
        if office.config.database.file is None:
            assert await pgtools.rows(store.engine, office.backup, "person_key") == []
            assert len(await pgtools.rows(store.engine, office.backup, "person")) == 1
