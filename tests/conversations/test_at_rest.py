"""What a thief finds: after a stretch of use, nothing that anybody told, in any file or log."""

import logging
from pathlib import Path

import pytest

from bot.backup import backed_up
from bot.key_copies import keys_backed_up
from tests.town import Chat, Town

LABEL, NICKNAME, PHONE = "Zwaluwkind", "Kwartelvis", "0687351946"
FIRST_ID = 7_351_946_000
"""Telegram ids of these people begin here."""
MARKERS = (LABEL, NICKNAME, PHONE, "687351946", "7351946")
FORMS = ("utf-8", "utf-16-le")


async def told(chat: Chat, key: str, words: str) -> None:
    await chat.taps("Meer")
    await chat.taps(key)
    await chat.sends(words)
    assert words not in str([each for each in await chat.messages() if each["from"] == "user"])


async def stretch(town: Town) -> None:
    """A pupil with a nickname; a parent with a child's label and a number; reminders; a worker."""
    town.people_from(FIRST_ID)
    fatima = await town.worker("Fatima", "fatima")
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps((await noor.keys())[0])
    await told(noor, "Hoe heet je", NICKNAME)
    olena = await town.person("Olena")
    await olena.scans()
    await olena.taps("Ouder")
    await olena.taps("Eerste vrije tijd")
    await olena.taps("Andere manier")
    await olena.taps("Bellen")
    await olena.taps((await olena.keys())[-1])
    await olena.sends(PHONE)
    await olena.sends("/book")
    await olena.taps((await olena.keys())[0])
    await told(olena, "Welk kind", LABEL)
    await fatima.sends("/start")
    await fatima.taps("Vandaag")
    await town.clock("2026-11-25T08:00")


def files_in(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


def found_in(files: list[Path]) -> list[tuple[str, str]]:
    """Which marker is in which file, in any form that text, a number or its digits may have."""
    ids = range(FIRST_ID, FIRST_ID + 3)
    numbers = [each.to_bytes(size) for each in ids for size in (5, 8)]
    numbers += [each.to_bytes(8, "little") for each in ids]
    needles = {word.encode(form): word for word in MARKERS for form in FORMS}
    needles |= dict.fromkeys(numbers, "an id")
    return [
        (file.name, word)
        for file in files
        for needle, word in needles.items()
        if needle in file.read_bytes()
    ]


async def test_no_marker_is_in_database_wal_key_store_backups_or_logs(
    town: Town, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        await stretch(town)
        await backed_up(town.config, tmp_path / "copy.backup")
        await keys_backed_up(town.config, tmp_path / "copy.keys")
    log = tmp_path / "log"
    log.write_text("\n".join(each.getMessage() for each in caplog.records))

    files = files_in(tmp_path)

    names = {each.name for each in files}
    assert {"demo.db", "demo.db-wal", "keys.db", "copy.backup", "copy.keys", "log"} <= names
    assert found_in(files) == []
    plain = tmp_path / "plain"
    plain.write_bytes(PHONE.encode() + FIRST_ID.to_bytes(8, "big"))
    assert {word for _, word in found_in([plain])} == {*MARKERS[2:], "an id"}
