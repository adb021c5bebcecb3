"""The commands of an operator: what they say, and what they leave as it was."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.demo.run import PROGRAMME
from bot.digest import written
from bot.errors import OperatorError
from bot.invitations import invitation_link
from tests.bot.config_text import GOOD, line_of, write
from tests.bot.processes import Ended
from tests.bot.processes import told as told_by_process
from tests.bot.shell import Shell, refused_everywhere, used_database
from tests.databases import fresh_postgres, fresh_sqlite
from tests.town import Town, town, write_key

WELL = "All is well.\n"
MISSING = "is missing: put it back from its backup; without it nobody can be reached any more."


def newer(file: Path) -> None:
    fresh_sqlite(file.parent)
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()


def foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE recipe (title TEXT)")
        database.commit()


def no_database(file: Path) -> None:
    file.write_text("Dear diary, " * 500)


def damaged(file: Path) -> None:
    fresh_sqlite(file.parent)
    content = bytearray(file.read_bytes())
    content[100:8192] = bytes(8092)
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (newer, "The database is of a newer Inloop: install that version, or restore a backup"),
        (foreign, "The database belongs to another program: choose another in config.toml."),
        (no_database, "inloop.db is not a database: choose another path in config.toml"),
        (damaged, "inloop.db is damaged: restore a backup."),
    ],
)
def test_a_database_that_cannot_be_used_is_one_sentence_and_stays_as_it_was(
    shell: Shell, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(shell.folder / "inloop.db")
    before = shell.content()

    for words in (["run"], ["migrate"], ["digest", "--week", "2026-W47"]):
        assert sentence in shell(*words).sentence
    checked = shell("check")

    assert checked.code == 1
    assert sentence in checked.out
    assert checked.out.endswith("1 to mend.\n")
    assert shell.content() == before


@pytest.mark.parametrize("place", ["config.toml/inloop.db", "weg/inloop.db", "map"])
def test_a_database_that_cannot_be_made_is_one_sentence_and_no_key_is_made(
    shell: Shell, place: str
) -> None:
    (shell.folder / "map").mkdir()
    before = shell.content()
    url = f"sqlite+aiosqlite:///{place}"
    for command in ("run", "migrate"):
        said = shell(command, INLOOP_DATABASE__URL=url).sentence
        assert said.startswith("No database can be made, for ")
    assert shell("check", INLOOP_DATABASE__URL=url).code == 1
    assert shell.content() == before


def test_a_key_that_cannot_be_made_is_one_sentence_and_no_database_is_made(shell: Shell) -> None:
    before = shell.content()
    said = shell("run", INLOOP_KEYS__FILE="config.toml/inloop.key").sentence
    assert said.startswith("No key file can be made, for there is no folder ")
    assert shell.content() == before


def removed(file: Path) -> None:
    file.unlink()


def open_to_all(file: Path) -> None:
    file.chmod(0o644)


def of_another(file: Path) -> None:
    file.write_text(f"1 {'A' * 43}=\n")


def cut_off(file: Path) -> None:
    file.write_text("1 AAAA\n")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (removed, f"inloop.key {MISSING}"),
        (open_to_all, "inloop.key is open to others: run chmod 600 "),
        (of_another, "The key file belongs to another database: put back the one"),
        (cut_off, "inloop.key is damaged (a line is a number and 32 bytes in base64)"),
    ],
)
def test_a_key_that_does_not_fit_is_one_sentence_and_nothing_changes(
    shell: Shell, spoil: Callable[[Path], None], sentence: str
) -> None:
    used_database(shell)
    spoil(shell.folder / "keys" / "inloop.key")
    refused_everywhere(shell, sentence)


def test_a_key_that_was_put_there_first_is_taken(shell: Shell) -> None:
    write_key(shell.folder / "keys" / "inloop.key")
    key = (shell.folder / "keys" / "inloop.key").read_bytes()
    assert shell("invite", "worker", "fatima", INLOOP_TELEGRAM__USERNAME="inloop_bot").code == 0
    assert (shell.folder / "keys" / "inloop.key").read_bytes() == key


def test_after_migrate_the_first_start_makes_the_key(shell: Shell) -> None:
    assert shell("migrate") == Ended(0, "The database is up to date now.\n", "")
    assert sorted(shell.content()) == ["config.toml", "inloop.db"]
    assert shell("migrate") == Ended(0, "The database is up to date already.\n", "")
    assert shell("check").out.endswith(WELL)
    assert sorted(shell.content()) == ["config.toml", "inloop.db"]

    invited = shell("invite", "worker", "fatima", INLOOP_TELEGRAM__USERNAME="inloop_bot")

    assert invited.code == 0
    assert (shell.folder / "keys" / "inloop.key").stat().st_mode & 0o777 == 0o600


def test_a_database_server_is_migrated_by_its_operator(shell: Shell) -> None:
    there = {
        "INLOOP_DATABASE__URL": fresh_postgres(migrated=False),
        "INLOOP_TELEGRAM__USERNAME": "inloop_bot",
    }
    empty = "The database is empty: run inloop migrate."
    assert shell("run", **there).sentence == empty
    assert f"{empty}\n1 to mend.\n" in shell("check", **there).out
    assert list(shell.content()) == ["config.toml"]

    assert shell("migrate", **there) == Ended(0, "The database is up to date now.\n", "")
    assert shell("migrate", **there) == Ended(0, "The database is up to date already.\n", "")
    assert shell("check", **there).out.endswith(WELL)
    assert list(shell.content()) == ["config.toml"]
    assert shell("invite", "worker", "fatima", **there).code == 0
    (shell.folder / "keys" / "inloop.key").unlink()
    assert MISSING in shell("run", **there).sentence


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("u:geheim@127.0.0.1:1/inloop", "The database inloop on 127.0.0.1 cannot be reached"),
        ("u:geheim@127.0.0.1:x/inloop", "INLOOP_DATABASE__URL: should have a number as its port"),
        ("u:geheim@127.0.0.1", "INLOOP_DATABASE__URL: should name a database after the host"),
        ("u:geheim@db/inloop?sslmode=require", "should say ssl=… in place of sslmode=…"),
    ],
)
def test_a_server_that_is_not_there_is_one_sentence_without_its_password(
    shell: Shell, url: str, sentence: str
) -> None:
    settings = {"INLOOP_DATABASE__URL": f"postgresql+asyncpg://{url}"}
    for command in ("run", "migrate"):
        said = shell(command, **settings).sentence
        assert sentence in said
        assert "geheim" not in said
    checked = shell("check", **settings)
    assert (checked.code, sentence in checked.out) == (1, True)
    assert list(shell.content()) == ["config.toml"]


COMMANDS = [
    ("run",),
    ("check",),
    ("migrate",),
    ("invite", "worker", "fatima"),
    ("digest", "--week", "2026-W47"),
    ("demo", "--port", "0"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_an_unknown_variable_is_refused_by_every_command(
    shell: Shell, words: tuple[str, ...]
) -> None:
    ended = shell(*words, INLOOP_TELEGRAM__TOKEM="1:x", INLOOP_PROGRAMME__NAMEN="x")
    assert ended.code == 1
    assert "INLOOP_PROGRAMME__NAMEN: sets no key" in ended.out + ended.err
    assert list(shell.content()) == ["config.toml"]


@pytest.mark.parametrize("words", COMMANDS[:5], ids=lambda words: words[0])
def test_a_fault_in_the_config_has_its_line_and_a_remedy_in_every_command(
    shell: Shell, words: tuple[str, ...]
) -> None:
    text = GOOD.replace('school = "linde"', 'school = "beuk"')
    write(shell.folder, text)
    ended = shell(*words)
    assert ended.code == 1
    place = f"config.toml:{line_of(text, 'school = ')}: schedules[0].school: "
    said = [each for each in (ended.out + ended.err).splitlines() if each.startswith(place)]
    assert len(said) == 1
    assert ". Remedy: " in said[0]
    assert list(shell.content()) == ["config.toml"]


def test_a_sound_config_is_well_and_nothing_is_made(shell: Shell) -> None:
    ended = shell("check")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith(WELL)
    assert list(shell.content()) == ["config.toml"]


def test_a_warning_does_not_fail_the_check(shell: Shell) -> None:
    write(shell.folder, GOOD[: GOOD.index("[[coordinators]]")])
    ended = shell("check")
    assert ended.code == 0
    assert "warning: coordinators: " in ended.out
    assert ended.out.endswith(WELL)


def test_config_texts_and_key_are_told_at_once(shell: Shell) -> None:
    used_database(shell)
    (shell.folder / "keys" / "inloop.key").chmod(0o644)
    write(
        shell.folder, GOOD.replace('name = "Inloop"', 'name = "Inloop"\nlanguages = ["nl", "eo"]')
    )
    ended = shell("check")
    assert ended.code == 1
    assert "There are no texts in language eo: programme.languages may be of " in ended.out
    assert "is open to others" in ended.out
    assert ended.out.endswith("2 to mend.\n")
    assert "no texts in language eo" in shell("run").sentence


@pytest.mark.parametrize(
    ("base_url", "clock", "sentence"),
    [
        ("https://api.telegram.org/bot", "http://127.0.0.1:8080", "--clock is for the demo only"),
        ("https://127.0.0.1.example/bot", "http://127.0.0.1:8080", "--clock is for the demo only"),
        ("http://127.0.0.1:1/bot", "http://192.0.2.1:8080", "--clock takes the address of a demo"),
        ("http://127.0.0.1:1/bot", "file:///etc/passwd", "--clock takes the address of a demo"),
        ("http://127.0.0.1:1/bot", "http://[", "--clock takes the address of a demo"),
        ("http://127.0.0.1:1/bot", "", "--clock takes the address of a demo"),
    ],
)
def test_a_clock_is_followed_on_this_machine_only(
    shell: Shell, base_url: str, clock: str, sentence: str
) -> None:
    said = shell("run", "--clock", clock, INLOOP_TELEGRAM__BASE_URL=base_url).sentence
    assert said.startswith(sentence)
    assert list(shell.content()) == ["config.toml"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("invite", "boss", "fatima"), "boss is no role: write worker or coordinator."),
        (("invite", "worker", "noor"), "There is no worker noor: the config lists fatima."),
        (
            ("invite", "coordinator", "noor"),
            "There is no coordinator noor: the config lists sanne.",
        ),
        (("invite", "worker", "fatima"), "Telegram does not tell the bot's name (no-connection):"),
        (("digest", "--week", "47"), "47 is no week: write it as 2026-W47."),
        (("digest", "--week", "2026-W54"), "2026-W54 is no week: write it as 2026-W47."),
        (("digest", "--week", "2026-W47"), "The database holds nothing yet: start the bot"),
        (
            ("digest", "--week", "2026-W47", "--scope", "school:beuk"),
            "There is no scope school:beuk: write one of programme, provider:zeilvast, school:",
        ),
        (("demo", "--now", "straks"), "'straks' is no moment for --now: write one of 2021 to"),
        (("demo", "--data", "config.toml"), "config.toml cannot be made a folder (File exists)"),
        (("run", "--config", "weg.toml"), "weg.toml: there is no such file. Remedy: copy "),
    ],
)
def test_what_is_asked_for_in_vain_is_one_sentence_and_makes_nothing(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    assert shell(*words).sentence.startswith(sentence)
    assert list(shell.content()) == ["config.toml"]


def test_a_week_that_is_not_published_is_one_sentence(shell: Shell) -> None:
    used_database(shell)
    assert shell("digest", "--week", "2026-W47").sentence == (
        "Week 2026-W47 is not published: that happens on the Monday after it."
    )


async def test_a_link_works_once_while_the_bot_runs(tmp_path: Path) -> None:
    async with town(tmp_path, system_clock()) as here:
        link = await invitation_link(here.config, "worker", "fatima")
        start, _, payload = link.partition("?start=")
        assert start == "https://t.me/inloop_demo_bot"
        assert payload.startswith("i_")
        fatima, sam = await here.person("Fatima"), await here.person("Sam")

        await fatima.sends(f"/start {payload}")
        await sam.sends(f"/start {payload}")

        assert "Deze uitnodiging werkt niet meer." not in await fatima.sees()
        assert "Deze uitnodiging werkt niet meer." in await sam.sees()


async def published(here: Town) -> None:
    noor = await here.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    await here.clock("2026-11-30T08:00")


async def test_a_published_week_is_the_same_bytes_whenever_asked(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        await published(here)
        for form in ("text", "json", "csv", "png"):
            for scope in ("programme", "school:linde"):
                content = await written(here.config, "2026-W48", scope, form)
                assert content == await written(here.config, "2026-W48", scope, form)
        with pytest.raises(OperatorError, match="Week 2026-W49 is not published"):
            await written(here.config, "2026-W49", "programme", "text")

        settings = {
            "INLOOP_TELEGRAM__TOKEN": here.core.token,
            "INLOOP_DATABASE__URL": here.config.database.url,
            "INLOOP_KEYS__FILE": str(here.config.keys.file),
            "INLOOP_KEYS__URL": here.config.keys.url,
        }
        words = ("digest", "--config", str(PROGRAMME), "--week", "2026-W48", "--format", "json")
        shown, kept, lost = await asyncio.gather(
            told_by_process(*words, folder=tmp_path, settings=settings),
            told_by_process(*words, "--out", "w48", folder=tmp_path, settings=settings),
            told_by_process(*words, "--out", "weg/w", folder=tmp_path, settings=settings),
        )

    assert json.loads(shown.out)["week"] == "2026-W48"
    assert kept == Ended(0, "", "")
    assert (tmp_path / "w48").read_text() == shown.out
    assert lost.sentence.startswith("weg/w cannot be written (No such file or directory): name")
