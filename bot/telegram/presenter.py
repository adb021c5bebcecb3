"""Shows messages in Telegram: edits where it can, sends where it must."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chart import painted
from bot.telegram.errors import Kind, Outcome, classify
from bot.telegram.photos import Photos
from bot.telegram.words import Message
from flows.model import MessageId
from flows.texts import Texts

Result = TypeVar("Result")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A video room's address fetches no picture from elsewhere."""
MOST_AT_ONCE = 100
"""Messages that one call takes away. Source: Bot API, deleteMessages."""
TRIES = 3
LONGEST_WAIT = 5.0
"""Seconds a reply waits when Telegram says "too fast"; longer is no use to who is looking."""
WITHOUT_WORDS = "message-without-text"
"""Why a message with a photo cannot become one of words."""

_log = logging.getLogger(__name__)


def at_once(messages: Sequence[MessageId]) -> Iterator[Sequence[MessageId]]:
    """Messages in as many as one call takes away."""
    for first in range(0, len(messages), MOST_AT_ONCE):
        yield messages[first : first + MOST_AT_ONCE]


class Presenter:
    """Turns messages into calls of the Bot API."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        self._bot = bot
        self._texts = texts
        self._photos = Photos(bot)

    async def replace(self, chat: int, old: MessageId, message: Message) -> MessageId:
        """Show a message where another one is; below it when that one cannot be changed.

        A message with a photo cannot become one of words: it is taken away.

        Raises:
            TelegramError: It could not be shown at all.
        """
        return await self._or_words(message, lambda each: self._replace(chat, old, each))

    async def below(self, chat: int, message: Message) -> MessageId:
        """Answer in a new message.

        Raises:
            TelegramError: It could not be shown.
        """
        return await self._or_words(message, lambda each: _insist(lambda: self.send(chat, each)))

    async def _or_words(
        self, message: Message, show: Callable[[Message], Awaitable[MessageId]]
    ) -> MessageId:
        """Show a message; without its photo when that cannot be read or Telegram refuses it."""
        if message.photo is None:
            return await show(message)
        try:
            return await show(message)
        except OSError:
            _log.warning("a photo could not be read")
        except TelegramError as error:
            if classify(error).kind is not Kind.REFUSED:
                raise
            _log.warning("a photo was refused")
            self._photos.forget(message.photo)
        return await show(replace(message, photo=None))

    async def _replace(self, chat: int, old: MessageId, message: Message) -> MessageId:
        why = None
        if message.picture is None and message.document is None:
            why = await self._edit(chat, old, message)
            if why is None:
                return old
        at = await _insist(lambda: self.send(chat, message))
        if why is not None and why.reason == WITHOUT_WORDS:
            await self.remove(chat, old)
        return at

    async def edit(self, chat: int, old: MessageId, message: Message) -> bool:
        """Change a message; False when it is gone or cannot be changed."""
        return await self._edit(chat, old, message) is None

    async def _edit(self, chat: int, old: MessageId, message: Message) -> Outcome | None:
        """Change a message; None when it says this now, else why it cannot."""
        try:
            await _insist(lambda: self._changed(chat, old, message), repeatable=True)
        except TelegramError as error:
            outcome = classify(error)
            if outcome.kind is Kind.NO_CHANGE:
                return None
            if outcome.kind is Kind.MESSAGE_GONE:
                return outcome
            raise
        return None

    async def _changed(self, chat: int, old: MessageId, message: Message) -> None:
        if message.photo is not None:
            await self._photos.change(chat, old, message, message.photo)
            return
        await self._bot.edit_message_text(
            message.html,
            chat_id=chat,
            message_id=old,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            link_preview_options=NO_PREVIEW,
        )

    async def send(self, chat: int, message: Message) -> MessageId:
        """Send once, whatever happens.

        Raises:
            TelegramError: As Telegram says.
        """
        if message.photo is not None:
            sent = await self._photos.send(chat, message, message.photo)
        elif message.picture is not None:
            sent = await self._bot.send_photo(
                chat,
                await self._drawn(message),
                caption=message.html,
                parse_mode=ParseMode.HTML,
                reply_markup=message.keyboard,
                show_caption_above_media=True,
                disable_notification=message.silent,
            )
        elif message.document is not None:
            sent = await self._bot.send_document(
                chat,
                InputFile(message.document.content, filename=message.document.name),
                caption=message.html,
                parse_mode=ParseMode.HTML,
                reply_markup=message.keyboard,
                disable_notification=message.silent,
            )
        else:
            sent = await self._bot.send_message(
                chat,
                message.html,
                parse_mode=ParseMode.HTML,
                reply_markup=message.keyboard,
                link_preview_options=NO_PREVIEW,
                disable_notification=message.silent,
            )
        return MessageId(sent.message_id)

    async def _drawn(self, message: Message) -> InputFile:
        picture = message.picture
        if picture is None:
            raise ValueError("no picture")

        drawn = await painted(picture, self._texts, message.language)
        return InputFile(drawn, filename="inloop.png")

    async def remove(self, chat: int, message: MessageId) -> None:
        """Take a message away where Telegram allows; nothing depends on it."""
        with suppress(TelegramError):
            await self.delete(chat, message)

    async def clear(self, chat: int, messages: Sequence[MessageId]) -> None:
        """Take many messages away where Telegram allows; nothing depends on it.

        Where it refuses some for the sake of one, each is tried by itself.
        """
        for some in at_once(messages):
            try:
                await self._bot.delete_messages(chat, some)
            except TelegramError as error:
                if classify(error).kind not in {Kind.MESSAGE_GONE, Kind.REFUSED}:
                    return
                for each in some:
                    await self.remove(chat, each)

    async def delete(self, chat: int, message: MessageId) -> None:
        """Take a message away.

        Raises:
            TelegramError: As Telegram says.
        """
        await self._bot.delete_message(chat, message)

    async def answered(self, query: str) -> None:
        """Stop the spinner of a press; too late does not matter."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(query)

    async def toast(self, query: str, text: str) -> None:
        """Stop the spinner with a short word."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(query, text)


async def _insist(call: Callable[[], Awaitable[Result]], *, repeatable: bool = False) -> Result:
    """Call again when Telegram surely did nothing; after silence only if it may be repeated."""
    for left in reversed(range(TRIES)):
        try:
            return await call()
        except TelegramError as error:
            outcome = classify(error)
            again = outcome.kind in {Kind.NOT_SENT, Kind.TOO_FAST} or (
                repeatable and outcome.kind is Kind.UNKNOWN
            )
            wait = outcome.retry_after.total_seconds() if outcome.retry_after else 0.2
            if not (left and again and wait <= LONGEST_WAIT):
                raise
            await asyncio.sleep(wait)
    raise AssertionError("the last try returns or raises")
