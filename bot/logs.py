"""Logs without persons: no message text, no names, no chat ids, no token.

What others say is not passed on: not the text of an error, not a library's own message.
"""

import json
import logging
import traceback
from copy import copy
from datetime import UTC, datetime
from typing import IO, Literal

OURS = {"bot", "flows", "storage"}
QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "apscheduler", "sqlalchemy", "alembic")


class Formatter(logging.Formatter):
    """One line a record; of an error its class and the places it came through, never its words.

    Libraries quote addresses with tokens and whole updates, so of their records only logger and
    place are written.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record without anybody's words."""
        record = copy(record)
        record.exc_text = None  # another formatter may have left its own, with all the words
        record.msg, record.args = _message(record), None
        return super().format(record)

    def formatException(self, ei) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001, N802
        """Class name and places, one a line."""
        _, error, _ = ei
        return without_words(error)


def without_words(error: BaseException) -> str:
    """The places an error came through and its class, one a line; of a group all of them."""
    found = traceback.extract_tb(error.__traceback__)
    lines = [f"  {each.filename}:{each.lineno} {each.name}" for each in found]
    inside = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return "\n".join([*lines, f"  {type(error).__name__}", *map(without_words, inside)])


def _message(record: logging.LogRecord) -> str:
    """What a record says, when we wrote it; else the place it came from."""
    if record.name.partition(".")[0] in OURS:
        return record.getMessage()
    return f"{record.module}:{record.lineno}"


class JsonFormatter(logging.Formatter):
    """An object a line, with as little as in text: of an error its class and places."""

    def format(self, record: logging.LogRecord) -> str:
        """The same as in text, for machines."""
        error = record.exc_info[1] if record.exc_info else None
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if error is not None:
            told["error"] = type(error).__name__
            told["places"] = [line.strip() for line in without_words(error).splitlines()]
        return json.dumps(told, ensure_ascii=False)


def set_up(
    stream: IO[str] | None = None,
    level: int = logging.INFO,
    form: Literal["text", "json"] = "text",
) -> None:
    """Send every record to a stream, standard error by default."""
    handler = logging.StreamHandler(stream)
    text = Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    handler.setFormatter(JsonFormatter() if form == "json" else text)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
