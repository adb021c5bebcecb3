"""Calls Alembic without an alembic.ini."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_HERE = Path(__file__).parent


def config_for(connection: Connection | None = None) -> Config:
    """Alembic's settings; `env.py` uses the connection and its transaction."""
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Run every missing revision in the transaction of this connection; does not commit."""
    command.upgrade(config_for(connection), "head")
