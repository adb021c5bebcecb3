"""From an answer to words and keys: HTML text and an inline keyboard, nothing sent yet.

This is the one place where texts become HTML: every word is escaped, whatever its source.
"""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from flows.packing import Show, Step
from flows.router import Answer
from flows.screen import Button, Document, Line, Picture, Screen
from flows.steps import Help, More
from flows.texts import Texts

KEEP = "+"
"""Before callback data: this message stays, what the button shows comes below it."""
SHORT_LABEL = 16
"""Labels up to this long share a row, two by two, in a long pick-list."""
LONG_LIST = 4
LONGEST_UNLINKED = 3
"""Digits of a number that no app makes a link of by itself."""


@dataclass(frozen=True, slots=True)
class Message:
    """What Telegram is asked to show."""

    html: str
    keyboard: InlineKeyboardMarkup
    picture: Picture | None
    document: Document | None
    language: str
    silent: bool
    photo: Path | None = None


def message(answer: Answer, texts: Texts) -> Message:
    """Put an answer into words."""
    screen, language = answer.screen, answer.language
    return Message(
        html=_html(answer, texts),
        keyboard=_keyboard(screen, language, texts),
        picture=screen.picture,
        document=screen.document,
        language=language,
        silent=screen.silent,
        photo=screen.photo,
    )


def _html(answer: Answer, texts: Texts) -> str:
    def say(line: Line) -> str:
        return _dialled(escape(texts.say(answer.language, line), quote=False), line)

    first, *rest = [say(each) for each in answer.screen.lines]
    shown = "\n".join([f"<b>{first}</b>", *rest])
    return f"{say(answer.note)}\n\n{shown}" if answer.note else shown


def _dialled(text: str, line: Line) -> str:
    """A help line's number in one tap: apps link long numbers themselves, short ones are copied."""
    number = line.args.get("number")
    if not line.item or not isinstance(number, str) or len(number) > LONGEST_UNLINKED:
        return text
    return text.replace(number, f"<code>{number}</code>", 1)


def _keyboard(screen: Screen, language: str, texts: Texts) -> InlineKeyboardMarkup:
    def key(button: Button) -> InlineKeyboardButton:
        return InlineKeyboardButton(
            texts.say(language, button.label),
            callback_data=_data(screen, button.step),
            style=button.tone.value,
        )

    choices = [key(each) for each in screen.choices]
    rows = [*_rows(choices), *([key(each)] for each in screen.actions)]
    footer = [
        key(Button(Line("footer-help"), Help())),
        key(Button(Line("footer-more"), screen.more or More())),
    ]
    if screen.back is not None:
        footer.insert(0, key(Button(Line("footer-back"), screen.back)))
    elif screen.corner is not None:
        footer.insert(0, key(screen.corner))
    return InlineKeyboardMarkup([*rows, footer])


def _rows(keys: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    wide = 2 if len(keys) > LONG_LIST and all(len(k.text) <= SHORT_LABEL for k in keys) else 1
    return [keys[n : n + wide] for n in range(0, len(keys), wide)]


def _data(screen: Screen, step: Step) -> str:
    kept = screen.keep and isinstance(step, Show)
    return f"{KEEP}{step.pack()}" if kept else step.pack()
