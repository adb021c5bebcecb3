"""Sealed columns and the key file."""

import traceback
from pathlib import Path

import pytest
from sqlalchemy import bindparam, select, update

from flows.model import Audience, PersonId
from storage import keys
from storage.check import check_key
from storage.errors import KeyFileError, SealError, StatementError
from storage.sealing import DataKey, KeyRing, Sealer
from storage.tables import demand_week, notice, participant, person
from storage.unit import Store
from tests.databases import RING, SEALER, opened
from tests.storage.people import NOW, address_of, met, wish
from tests.storage.people import notice as notice_for

OTHER = Sealer(KeyRing(1, {1: bytes(32)}))
TURNED = Sealer(KeyRing(2, {2: bytes(32), **RING.keys}))
NOOR, SAM = PersonId(7), PersonId(8)
HERS, ALSO_HERS = DataKey(NOOR, bytes(32)), DataKey(NOOR, bytes(range(32)))
PLACE = ("participant.phone", 12)
WEEK = ("demand_week.key", "2026-W47")


def test_a_sealed_text_opens_in_its_place() -> None:
    for text in ("06 12345678", "", "é" * 200):
        assert HERS.open(*PLACE, HERS.seal(*PLACE, text)) == text
        assert SEALER.open(*WEEK, SEALER.seal(*WEEK, text)) == text


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (HERS, ("participant.label", 12)),
        (HERS, ("participant.phone", 13)),
        (ALSO_HERS, PLACE),
        (DataKey(SAM, bytes(32)), PLACE),
    ],
)
def test_a_sealed_text_opens_nowhere_else(key: DataKey, place: tuple[str, int]) -> None:
    with pytest.raises(SealError, match="moved, or changed"):
        key.open(*place, HERS.seal(*PLACE, "06 12345678"))


def test_what_is_nobodys_opens_in_its_row_only() -> None:
    with pytest.raises(SealError, match="moved, or changed"):
        SEALER.open(WEEK[0], "2026-W48", SEALER.seal(*WEEK, "x"))


def test_a_sealed_text_that_was_changed_or_cut_does_not_open() -> None:
    for blob in broken(HERS.seal(*PLACE, "06 12345678")):
        with pytest.raises(SealError):
            HERS.open(*PLACE, blob)
    for blob in broken(SEALER.seal(*WEEK, "x")):
        with pytest.raises(SealError):
            SEALER.open(*WEEK, blob)


def broken(blob: bytes) -> list[bytes]:
    return [blob[:-1] + bytes([blob[-1] ^ 1]), blob[:10], blob[:2], b""]


def test_the_same_text_is_sealed_differently_each_time_and_says_nothing() -> None:
    first, second = HERS.seal(*PLACE, "06 12345678"), HERS.seal(*PLACE, "06 12345678")
    assert first != second
    assert b"1234" not in first


def test_the_key_of_a_person_is_wrapped_for_that_person_only() -> None:
    wrapped = SEALER.wrap(NOOR, bytes(32))
    assert bytes(32) not in wrapped
    assert SEALER.unwrap(NOOR, wrapped) == bytes(32)
    for other, whose in ((SEALER, SAM), (OTHER, NOOR)):
        with pytest.raises(SealError):
            other.unwrap(whose, wrapped)


def test_a_text_is_looked_up_by_a_hash_that_needs_the_key() -> None:
    [one], [two], [other] = (
        SEALER.lookups("telegram|1"),
        SEALER.lookups("telegram|2"),
        OTHER.lookups("telegram|1"),
    )
    assert SEALER.lookups("telegram|1") == [one]
    assert len({one, two, other}) == 3
    assert len(one) == 32


def test_while_keys_are_rotated_a_text_is_looked_up_by_both_the_new_one_first() -> None:
    [new, old] = TURNED.lookups("telegram|1")
    assert [old] == SEALER.lookups("telegram|1")
    assert [new] == Sealer(KeyRing(2, {2: bytes(32)})).lookups("telegram|1")


def test_a_text_is_signed_with_a_key_that_does_nothing_else() -> None:
    signature = SEALER.sign("a")
    assert len(signature) == 32
    assert SEALER.signed("a", signature)
    assert signature not in {*SEALER.lookups("a"), OTHER.sign("a"), SEALER.sign("b")}
    for wrong in (SEALER.lookups("a")[0], OTHER.sign("a"), signature[:-1], b""):
        assert not SEALER.signed("a", wrong)
    assert not SEALER.signed("b", signature)


def test_what_an_older_key_signed_still_holds() -> None:
    assert TURNED.signed("a", SEALER.sign("a"))
    assert TURNED.sign("a") != SEALER.sign("a")
    assert not SEALER.signed("a", TURNED.sign("a"))


def test_an_older_key_still_opens_what_it_sealed_and_wrapped() -> None:
    assert TURNED.open(*WEEK, SEALER.seal(*WEEK, "x")) == "x"
    assert TURNED.unwrap(NOOR, SEALER.wrap(NOOR, bytes(32))) == bytes(32)
    for blob, is_current in ((SEALER.seal(*WEEK, "x"), False), (TURNED.seal(*WEEK, "x"), True)):
        assert TURNED.is_current(blob) is is_current
    with pytest.raises(SealError, match="key file lacks"):
        SEALER.open(*WEEK, TURNED.seal(*WEEK, "x"))
    with pytest.raises(SealError, match="key file lacks"):
        SEALER.unwrap(NOOR, TURNED.wrap(NOOR, bytes(32)))


@pytest.mark.parametrize("ring", [(1, {}), (1, {1: b"short"}), (0, {0: bytes(32)}), (2, {1: b""})])
def test_a_ring_without_a_whole_current_key_cannot_be_made(
    ring: tuple[int, dict[int, bytes]],
) -> None:
    with pytest.raises(ValueError, match="key"):
        KeyRing(*ring)


def test_a_ring_does_not_show_its_keys() -> None:
    assert repr(RING) == "KeyRing(current=1)"


async def test_an_address_moved_to_another_row_does_not_open(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.engine.sql.begin() as connection:
        hers = select(person.c.address).where(person.c.id == noor).scalar_subquery()
        await connection.execute(update(person).where(person.c.id == sam).values(address=hers))
    async with store.reading() as work:
        assert await work.people.address(noor) == address_of("Noor")
        with pytest.raises(SealError):
            await work.people.address(sam)


async def test_the_database_holds_no_plain_address_number_token_or_week_key(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        await work.appointments.set_phone(talk.id, noor, "06 12345678")
        await work.outbox.add([notice_for(noor, "a")])
        await work.tally.first_of_week("2026-W47", str(noor))
        await work.commit()
    async with store.engine.sql.connect() as connection:
        found = [
            row
            for table in (person, participant, notice, demand_week)
            for row in await connection.execute(select(table))
        ]
    assert len(found) == 4
    text = repr(found)
    assert "Noor" not in text
    assert "telegram" not in text
    assert "12345678" not in text


async def test_an_error_of_the_database_shows_no_values(store: Store) -> None:
    await met(store, "Noor")
    secret = {"secret": "06 12345678"}
    without_lookup = update(person).values(language=bindparam("secret"), lookup=None)
    async with store.engine.writing() as tx:
        with pytest.raises(StatementError, match="UPDATE person SET lookup") as mistake:
            await tx.run(without_lookup, secret)
    told = "".join(traceback.format_exception(mistake.value))
    assert "12345678" not in told


def test_a_key_file_is_made_for_its_owner_only_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "inloop.key"
    made = keys.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert keys.load(path) == made
    assert keys.make(tmp_path / "other.key") != made
    assert sorted(each.name for each in tmp_path.iterdir()) == ["inloop.key", "other.key"]


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "inloop.key"
    made = keys.make(path)
    with pytest.raises(KeyFileError, match="exists already"):
        keys.make(path)
    assert keys.load(path) == made
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="choose a folder"):
        keys.make(tmp_path / "no such" / "folder" / "inloop.key")


def test_a_missing_key_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="is missing: put it back"):
        keys.load(tmp_path / "inloop.key")


def test_a_key_file_that_is_a_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be read"):
        keys.load(tmp_path)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660])
def test_a_key_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "inloop.key"
    keys.make(path)
    path.chmod(mode)
    with pytest.raises(KeyFileError, match="chmod 600"):
        keys.load(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"1 AAAA\n", b"x", b"\xff\xfe", b"one " + b"A" * 44, b"1 " + b"A" * 44 + b"\nrest"],
)
def test_a_damaged_key_file_is_a_sentence_without_the_key(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "inloop.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileError, match="is damaged") as refusal:
        keys.load(path)
    assert "AAAA" not in str(refusal.value)


async def test_a_database_knows_its_key_again_and_refuses_another(database_url: str) -> None:
    async with opened(database_url) as store:
        await check_key(store.engine, SEALER)
        await check_key(store.engine, SEALER)
        with pytest.raises(KeyFileError, match="belongs to another database"):
            await check_key(store.engine, OTHER)
        await check_key(store.engine, SEALER)
