"""A switchboard, or a folder to give commands in, for every test that asks for one."""

import logging
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.config_text import GOOD, write
from tests.bot.phones import Switchboard
from tests.bot.phones import switchboard as build
from tests.bot.processes import environment
from tests.bot.shell import Shell


@pytest.fixture
async def board(tmp_path: Path) -> AsyncIterator[Switchboard]:
    """A Tuesday morning, half past nine."""
    async with build(tmp_path) as built:
        yield built


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """A sound config for a bot whose Telegram is never reached."""
    for name in os.environ.keys() - environment({}).keys():
        monkeypatch.delenv(name)
    monkeypatch.setenv("INLOOP_TELEGRAM__BASE_URL", "http://127.0.0.1:1/bot")
    write(tmp_path, GOOD)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield Shell(tmp_path, monkeypatch, capsys)
    root.handlers[:], root.level = before
