"""What `inloop understand -` says of many texts."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

COMMAND = (sys.executable, "-m", "bot", "understand", "-", "--school", "linde")
"""The demo's programme, whose first school has the workers of the sets; no language is told."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the command, key by key as DESIGN.md section 6 has them."""

    intent: str
    suggestions: tuple[str, ...]
    confidence: float
    crisis: int
    crisis_kind: str | None
    worker: str | None
    date: str | None
    dates: tuple[str, ...]
    time: str | None


KEYS = tuple(field.name for field in fields(Answer))


def read(line: str) -> Answer:
    """One line of JSON as a value; keys that are not known are passed over.

    Raises:
        KeyError: A key of the contract is not there.
    """
    found = json.loads(line)
    told = {key: found[key] for key in KEYS}
    lists = {key: tuple(told[key]) for key in ("suggestions", "dates")}
    return Answer(**told | lists)


def ask(texts: Sequence[str], now: str, command: Sequence[str] = COMMAND) -> list[Answer]:
    """An answer a text, in order.

    Args:
        texts: Without line breaks; may be empty.
        now: The moment of the messages, ISO with offset.
        command: What is run, without `--now`.

    Raises:
        CalledProcessError: The command failed; its complaint stands on stderr.
        ValueError: Fewer or more lines than texts.
    """
    told = subprocess.run(
        [*command, "--now", now],
        input="".join(f"{text}\n" for text in texts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        check=True,
    )
    lines = told.stdout.removesuffix("\n").split("\n") if told.stdout else []
    return [read(line) for _, line in zip(texts, lines, strict=True)]


def ask_by_moment(
    asked: Iterable[tuple[str, str]], command: Sequence[str] = COMMAND
) -> list[Answer]:
    """An answer a pair of moment and text, in order; the command runs once a moment.

    Args:
        asked: `now` and text.
        command: As `ask` has it.
    """
    pairs = list(asked)
    told: dict[int, Answer] = {}
    for moment in dict.fromkeys(now for now, _ in pairs):
        places = [place for place, (now, _) in enumerate(pairs) if now == moment]
        texts = [pairs[place][1] for place in places]
        told |= dict(zip(places, ask(texts, moment, command), strict=True))
    return [told[place] for place in range(len(pairs))]
