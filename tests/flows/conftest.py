"""A place of one's own for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.flows.place import Place
from tests.flows.place import place as build


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """De Linde, Tuesday morning, half past nine."""
    async with build(tmp_path) as built:
        yield built
