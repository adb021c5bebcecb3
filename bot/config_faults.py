"""Faults in config.toml: where, what and what to do, never the value of a secret."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from inspect import isclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.toml_lines import Lines
from flows.hours.finding import Finding, Loc


class Severity(Enum):
    """How bad it is: only an error keeps the bot from starting."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in the config, or to know of it.

    `where` is a key such as `schools[2].code`, places counted from 0, or the name of an
    environment variable; `line` counts from 1 and is None where no line is to blame.
    """

    line: int | None
    where: str
    what: str
    remedy: str
    severity: Severity = Severity.ERROR
    file: str = "config.toml"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        kind = "" if self.severity is Severity.ERROR else f"{self.severity.value}: "
        key = f"{self.where}: " if self.where else ""
        return f"{place}: {kind}{key}{self.what}. Remedy: {self.remedy}."


class ConfigError(Exception):
    """The config cannot be used; `faults` says why, all at once, by line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__("\n".join(map(str, self.faults)))


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults by line, those without one first."""
    return sorted(faults, key=lambda each: (each.line or 0, each.where))


@dataclass(frozen=True, slots=True)
class Source:
    """Where the values of a config came from.

    `variables` names the environment variable that gave the value at a place.
    """

    file: str
    lines: Lines
    variables: Mapping[Loc, str]

    def fault(self, finding: Finding, severity: Severity = Severity.ERROR) -> Fault:
        """Give a finding its line, or the environment variable that is to blame."""
        loc, what, remedy = finding
        variable = next(
            (self.variables[key] for key in _prefixes(loc) if key in self.variables), ""
        )
        if variable:
            return Fault(None, variable, what, remedy, severity, "environment")
        return Fault(self.lines.of(loc), written(loc), what, remedy, severity, self.file)


def _prefixes(loc: Loc) -> list[Loc]:
    return [loc[:length] for length in range(len(loc), 0, -1)]


def written(loc: Loc) -> str:
    """A place as people write it: `schools[2].code`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".")


def findings(model: type[BaseModel], refused: ValidationError) -> list[Finding]:
    """What pydantic refuses, in words an operator can act on; no value is repeated."""
    errors = refused.errors(include_url=False, include_context=False, include_input=False)
    return [_finding(model, each["type"], _loc(each["loc"]), each["msg"]) for each in errors]


def _loc(loc: Loc) -> Loc:
    return tuple(part for part in loc if part != "[key]")


def _finding(model: type[BaseModel], kind: str, loc: Loc, message: str) -> Finding:
    field = field_at(model, loc)
    wanted = (field and field.description) or "see config.example.toml"
    match kind:
        case "missing":
            return Finding(loc, "is missing", f"add it: {_missing(field, loc, wanted)}")
        case "extra_forbidden":
            return Finding(loc, "unknown key", _instead(str(loc[-1]), known_keys(model, loc[:-1])))
        case "tuple_type" if field and table_of(field) and len(loc) == 1:
            remedy = f"write [[{loc[0]}]] with two brackets, one table each"
            return Finding(loc, "should be a list of tables", remedy)
        case "string_pattern_mismatch":
            return Finding(loc, "does not have the form it needs", f"write {wanted}")
    what = message.removeprefix("Value error, ").removeprefix("Input ")
    return Finding(loc, what[0].lower() + what[1:], f"write {wanted}")


def _missing(field: FieldInfo | None, loc: Loc, wanted: str) -> str:
    if field and table_of(field):
        brackets = ("[[", "]]") if get_origin(field.annotation) is tuple else ("[", "]")
        return written(loc).join(brackets)
    return wanted


def _instead(key: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(key, known, n=1)
    if near:
        return f'write "{near[0]}"'
    return f"remove it; known here: {', '.join(known)}"


def known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys of the table at a place, in the order of the model."""
    field = field_at(model, loc)
    table = table_of(field) if field else model
    return list(keys_of(table)) if table else []


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a table by the key that the file writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The field of a key; of an entry in a list or a map, the field that holds it."""
    table: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for part in loc:
        if isinstance(part, str) and table is not None:
            field = keys_of(table).get(part)
            table = table_of(field) if field else None
    return field


def table_of(field: FieldInfo) -> type[BaseModel] | None:
    """The model of the table, or of the list of tables, that a field holds."""
    return _model_in(field.annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
