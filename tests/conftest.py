"""Fixtures that every test may use."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.unit import Store
from tests.databases import BACKENDS, fresh, opened

settings.register_profile(
    "inloop", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("inloop")
"""No test fails on a clock: a shared machine may stand still for half a minute."""


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of the newest schema: the test runs on SQLite and on PostgreSQL."""
    return fresh(request.param, tmp_path)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """Units of work on that database, sealed with `tests.databases.SEALER`."""
    async with opened(database_url) as store:
        yield store
