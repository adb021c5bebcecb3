"""`inloop understand`: what the bot makes of a text, one JSON line a text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.config import Config, load
from bot.errors import OperatorError
from bot.listed import known_school
from flows.programme import Programme
from flows.understanding.intents import Intents
from flows.understanding.reading import Understood, understand
from flows.understanding.roster import Entry

_DEMO = Path(__file__).parent / "demo" / "programme.toml"
_DEMO_TELEGRAM = {"telegram": {"token": "1:demo"}}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a text is read.

    Attributes:
        programme: Whose zone it is.
        roster: Whose names are known.
        now: The moment of the text, aware.
    """

    programme: Programme
    roster: tuple[Entry, ...]
    now: datetime


def demo_config() -> Config:
    """The demo's config, as far as its file goes."""
    return load(_DEMO, {}, fill=_DEMO_TELEGRAM)


def desk(programme: Programme, school: str | None, now: str | None, clock: datetime) -> Desk:
    """Where texts are read.

    Args:
        programme: Whose.
        school: Whose workers alone are known; None for all of the programme.
        now: ISO 8601, on the programme's clocks unless it says otherwise; None for `clock`.
        clock: The present, aware.

    Raises:
        OperatorError: No such school, or no such moment.
    """
    if school is None:
        workers = tuple(programme.workers)
    else:
        workers = programme.workers_at(known_school(programme, school).id)
    roster = tuple((each.id, each.name, each.nicknames) for each in workers)
    return Desk(programme, roster, clock if now is None else _moment(now, programme))


def _moment(text: str, programme: Programme) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise OperatorError(
            f"{text!r} is no moment for --now: write one such as 2026-11-25T09:30."
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=programme.zone)


def answers(texts: Iterable[str], at: Desk) -> Iterator[str]:
    """A JSON line for each text, as soon as it is read."""
    intents, zone = Intents.load(), at.programme.zone
    for text in texts:
        found = understand(text, at.now, zone, at.roster, intents)
        yield json.dumps(_values(found))


def lines(stream: Iterable[bytes]) -> Iterator[str]:
    """The texts of a stream, one a line; what is no UTF-8 is replaced."""
    for raw in stream:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")


def _values(found: Understood) -> dict[str, object]:
    return {
        "intent": found.intent,
        "suggestions": found.suggestions,
        "confidence": round(found.confidence, 4),
        "crisis": found.crisis,
        "crisis_kind": found.crisis_kind and found.crisis_kind.value,
        "worker": found.worker,
        "date": found.date and found.date.isoformat(),
        "dates": [each.isoformat() for each in found.dates],
        "time": found.time and f"{found.time:%H:%M}",
    }
