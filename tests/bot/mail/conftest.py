"""A desk of one's own for every test that asks for one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.mail.desk import Desk
from tests.bot.mail.desk import desk as build


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A Tuesday morning, half past nine; Fatima is reached by mail."""
    async with build(tmp_path) as built:
        yield built
