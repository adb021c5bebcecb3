"""What the bot is built from: each package with its version, its hash, and no known hole."""

import asyncio
import re
import socket
import sys
import tomllib
from pathlib import Path

import pytest
from aiohttp import web

from bot.demo.http import serve

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
ADVISORIES = ("api.osv.dev", 443)
HOLE = {"id": "MADE-UP-1", "modified": "2026-01-01T00:00:00Z", "aliases": [], "affected": []}


def name_of(requirement: str) -> str:
    """A package's name as lock files write it."""
    return re.split(r"[\[<>=~! ;]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def locked(file: str) -> dict[str, int]:
    """How many hashes each package of a lock file has."""
    found: dict[str, int] = {}
    for block in re.split(r"\n(?=\S)", (ROOT / file).read_text("utf-8").strip()):
        assert re.match(r"[A-Za-z0-9._-]+==\S+", block), f"no exact version: {block[:60]}"
        found[name_of(block)] = len(re.findall(r"--hash=sha256:[0-9a-f]{64}", block))
    return found


@pytest.mark.parametrize("file", LOCKS)
def test_every_locked_version_has_its_hashes_and_no_address(file: str) -> None:
    assert [name for name, hashes in locked(file).items() if not hashes] == []
    assert "http" not in re.sub(r"^\S+==", "", (ROOT / file).read_text("utf-8"), flags=re.MULTILINE)


def test_every_dependency_is_locked() -> None:
    wanted = {name_of(each) for each in PROJECT["project"]["dependencies"]}
    assert wanted - locked("requirements.lock").keys() == set()
    wanted |= {name_of(each) for each in PROJECT["dependency-groups"]["dev"]}
    assert wanted - locked("requirements-dev.lock").keys() == set()


def test_who_builds_is_who_runs() -> None:
    assert locked("requirements.lock").keys() <= locked("requirements-dev.lock").keys()


def test_the_rules_about_security_are_on() -> None:
    lint = PROJECT["tool"]["ruff"]["lint"]
    assert "S" in lint["select"]
    assert [each for each in lint["ignore"] if each.startswith("S")] == []
    assert set(lint["per-file-ignores"]) == {"tests/**"}


async def audited(file: Path, *more: str) -> tuple[int, str]:
    """What pip-audit says of a lock file: it asks for names and versions, and installs nothing."""
    words = ["-m", "pip_audit", "-r", str(file), "--require-hashes", "--disable-pip", "-s", "osv"]
    child = await asyncio.create_subprocess_exec(
        sys.executable, *words, "--progress-spinner", "off", *more,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await child.communicate()
    return child.returncode or 0, said.decode()


def require_advisories() -> None:
    """Skip where nobody can be asked."""
    try:
        socket.create_connection(ADVISORIES, timeout=5).close()
    except OSError as fault:
        pytest.skip(f"the advisories at {ADVISORIES[0]} cannot be reached: {fault}")


@pytest.mark.parametrize("file", LOCKS)
async def test_no_locked_version_has_a_known_hole(file: str) -> None:
    await asyncio.to_thread(require_advisories)
    status, said = await audited(ROOT / file)
    assert status == 0, said


@pytest.mark.parametrize(("holes", "status"), [([], 0), ([HOLE], 1)])
async def test_a_hole_that_is_known_is_told(
    tmp_path: Path, holes: list[dict[str, object]], status: int
) -> None:
    """A made-up service of advisories answers; the audit asks it as it would ask the real one."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append((await request.json())["package"]["name"])
        return web.json_response({"vulns": holes})

    app = web.Application()
    app.router.add_post("/v1/query", answer)
    (tmp_path / "one.lock").write_text(f"segno==1.6.6 --hash=sha256:{'0' * 64}\n")
    async with serve(app) as address:
        ended = await audited(tmp_path / "one.lock", "--osv-url", f"{address}/v1/query")
    assert ended[0] == status, ended[1]
    assert ("MADE-UP-1" in ended[1]) is bool(status)
    assert asked == ["segno"]
