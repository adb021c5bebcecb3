"""A made-up programme for measuring: somebody is there at any hour, and there is always room."""

from collections.abc import Mapping, Sequence
from hashlib import blake2s
from pathlib import Path

from bot.config import Config, load

AT_SCHOOL, ALWAYS_THERE = 4, 2
"""Workers who can be booked, nine slots every morning each; and who are there day and night."""
SCHOOL = "linde"
_EIGHT_HOURS = {"night": "00:00:00", "day": "08:00:00", "evening": "16:00:00"}
_HEAD = """
[programme]
name = "Meetstad"
region = "Noord"
contacts = [{ name = "Wijkteam", phone = "+31 20 000 0100" }]

[[providers]]
id = "zeilvast"
name = "Zeilvast"
"""


def write_config(
    folder: Path, address: str, token: str, workers: int = AT_SCHOOL, schools: int = 1
) -> Path:
    """A config.toml in a folder, for a bot of the local server at an address."""
    tables = {
        "telegram": {"token": token, "base_url": f"{address}/bot"},
        "database": {"url": "sqlite+aiosqlite:///bench.db"},
    }
    path = folder / "config.toml"
    places = [SCHOOL, *(f"school{n}" for n in range(1, schools))]
    told = "".join(_table(*each) for each in tables.items())
    path.write_text(_HEAD + "".join(map(_school, places)) + _people(workers, places) + told)
    return path


def config_of(folder: Path, workers: int = AT_SCHOOL, schools: int = 1) -> Config:
    """The same programme for measuring without Telegram."""
    return load(write_config(folder, "http://127.0.0.1", "1:bench", workers, schools), {})


def _school(name: str) -> str:
    code = blake2s(name.encode(), digest_size=6).hexdigest()
    values = {"id": name, "name": name.title(), "address": "Lindekade 12", "code": code}
    return f"\n[[schools]]\n{''.join(_line(*each) for each in values.items())}"


def _people(workers: int, schools: Sequence[str]) -> str:
    """Workers by turns at one of the schools, and a few who are always at the first."""
    booked = "".join(
        _worker(f"w{n}") + _schedule(f"w{n}", n, schools[n % len(schools)]) for n in range(workers)
    )
    there = "".join(_worker(f"there{n}") + _all_day(f"there{n}") for n in range(ALWAYS_THERE))
    return booked + there


def _table(name: str, values: Mapping[str, object]) -> str:
    return f"\n[{name}]\n" + "".join(_line(*each) for each in values.items())


def _line(name: str, value: object) -> str:
    written = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return f"{name} = {written}\n"


def _worker(name: str) -> str:
    values = {"id": name, "name": name.title(), "provider": "zeilvast"}
    return f"\n[[workers]]\n{''.join(_line(*each) for each in values.items())}"


def _schedule(worker: str, room: int, school: str) -> str:
    """Three hours every morning, nine slots of twenty minutes."""
    morning = f"{worker}-morning"
    return _hours(morning, worker, f"B{room}", "09:00:00", 180, bookable=True, school=school)


def _all_day(worker: str) -> str:
    """Day and night, to walk in only: whatever the hour, the screen names somebody."""
    return "".join(
        _hours(f"{worker}-{name}", worker, "Aula", start, 480, bookable=False)
        for name, start in _EIGHT_HOURS.items()
    )


def _hours(
    name: str,
    worker: str,
    room: str,
    start: str,
    minutes: int,
    *,
    bookable: bool,
    school: str = SCHOOL,
) -> str:
    values = {
        "id": name,
        "worker": worker,
        "school": school,
        "room": room,
        "rrule": "FREQ=DAILY",
        "duration_minutes": minutes,
        "bookable": bookable,
    }
    bare = f"first_on = 2025-09-01\nstart = {start}\n"
    return f"\n[[schedules]]\n{''.join(_line(*each) for each in values.items())}{bare}"
