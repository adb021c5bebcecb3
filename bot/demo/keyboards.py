"""Reply markup: what Telegram accepts under a message, and what it answers otherwise."""

import re
from dataclasses import dataclass

from bot.demo.calls import Call
from bot.demo.replies import ApiError, Json, bad_request
from bot.demo.texts import Rich, cleaned

DATA_BYTES = 64
COPIED_LENGTH = 256
MOST_BUTTONS = 100
STYLES = {"danger", "success", "primary"}
TYPES = ("callback_data", "url", "copy_text")
_BUTTON = "can't parse inline keyboard button: "
_PROTOCOL = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://)?[^\s/?#:@]+\.[^\s/?#:@]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Markup:
    """The markup of one message.

    Attributes:
        rows: Inline buttons as the Bot API reports them; empty for no keyboard.
        fixed: A reply keyboard, its removal or a forced reply: such a message cannot be edited.
    """

    rows: tuple[tuple[Json, ...], ...] = ()
    fixed: bool = False

    def json(self) -> Json:
        """As `reply_markup` of a message."""
        return {"inline_keyboard": [list(row) for row in self.rows]}


def read_markup(call: Call) -> Markup:
    """The `reply_markup` of a call; an empty one when it is missing.

    Raises:
        ApiError: What Telegram would say of it.
    """
    given = call.parsed("reply_markup", "reply keyboard markup")
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(_rows(given["inline_keyboard"]))
    return Markup(fixed=bool({"keyboard", "remove_keyboard", "force_reply"} & given.keys()))


def _rows(given: object) -> tuple[tuple[Json, ...], ...]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request("can't parse inline keyboard: Array of Arrays expected")
    rows = tuple(tuple(_button(button) for button in row) for row in given if row)
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _button(given: object) -> Json:
    if not isinstance(given, dict):
        raise bad_request(f"{_BUTTON}InlineKeyboardButton must be an Object")
    style = given.get("style")
    if style and str(style) not in STYLES:
        raise bad_request(f"{_BUTTON}invalid button style specified")
    kinds = [kind for kind in TYPES if given.get(kind)]
    if not kinds:
        raise bad_request(f"{_BUTTON}Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise bad_request(f"{_BUTTON}exactly one of {', '.join(kinds)} must be used")
    text = cleaned(Rich(str(given.get("text", "")))).text
    if not text:
        raise bad_request("inline keyboard button text must be non-empty")
    button: Json = {"text": text, kinds[0]: _checked(kinds[0], given[kinds[0]])}
    return {**button, "style": style} if style else button


def _checked(kind: str, value: object) -> object:
    """What a button does, when Telegram would let it through."""
    if kind == "callback_data":
        if not isinstance(value, str) or len(value.encode()) > DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return value
    if kind == "url":
        return _address(str(value))
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 0 < len(text) <= COPIED_LENGTH:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _address(url: str) -> str:
    """The address of a button, with its protocol in front."""
    protocol = _PROTOCOL.match(url)
    if protocol and protocol[1].lower() in {"tg", "ton"}:
        return url
    if protocol and protocol[1].lower() not in {"http", "https"}:
        raise _wrong_address(url, "Unsupported URL protocol")
    if not _ADDRESS.fullmatch(url):
        raise _wrong_address(url, "Wrong HTTP URL")
    return url if protocol else f"http://{url}"


def _wrong_address(url: str, why: str) -> ApiError:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: {why}")
