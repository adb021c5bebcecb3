"""A switchboard of one's own for every test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.phones import Switchboard
from tests.bot.phones import switchboard as build


@pytest.fixture
async def board(tmp_path: Path) -> AsyncIterator[Switchboard]:
    """A Tuesday morning, half past nine."""
    async with build(tmp_path) as built:
        yield built
