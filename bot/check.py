"""Everything there is to say about a config before the bot starts."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.config import ConfigError, Fault, Reading, Severity, examine
from bot.config_faults import in_order
from bot.config_tables import Config, file_of
from bot.names import telling
from bot.photos import unshowable
from bot.places import unfit
from bot.publishing import worth_knowing
from flows.hours.advice import notes, warnings
from flows.hours.finding import Finding
from flows.hours.schedule_faults import overlapping


def check_config(path: Path, environ: Mapping[str, str], today: date) -> list[Fault]:
    """Every fault of a config at once: of the file, of its tables, of the programme.

    Warnings and notes are told only when all tables could be read, lest one slip draws many.

    Args:
        path: The file.
        environ: The environment, for INLOOP_… variables.
        today: The local date from which overlaps and holidays are looked at.

    Returns:
        Faults by line, those without a line first; `severity` tells errors from the rest.
    """
    try:
        reading = examine(path, environ)
    except ConfigError as unreadable:
        return unreadable.faults
    found = [*reading.faults, *_dated(reading, today)]
    found += map(reading.fault, unshowable(reading.programme))
    if reading.config is not None:
        found += map(reading.source.fault, [*_folders(reading.config), *telling(reading.config)])
    return in_order(found)


def _dated(reading: Reading, today: date) -> Iterator[Fault]:
    programme = reading.programme
    yield from map(reading.fault, overlapping(programme, today))
    if reading.config is None:
        return
    for each in warnings(programme, today, reading.config.limits.booking.horizon_days):
        yield reading.fault(each, Severity.WARNING)
    for each in (*notes(programme), *worth_knowing(programme)):
        yield reading.fault(each, Severity.NOTE)


def _folders(config: Config) -> Iterator[Finding]:
    """The places of database and key: a folder that is there and may be written."""
    files = {
        ("database", "url"): (config.database.file, False),
        ("keys", "file"): (config.keys.file, True),
        ("keys", "url"): (file_of(config.key_store), True),
    }
    for loc, (file, makes_folder) in files.items():
        wrong = unfit(file, makes_folder=makes_folder) if file else None
        if wrong:
            yield Finding(loc, wrong, "make the folder, or name another file")
