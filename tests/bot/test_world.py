"""Faults of the world: a word to the person, a sentence to the operator, and on it goes."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy.exc import OperationalError
from telegram.error import NetworkError

from bot import jobs
from bot.app import run
from bot.clock import Leaps, system_clock
from bot.config import load
from bot.delivery.sender import Sender
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.jobs import Jobs
from bot.telegram import handling, polling
from bot.telegram.errors import Kind, classify
from bot.telegram.requests import AiohttpRequest
from bot.trouble import Alarm
from storage.releasing import Releasing
from tests.bot.config_text import GOOD, write
from tests.bot.phones import Phone, Switchboard
from tests.bot.processes import comes_true, settings_for
from tests.bot.test_run import held
from tests.flows.place import rows
from tests.town import TUESDAY

SORRY = "Er ging iets mis. Probeer het nog een keer."
BUSY = "Het is nu heel druk. Probeer het zo nog eens."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handling, "BETWEEN", 0.0)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The operator's sentences."""
    return [each.getMessage() for each in caplog.records if each.name == "bot.trouble"]


def database(board: Switchboard) -> Path:
    return Path(board.url.removeprefix("sqlite+aiosqlite:///"))


async def goes_on(board: Switchboard, phone: Phone) -> None:
    """The next booking is as ever."""
    await phone.sends("/book")
    await phone.taps(":")
    assert len(await rows(board.url, "appointment")) == 1


async def filled(board: Switchboard, after: int) -> None:
    """Fill the disk, as far as the one connection can tell that works here in turn."""
    async with board.store.engine.sql.connect() as connection:
        now = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count = {now + 3}")
        with suppress(OperationalError):
            for number in range(after, after + 5000):
                row = (number, "x")  # no room is left between two of them
                await connection.exec_driver_sql("INSERT INTO inbox VALUES (?, ?, 0)", row)
                await connection.commit()


async def test_a_full_disk(board: Switchboard, caplog: pytest.LogCaptureFixture) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    message = noor.newest()["message_id"]
    (key,) = [k["data"] for row in noor.newest()["keyboard"] for k in row if "9:40" in k["text"]]
    board.core.people.press_data(noor.user.id, message, key)
    (update,) = board.waiting()
    await filled(board, update.update_id + 1)

    assert await board.handling.once(update) == 1.0
    assert noor.newest()["text"] == SORRY
    assert told(caplog)[0].endswith("cannot grow, the disk is full: make room.")
    assert await rows(board.url, "appointment") == []

    assert await board.handling.once(update) is None, "new connections: there is room again"
    assert len(await rows(board.url, "appointment")) == 1
    assert len(told(caplog)) == 1


async def test_a_database_held_by_another_program(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    async with held(database(board)):
        await noor.taps("9:40")
        assert BUSY in noor.newest()["text"]
    await goes_on(board, noor)


async def test_a_database_that_was_taken_away_and_put_back(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor = await board.pupil("Noor")
    file, away = database(board), database(board).with_name("away.db")
    file.rename(away)

    await noor.sends("/week")

    assert noor.newest()["text"] == SORRY
    assert told(caplog) == [
        f"The database {file} is gone: put it back, or restore a backup; nothing is kept meanwhile."
    ]
    assert not file.exists(), "no empty one is made in its place"
    away.rename(file)
    await goes_on(board, noor)


async def test_another_file_in_its_place_is_used_at_once(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    file = database(board)
    await board.store.engine.dispose()
    copy = file.with_name("copy.db")
    copy.write_bytes(file.read_bytes())
    sam = await board.pupil("Sam")
    assert len(await rows(board.url, "person")) == 2
    copy.replace(file)
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)

    await sam.sends("/week")
    assert len(await rows(board.url, "person")) == 1
    await goes_on(board, noor)


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        (lambda whole: b"garbage!" * (len(whole) // 8), "is not a database"),
        (lambda whole: whole[:4096] + b"\xff" * (len(whole) - 4096), "is damaged"),
        (lambda whole: whole[: len(whole) // 2], "is damaged"),
    ],
)
async def test_a_damaged_database_and_its_backup(
    board: Switchboard,
    caplog: pytest.LogCaptureFixture,
    spoilt: Callable[[bytes], bytes],
    words: str,
) -> None:
    noor = await board.pupil("Noor")
    await board.store.engine.dispose()
    file = database(board)
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole))

    await noor.sends("/week")

    assert noor.newest()["text"] == SORRY
    assert words in told(caplog)[0]
    assert "restore a backup" in told(caplog)[0]
    file.write_bytes(whole)
    await goes_on(board, noor)


async def test_jobs_tell_of_a_database_that_is_away_once_and_go_on(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor = await board.pupil("Noor")
    await noor.books()
    ports, alarm = board.router.ports, Alarm()
    due = Jobs(ports, Releasing(board.store.engine), board.sender, alarm=alarm)
    file, away = database(board), database(board).with_name("away.db")
    file.rename(away)
    for _ in range(3):
        await due.run_due()
    assert len(told(caplog)) == 1
    assert not [each for each in caplog.records if each.exc_info]
    away.rename(file)
    board.core.clock.move(TUESDAY.replace(hour=20))
    await due.run_due()
    assert noor.newest()["text"].startswith("Een korte vraag")


# A clock that jumps


def test_a_leap_is_what_moved_and_did_not_pass() -> None:
    wall, passed = iter([TUESDAY, TUESDAY + timedelta(seconds=90)]), iter([5.0, 35.0])
    leaps = Leaps(wall.__next__, passed.__next__)
    assert leaps.since_last() == timedelta(seconds=60)


@asynccontextmanager
async def ticking(board: Switchboard, sender: Sender | None = None) -> AsyncIterator[Jobs]:
    """Jobs by the wall clock, which is the server's."""
    ports = board.router.ports
    due = Jobs(ports, Releasing(board.store.engine), sender or board.sender)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(due.tick(stop))
        await asyncio.sleep(0.2)
        yield due
        stop.set()
        due.wake()


async def test_a_clock_that_leaps_ahead_and_comes_right_drops_and_publishes_nothing(
    board: Switchboard, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "GRACE", 0.3)
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    before = await rows(board.url, "notice")
    async with ticking(board) as due:
        closed = await rows(board.url, "demand_closed")
        wall = board.core.clock._now  # noqa: SLF001
        board.core.clock._now = wall + timedelta(days=400)  # noqa: SLF001
        due.wake()
        await comes_true(lambda: bool(told(caplog)))
        board.core.clock._now = wall  # noqa: SLF001
        await asyncio.sleep(0.6)
        due.wake()
        await asyncio.sleep(0.3)
        board.core.clock.move(TUESDAY.replace(hour=19))
        assert await rows(board.url, "demand_closed") == closed
        assert await rows(board.url, "notice") == before
    assert "leapt 576000 minutes ahead: see that it is right (timedatectl)" in told(caplog)[0]


async def test_a_clock_that_was_set_stays_and_what_is_due_by_it_is_done(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "GRACE", 0.1)
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    number = len(noor.messages())
    async with ticking(board) as due:
        board.core.clock.move(TUESDAY.replace(hour=19))
        due.wake()
        await asyncio.sleep(0.5)
        due.wake()
        await comes_true(lambda: len(noor.messages()) > number)


async def test_a_clock_set_back_lets_nobody_wait_for_its_hour(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scheduler would sleep until the wall clock is where it was."""
    monkeypatch.setattr(jobs, "TICK", timedelta(seconds=1))
    monkeypatch.setattr(jobs, "LEAP", timedelta(days=9999))
    looked = list[float]()
    ports = board.router.ports
    due = Jobs(ports, Releasing(board.store.engine), board.sender, ticked=looked.append)
    monkeypatch.setattr("apscheduler.schedulers.asyncio.AsyncIOScheduler.add_job", _nothing)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(due.tick(stop))
        await comes_true(lambda: len(looked) >= 2)
        stop.set()
        due.wake()


def _nothing(*_args: object, **_kwargs: object) -> None:
    """A scheduler that never rings."""


# Telegram


async def test_telegram_away_for_long_and_back(
    tmp_path: Path,
    unused_tcp_port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(polling, "FIRST_BACKOFF", 0.02)
    monkeypatch.setattr(polling, "LONGEST_BACKOFF", 0.05)
    monkeypatch.setattr(polling, "STUCK_AFTER", 0.5)
    write(tmp_path, GOOD)
    core, stop, ready = Core(DemoClock(TUESDAY)), asyncio.Event(), asyncio.Event()
    settings = settings_for(core, f"http://127.0.0.1:{unused_tcp_port}")
    config = load(tmp_path / "config.toml", settings)
    noor = core.people.add("Noor", "nl")
    async with asyncio.TaskGroup() as group:
        async with serve(make_app(core), unused_tcp_port):
            group.create_task(run(config, stop, ready=ready.set))
            await ready.wait()
        core.people.type(noor.id, "/start s_linde_h4VqT9mZ")
        await comes_true(lambda: any("has not answered" in t for t in caplog.messages))
        core.world.signal.open()
        async with serve(make_app(core), unused_tcp_port):
            await comes_true(lambda: len(core.people.sees(noor.id).messages) > 1)
            stop.set()
    away = [each for each in told(caplog) if each.startswith("Telegram cannot be reached")]
    assert away
    assert len(away) <= 3, "once for each way in which it was away"
    assert "what people write waits there" in away[0]


def expired(folder: Path) -> Path:
    """Key and certificate of a server, over since yesterday."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = system_clock()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=9))
        .not_valid_after(now - timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    file = folder / "server.pem"
    file.write_bytes(key.private_bytes(pem, *form) + made.public_bytes(pem))
    return file


async def test_a_certificate_that_is_not_trusted_is_named(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(expired(tmp_path))
    runner = web.AppRunner(web.Application())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    request = AiohttpRequest(1)
    await request.initialize()
    try:
        with pytest.raises(NetworkError) as refused:
            await request.post(f"https://127.0.0.1:{runner.addresses[0][1]}/bot1:x/getMe")
    finally:
        await request.shutdown()
        await runner.cleanup()
    outcome = classify(refused.value)
    assert (outcome.kind, outcome.reason) == (Kind.NOT_SENT, "certificate")
