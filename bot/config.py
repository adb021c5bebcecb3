"""config.toml as values: read once at the edge, all its faults told at once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config_env import overlay
from bot.config_faults import ConfigError, Fault, Severity, Source, findings
from bot.config_tables import KINDS, Config, Database, Keys, Telegram
from bot.mail.faults import unreached
from bot.places import mixed
from bot.publishing import unpublishable
from bot.toml_lines import Lines
from flows.hours.faults import standing
from flows.hours.finding import Finding, Ids, Loc
from flows.programme import Programme

__all__ = ["Config", "ConfigError", "Database", "Fault", "Keys", "Severity", "Telegram", "load"]

_NO_ABOUT = {"name": "?", "region": "Noord"}
_WITH_DEFAULTS: Mapping[str, Any] = {"database": {}, "keys": {}}
"""Tables whose defaults are files beside config.toml, so they are read even when absent."""


def load(path: Path, environ: Mapping[str, str], fill: Mapping[str, Any] | None = None) -> Config:
    """Read the config, with INLOOP_… variables over it.

    Args:
        path: The file.
        environ: The environment; names that do not begin with INLOOP_ are left alone.
        fill: Whole tables, such as "telegram", that stand in where the file has none.

    Raises:
        ConfigError: The file cannot be read, or something in it cannot hold on any day.
            What depends on the day (overlaps) only `bot.check` finds.
    """
    reading = examine(path, environ, fill)
    if reading.config is None or reading.faults:
        raise ConfigError(reading.faults)
    return reading.config


@dataclass(frozen=True, slots=True)
class Reading:
    """A config as far as it could be read.

    `config` is None when a table is invalid; `programme` holds the valid ones then, whose
    places in the file are `places`. `faults` are errors.
    """

    config: Config | None
    programme: Programme
    places: Mapping[str, list[int]]
    source: Source
    faults: list[Fault]

    def fault(self, found: Finding, severity: Severity = Severity.ERROR) -> Fault:
        """Bring a finding in `programme` back to its place in the file."""
        kind, *rest = found.loc
        if rest and isinstance(rest[0], int):
            rest[0] = self.places[str(kind)][rest[0]]
        return self.source.fault(found._replace(loc=(kind, *rest)), severity)


def examine(
    path: Path, environ: Mapping[str, str], fill: Mapping[str, Any] | None = None
) -> Reading:
    """Read as much of a config as can be read, with every fault found on the way.

    Raises:
        ConfigError: There is no file, or it is no TOML.
    """
    text = _text(path)
    written = {**_WITH_DEFAULTS, **(fill or {}), **_toml(path, text)}
    data, variables, faults = overlay(Config, written, environ)
    source = Source(str(path), Lines(text), variables)
    config, refused = _validated(data, path)
    faults += map(source.fault, refused)
    programme, places, unread = _readable(data, {each.loc[:2] for each in refused}, path)
    reading = Reading(config, programme, places, source, faults)
    faults += map(reading.fault, [*standing(programme, unread), *unreached(programme, data)])
    if not refused:
        faults += map(reading.fault, unpublishable(programme))
    if config is not None:
        faults += map(source.fault, mixed(config))
    return reading


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        what, remedy = "there is no such file", "copy config.example.toml and edit it"
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        remedy = "make it a file that this account may read"
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8"
        remedy = "save the file as UTF-8 in your editor"
    raise ConfigError([Fault(None, "", what, remedy, file=str(path))])


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).rpartition(" (at ")
        number = re.match(r"line (\d+)", place)
        line = int(number[1]) if number else text.count("\n") + 1
    remedy = "write TOML: key = value, text in quotes"
    raise ConfigError([Fault(line, "", what[:1].lower() + what[1:], remedy, file=str(path))])


def _validated(data: Mapping[str, Any], path: Path) -> tuple[Config | None, list[Finding]]:
    try:
        config = Config.model_validate(data, context=_context(path))
    except ValidationError as error:
        return None, findings(Config, error)
    return config, []


def _context(path: Path) -> dict[str, Path]:
    """Where relative files lie: beside the config."""
    return {"folder": path.absolute().parent}


def _readable(
    data: Mapping[str, Any], refused: set[Loc], path: Path
) -> tuple[Programme, dict[str, list[int]], Ids]:
    """The programme of the valid tables, their places in the file, and the ids of the others."""
    tables: dict[str, list[Any]] = {}
    places: dict[str, list[int]] = {}
    unread: dict[str, frozenset[str]] = {}
    for kind in KINDS:
        given = data.get(kind)
        rows: list[Any] = given if isinstance(given, list) else []
        places[kind] = [n for n in range(len(rows)) if (kind, n) not in refused]
        tables[kind] = [rows[n] for n in places[kind]]
        unread[kind] = _ids(row for n, row in enumerate(rows) if (kind, n) in refused)
    has_about = "programme" in data and not any(loc[0] == "programme" for loc in refused)
    about = data["programme"] if has_about else _NO_ABOUT
    has_digest = not any(loc[0] == "digest" for loc in refused)
    digest = data.get("digest", {}) if has_digest else {}
    programme = Programme.model_validate(
        {"about": about, "digest": digest, **tables}, context=_context(path)
    )
    return programme, places, unread


def _ids(rows: Iterable[Any]) -> frozenset[str]:
    ids = (row.get("id") for row in rows if isinstance(row, dict))
    return frozenset(each for each in ids if isinstance(each, str))
