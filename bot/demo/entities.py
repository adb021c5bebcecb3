"""Telegram's HTML, read the way Telegram reads it: same tags, same complaints, same offsets."""

import re
from dataclasses import dataclass, field

from bot.demo.markup import TAGS, broken, character, kind_of, reported
from bot.demo.replies import ApiError, Json
from bot.demo.texts import Rich, in_order, units

_PLAIN = re.compile(r"[^<&]+|&")
_TAG_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")


def parse_html(source: str) -> Rich:
    """Take the tags out of a text.

    Raises:
        ApiError: The markup is wrong; byte offsets count the UTF-8 of the source.

    Source: the texts of tdlib's parse_html.
    """
    return _Html(source).parse()


@dataclass(slots=True)
class _Tag:
    """A start tag that still waits for its end."""

    name: str
    start: int  # in the source, in letters
    offset: int  # in the text, in UTF-16 units
    piece: int  # where its content begins among the pieces
    attributes: dict[str, str] = field(default_factory=dict)


class _Html:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._pieces: list[str] = []
        self._units = 0
        self._open: list[_Tag] = []
        self._found: list[Json] = []

    def parse(self) -> Rich:
        while self._at < len(self._source):
            if self._source.startswith("</", self._at):
                self._end_tag()
            elif self._source[self._at] == "<":
                self._start_tag()
            else:
                self._letters()
        if self._open:
            name = self._open[-1].name
            raise broken(f'Can\'t find end tag corresponding to start tag "{name}"')
        text = "".join(self._pieces)
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise broken(
                "Text contains invalid Unicode characters after decoding HTML entities,"
                " check for unmatched surrogate code units"
            )
        return Rich(text, in_order(map(reported, self._found)))

    def _letters(self) -> None:
        piece, self._at = character(self._source, self._at) or self._plain()
        self._pieces.append(piece)
        self._units += units(piece)

    def _plain(self) -> tuple[str, int]:
        match = _PLAIN.match(self._source, self._at)
        return (match.group(), match.end()) if match else ("", len(self._source))

    def _start_tag(self) -> None:
        start = self._at
        name = self._take(_TAG_NAME, start + 1).lower()
        if self._ended():
            raise self._broken("Unclosed start tag", start)
        if name not in TAGS:
            raise self._broken(f'Unsupported start tag "{name}"', start)
        tag = _Tag(name, start, self._units, len(self._pieces))
        while self._source[self._at] != ">":
            self._attribute(tag)
        self._at += 1
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            sentence = 'Tag "span" must have class "tg-spoiler"'
            raise self._broken(sentence, start)
        self._open.append(tag)

    def _attribute(self, tag: _Tag) -> None:
        """One attribute, and up to the next thing that is no space."""
        self._take(_SPACE, self._at)
        if self._source.startswith(">", self._at):
            return
        name = self._take(_ATTRIBUTE, self._at)
        if not name:
            sentence = f'Empty attribute name in the tag "{tag.name}"'
            raise self._broken(sentence, tag.start)
        self._take(_SPACE, self._at)
        unclosed = f'Unclosed start tag "{tag.name}"'
        if self._ended():
            raise self._broken(unclosed, tag.start)
        value = ""
        if self._source[self._at] == "=":
            self._take(_SPACE, self._at + 1)
            if self._ended():
                raise self._broken(unclosed, tag.start)
            value = self._value(tag)
        tag.attributes[name] = value

    def _value(self, tag: _Tag) -> str:
        quote, start = self._source[self._at], self._at
        if quote in "'\"":
            value = self._quoted(quote)
        else:
            value = self._take(_TOKEN, start).lower()
            if not self._source[self._at : self._at + 1].strip(" \t\r\n\v>") == "":
                raise self._broken("Unexpected end of name token", start)
        if self._ended():
            raise self._broken("Unclosed start tag", tag.start)
        return value

    def _quoted(self, quote: str) -> str:
        pieces = []
        self._at += 1
        while not self._ended() and self._source[self._at] != quote:
            letter = self._source[self._at]
            piece, self._at = character(self._source, self._at) or (letter, self._at + 1)
            pieces.append(piece)
        self._at = min(self._at + 1, len(self._source))
        return "".join(pieces)

    def _end_tag(self) -> None:
        start = self._at
        if not self._open:
            raise self._broken("Unexpected end tag", start)
        tag = self._open.pop()
        name = self._take(_TAG_NAME, start + 2).lower()
        self._take(_SPACE, self._at)
        if self._ended() or self._source[self._at] != ">":
            raise self._broken("Unclosed end tag", start)
        if name not in {"", tag.name}:
            more = f', expected "</{tag.name}>", found "</{name}>"'
            raise self._broken("Unmatched end tag", start, more)
        self._at += 1
        if self._units > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        span: Json = {"offset": tag.offset, "length": self._units - tag.offset}
        kind = kind_of(tag.name, tag.attributes, "".join(self._pieces[tag.piece :]))
        if kind is None:
            return
        inner = self._found[-1] if self._found else {}
        if kind["type"] == "pre" and "language" in inner and {**inner, **span} == inner:
            inner["type"] = "pre"
        else:
            self._found.append({"type": kind["type"], **span, **kind})

    def _take(self, pattern: re.Pattern[str], at: int) -> str:
        match = pattern.match(self._source, at)
        self._at = match.end() if match else at
        return match.group() if match else ""

    def _ended(self) -> bool:
        return self._at >= len(self._source)

    def _broken(self, sentence: str, at: int, more: str = "") -> ApiError:
        offset = len(self._source[:at].encode("utf-8", "surrogatepass"))
        return broken(f"{sentence} at byte offset {offset}{more}")
