"""A town of one's own for every conversation."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.town import Town
from tests.town import town as build


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """A Tuesday morning, half past nine."""
    async with build(tmp_path) as built:
        yield built
