"""What the tags of Telegram's HTML mean."""

import re
from collections.abc import Mapping

from bot.demo.replies import ApiError, Json, bad_request

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
TAGS = {*_KINDS, "a", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<dec>[0-9]+)|(?P<name>[a-zA-Z]+));?")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_LINK = re.compile(
    r"(?:https?://|tg:|ton:|tel:|mailto:)\S+|(?:[\w-]+\.)+[a-z]{2,}\S*", re.IGNORECASE
)
_MENTION = re.compile(r"tg://user\?id=(\d+)", re.IGNORECASE)
_LAST_CODE_POINT = 0x10FFFF
_LONGEST_NUMBER = 10


def broken(sentence: str) -> ApiError:
    """The refusal of wrong markup."""
    return bad_request(f"can't parse entities: {sentence}")


def character(source: str, at: int) -> tuple[str, int] | None:
    """The character an `&...;` at this place stands for, and where reading goes on.

    Returns:
        None when there is none: then the text is meant as it stands. Four names are known, and
        numbers; the semicolon may be missing.
    """
    match = _CHARACTER.match(source, at)
    if not match:
        return None
    if match["name"]:
        letter = _NAMED.get(match["name"])
        return (letter, match.end()) if letter else None
    if len(match.group().rstrip(";")) >= _LONGEST_NUMBER:
        return None
    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    return (chr(code), match.end()) if 0 < code < _LAST_CODE_POINT else None


def kind_of(tag: str, attributes: Mapping[str, str], inner: str) -> Json | None:
    """Type and extras of the entity a closed tag makes; None when it makes none.

    Raises:
        ApiError: A `tg-time` with a format nobody knows.
    """
    if tag == "a":
        return _link(attributes.get("href") or inner)
    if tag == "tg-time":
        return _time(attributes)
    if tag == "tg-emoji":
        return None  # for bots with a bought name only
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    language = attributes.get("class", "")
    if tag == "code" and language.startswith("language-"):
        return {"type": "code", "language": language.removeprefix("language-")}
    return {"type": _KINDS[tag]}


def reported(entity: Json) -> Json:
    """An entity as it is reported: code alone says nothing of its language."""
    if entity["type"] != "code":
        return entity
    return {key: value for key, value in entity.items() if key != "language"}


def _link(address: str) -> Json | None:
    mention = _MENTION.fullmatch(address)
    if mention:
        number = int(mention[1])
        user = {"id": number, "is_bot": False, "first_name": str(number)}
        return {"type": "text_mention", "user": user}
    if not _LINK.fullmatch(address):
        return None
    if ":" not in address.split("/", maxsplit=1)[0]:
        address = f"http://{address}"
    bare = re.fullmatch(r"https?://[^/?#]+", address, re.IGNORECASE)
    return {"type": "text_link", "url": f"{address}/" if bare else address}


def _time(attributes: Mapping[str, str]) -> Json | None:
    wanted = attributes.get("format", "")
    if not _TIME_FORMAT.fullmatch(wanted):
        raise broken("Invalid date format used")
    unix = re.match(r"\d+", attributes.get("unix", ""))
    if not unix or int(unix.group()) == 0:
        return None
    found: Json = {"type": "date_time", "unix_time": int(unix.group())}
    return {**found, "date_time_format": wanted} if wanted else found
