"""Every way in starts: the commands of README, their help, and what they load for it."""

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app, main
from tests.bot.config_text import GOOD, write
from tests.bot.processes import environment

ROOT = Path(__file__).parents[2]
HEAVY = (
    "telegram", "aiohttp", "httpx", "sqlalchemy", "alembic", "matplotlib", "holidays",
    "babel", "cryptography", "apscheduler", "rich",
)  # fmt: skip
"""Not pydantic: typer itself looks for it when a command has parameters."""
COMMAND: Any = typer.main.get_command(app)


def python(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**environment({}), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_readme_tells_of_every_command_and_of_no_other() -> None:
    rows = re.findall(
        r"^\| `inloop ([\w-]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(rows) == sorted(COMMAND.commands)


@pytest.mark.parametrize("name", sorted(COMMAND.commands))
def test_every_command_and_every_option_has_help(name: str) -> None:
    command = COMMAND.commands[name]
    assert command.help
    assert [each.name for each in command.params if not each.help] == []


@pytest.mark.parametrize("name", [None, *sorted(COMMAND.commands)])
def test_help_loads_nothing_heavy(name: str | None) -> None:
    words = [name, "--help"] if name else ["--help"]
    ended = python("-X", "importtime", "-m", "bot", *words)
    assert ended.returncode == 0, ended.stderr
    assert "Usage: " in ended.stdout
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in ended.stderr.splitlines()
    }
    assert loaded.isdisjoint(HEAVY), loaded.intersection(HEAVY)


def test_the_console_script_is_this_command_line() -> None:
    [script] = entry_points(group="console_scripts", name="inloop")
    assert script.load() is main


def test_without_a_command_the_help_is_shown() -> None:
    ended = python("-m", "bot")
    assert "Usage: " in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("words", [["--help"], ["check"]])
def test_nobody_reading_on_is_no_traceback(tmp_path: Path, words: list[str]) -> None:
    write(tmp_path, GOOD)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=tmp_path,
            env={**environment({}), "PYTHONPATH": str(ROOT)},
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert ended.stderr == b""
