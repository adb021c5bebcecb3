"""`inloop understand`: what the bot makes of a text, one JSON line a text."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.demo.run import PROGRAMME
from tests.bot.shell import Shell
from tests.house.test_entry_points import python

KEYS = [
    "intent", "suggestions", "confidence", "crisis", "crisis_kind", "worker", "date", "dates",
    "time",
]  # fmt: skip
BOT = ("bot.app", "bot.store", "telegram", "sqlalchemy", "alembic", "cryptography", "apscheduler")
NOW = ("--now", "2026-11-25T10:00")


def told(shell: Shell, *words: str) -> dict[str, Any]:
    ended = shell("understand", *words)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.count("\n") == 1
    values: dict[str, Any] = json.loads(ended.out)
    return values


def test_a_text_is_one_line_with_these_keys(shell: Shell) -> None:
    found = told(shell, "ik wil graag een afspraak maken", *NOW)
    assert list(found) == KEYS
    assert (found["intent"], found["suggestions"][0]) == ("book", "book")
    assert len(found["suggestions"]) == 3
    assert 0.5 < found["confidence"] <= 1


@pytest.mark.parametrize("text", ["", "   ", "\u202e", "x" * 4096, "😂", "مرحبا wie ты"])
def test_any_text_has_an_answer(shell: Shell, text: str) -> None:
    found = told(shell, text, *NOW)
    assert list(found) == KEYS
    assert "unknown" not in found["suggestions"]


def test_texts_of_a_stream_are_answered_line_by_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"wie is er vandaag\r\n\nbedankt!\n" + b"\xff\n" + "tschüß".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "ascii"))
    lines = shell("understand", "-", *NOW).out.splitlines()
    assert [json.loads(each)["intent"] for each in lines[:3]] == ["presence", "unknown", "thanks"]
    assert len(lines) == 5


def test_a_config_may_be_named(shell: Shell) -> None:
    (shell.folder / "own.toml").write_bytes(PROGRAMME.read_bytes())
    spoilt = shell("understand", "hoi", "--config", "own.toml", INLOOP_TELEGRAM__TOKEN="nee")
    assert "INLOOP_TELEGRAM__TOKEN: should be" in spoilt.sentence
    well = shell("understand", "hoi", "--config", "own.toml", INLOOP_TELEGRAM__TOKEN="1:demo")
    assert json.loads(well.out)["intent"] == "greeting"


def test_a_school_and_a_moment_must_be_there(shell: Shell) -> None:
    assert "There is no school x" in shell("understand", "hoi", "--school", "x").sentence
    assert "no moment for --now" in shell("understand", "hoi", "--now", "gisteren").sentence
    assert told(shell, "hoi", "--school", "linde", "--now", "2026-11-25T10:00+01:00")


def test_nothing_of_the_bot_is_built_for_it(tmp_path: Path) -> None:
    code = (
        "import sys, bot.cli; sys.argv = ['inloop', 'understand', 'hoi']\n"
        "try: bot.cli.main()\n"
        f"finally: print([each for each in {BOT!r} if each in sys.modules])"
    )
    assert python("-c", code, folder=tmp_path).stdout.splitlines()[1] == "[]"
