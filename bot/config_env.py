"""Environment variables over config.toml: INLOOP_TELEGRAM__TOKEN is telegram.token."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_origin

from pydantic import BaseModel

from bot.config_faults import Fault, keys_of, table_of
from flows.hours.finding import Loc

PREFIX = "INLOOP_"
_NOT_OURS = ("INLOOP_TEST_",)
"""Names that the test suite reads; no part of any config."""


def names(model: type[BaseModel]) -> dict[str, Loc]:
    """Every key that a variable may set, by its variable: those outside lists of tables."""
    return {f"{PREFIX}{'__'.join(map(str, loc))}".upper(): loc for loc in _keys(model)}


def _keys(model: type[BaseModel]) -> list[Loc]:
    found: list[Loc] = []
    for key, field in keys_of(model).items():
        table = table_of(field)
        if table is None:
            found.append((key,))
        elif get_origin(field.annotation) is not tuple:
            found += [(key, *loc) for loc in _keys(table)]
    return found


def overlay(
    model: type[BaseModel], data: Mapping[str, Any], environ: Mapping[str, str]
) -> tuple[dict[str, Any], dict[Loc, str], list[Fault]]:
    """Put the variables over the values of the file.

    Returns:
        The values, the variable by the place it set, and a fault for each unknown variable.
    """
    known = names(model)
    ours = sorted(
        key for key in environ if key.startswith(PREFIX) and not key.startswith(_NOT_OURS)
    )
    merged: dict[str, Any] = dict(data)
    for key in ours:
        if key in known:
            merged = _with(merged, known[key], value_of(environ[key]))
    variables = {known[key]: key for key in ours if key in known}
    return merged, variables, [_unknown(key, known) for key in ours if key not in known]


def value_of(text: str) -> Any:
    """Read quoted text and lists as TOML; anything else is left to the key, which reads text."""
    if not text.startswith(('"', "'", "[")):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _with(data: Mapping[str, Any], loc: Loc, value: Any) -> dict[str, Any]:
    """A copy with one value set; what is no table stays, and is refused later."""
    key, rest = str(loc[0]), loc[1:]
    inner = data.get(key, {})
    if not rest:
        return {**data, key: value}
    return {**data, key: _with(inner, rest, value) if isinstance(inner, Mapping) else inner}


def _unknown(key: str, known: Mapping[str, Loc]) -> Fault:
    near = get_close_matches(key, known, n=1)
    hint = f"write {near[0]}" if near else f"unset it; {PREFIX}TELEGRAM__TOKEN shows the form"
    return Fault(None, key, "sets no key of the config", hint, file="environment")
