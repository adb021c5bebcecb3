"""Text as Telegram keeps it: cleaned, trimmed, with entities counted in UTF-16 units."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.demo.replies import Json

_OFFENDING = re.compile(
    "[\r\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a]|[\u200e\u200f](?=[\u200e\u200f])"
)
_ZWNJ = "\u200c"
_THINNED = "\u200e\u200f"
_BLANK = " \n"
_LINK = re.compile(
    r"(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b)"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]']"
    r"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|me|info)\b(?:/[^\s<>\"]*[^\s<>\".,;:!?)\]'])?)"
    r"|(?P<mention>(?<![\w@/.])@[a-z][a-z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#/&])#\w*[^\W\d]\w*)"
    r"|(?P<bot_command>(?<![\w/<>@.])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/]))",
    re.IGNORECASE,
)
_OWN_KINDS = {"code", "pre", "text_link", "text_mention", "date_time"}


@dataclass(frozen=True, slots=True)
class Rich:
    """A text without tags and its entities, as the Bot API reports them.

    Attributes:
        entities: Ascending by offset, longest first; offsets in UTF-16 units.
    """

    text: str = ""
    entities: tuple[Json, ...] = ()


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cleaned(rich: Rich) -> Rich:
    """Text as it is kept and compared: bad characters out, ends trimmed, entities moved along."""
    if _OFFENDING.search(rich.text):
        places = _places(rich.text)
        text = _OFFENDING.sub(_replaced, rich.text)
        rich = Rich(text, _moved(rich.entities, lambda at: places[min(at, len(places) - 1)]))
    return _trimmed(rich)


def with_links(rich: Rich) -> Rich:
    """Add the entities Telegram finds by itself: addresses, mentions, hashtags, commands."""
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in rich.entities
        if entity["type"] in _OWN_KINDS
    ]
    found = []
    for match in _LINK.finditer(rich.text):
        start = units(rich.text[: match.start()])
        end = start + units(match.group())
        if match.lastgroup and all(end <= low or start >= high for low, high in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": end - start})
    return Rich(rich.text, in_order([*rich.entities, *found])) if found else rich


def in_order(entities: Iterable[Json]) -> tuple[Json, ...]:
    """Entities by offset, of the same offset the longest first."""
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))


def _replaced(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in _THINNED:
        return _ZWNJ
    return " " if letter < " " and letter != "\r" else ""


def _places(text: str) -> list[int]:
    """For every UTF-16 offset of a text the offset it has once the text is cleaned."""
    places, at = [], 0
    for index, letter in enumerate(text):
        match = _OFFENDING.match(text, index)
        places += [at] * units(letter)
        at += units(_replaced(match) if match else letter)
    return [*places, at]


def _moved(entities: Iterable[Json], place: Callable[[int], int]) -> tuple[Json, ...]:
    """Entities at their new places; those with nothing left are gone."""
    moved = []
    for entity in entities:
        start, end = place(entity["offset"]), place(entity["offset"] + entity["length"])
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return tuple(moved)


def _trimmed(rich: Rich) -> Rich:
    text = rich.text.strip(_BLANK)
    if text == rich.text:
        return rich
    lead, total = len(rich.text) - len(rich.text.lstrip(_BLANK)), units(text)
    return Rich(text, _moved(rich.entities, lambda at: max(0, min(total, at - lead))))
