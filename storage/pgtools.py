"""PostgreSQL's own programs for backup and restore, of the major version of the server.

A pg_dump that is older than its server refuses, a newer one writes what the server's own
pg_restore may not read.
"""

import asyncio
import os
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL

from storage.copying import LEFT_OUT, require_begin
from storage.engine import Engine
from storage.errors import DatabaseError
from storage.keystore import SCHEMA
from storage.refusals import refusing

MAGIC = b"PGDMP"
_PLACES = (
    "/usr/lib/postgresql/{major}/bin",
    "/usr/pgsql-{major}/bin",
    "/opt/homebrew/opt/postgresql@{major}/bin",
)
_VERSION = text("SHOW server_version_num")
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND application_name = 'inloop' AND pid <> pg_backend_pid()"
)
_TEN = 10000  # 180004 is 18.4


async def dump(engine: Engine, file: Path) -> None:
    """Write a consistent copy without counters and keys; `file` is there and empty.

    Raises:
        DatabaseError: There is no pg_dump of this version, or it failed.
    """
    tool = await _tool("pg_dump", await _major(engine))
    left_out = [f"--exclude-table-data=*.{table}" for table in LEFT_OUT]
    left_out.append(f"--exclude-schema={SCHEMA}")
    words = ("--format=custom", "--no-owner", "--no-privileges", *left_out, f"--file={file}")
    await _run(tool, *words, url=engine.sql.url)


async def restore(engine: Engine, file: Path) -> None:
    """Put what a backup holds in place of what is in the database, whole or not at all.

    Raises:
        DatabaseError: Replicas still run, there is no pg_restore of this version, or it failed.
    """
    tool = await _tool("pg_restore", await _major(engine))
    others = await _asked(engine, _OTHERS)
    if others:
        raise DatabaseError(
            "The bot still runs on this database: stop every replica, then restore."
        )
    await engine.dispose()
    name = engine.sql.url.database or ""
    whole = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error")
    plain = ("--no-owner", "--no-privileges", f"--dbname={name}")
    await _run(tool, *whole, *plain, str(file), url=engine.sql.url)


async def rows(engine: Engine, file: Path, table: str) -> list[list[str]]:
    """The rows of a small table in a backup, as COPY writes them; none when it is not in it.

    Raises:
        DatabaseError: It is no backup, or cannot be read.
    """
    tool = await _tool("pg_restore", await _major(engine))
    said = await _run(tool, "--data-only", f"--table={table}", "--file=-", str(file))
    found = re.search(r"^COPY [^\n]*FROM stdin;\n(.*?)^\\\.$", said, re.DOTALL | re.MULTILINE)
    return [line.split("\t") for line in found[1].splitlines()] if found else []


def require_dump(file: Path) -> None:
    """Do nothing when a file can be a backup of a server.

    Raises:
        DatabaseError: It cannot.
    """
    require_begin(
        file,
        MAGIC,
        f"{file} is no backup of a PostgreSQL database: name a file that inloop backup made"
        " from one, or set database.url to the file it came from.",
    )


async def _major(engine: Engine) -> int:
    return int(await _asked(engine, _VERSION)) // _TEN


async def _asked(engine: Engine, question: object) -> int:
    with refusing(engine.sql.url):
        async with engine.sql.connect() as connection:
            return int((await connection.execute(question)).scalar_one())  # type: ignore[call-overload]


async def _tool(name: str, major: int) -> Path:
    """A program of PostgreSQL of this major version.

    Raises:
        DatabaseError: There is none.
    """
    there = [shutil.which(name), *(shutil.which(name, path=p.format(major=major)) for p in _PLACES)]
    for each in filter(None, there):
        with suppress(DatabaseError):
            said = re.search(r"(\d+)", (await _run(Path(each), "--version")).partition(")")[2])
            if said and int(said[1]) == major:
                return Path(each)
    raise DatabaseError(
        f"There is no {name} of version {major}, which the server has: install PostgreSQL's"
        f" client programs of version {major} (postgresql-client-{major}) and put them on the PATH."
    )


async def _run(tool: Path, *words: str, url: URL | None = None) -> str:
    process = await asyncio.create_subprocess_exec(
        tool, *words, env={**os.environ, **_settings(url)}, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    try:
        out, _ = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode:
        raise DatabaseError(
            f"{tool.name} failed ({process.returncode}): see that the file is whole, the disk has"
            " room, and the bot's user owns the database."
        )
    return out.decode("utf-8", "replace")


def _settings(url: URL | None) -> Mapping[str, str]:
    """How libpq is told of a server; a password is never on a command line."""
    if url is None:
        return {}
    query = {key: each if isinstance(each, str) else each[0] for key, each in url.query.items()}
    told = {
        "PGHOST": url.host or query.get("host"),
        "PGPORT": str(url.port) if url.port else query.get("port"),
        "PGUSER": url.username or query.get("user"),
        "PGPASSWORD": str(url.password) if url.password else query.get("password"),
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("ssl"),
        "PGAPPNAME": "inloop-backup",
    }
    return {key: each for key, each in told.items() if each}
