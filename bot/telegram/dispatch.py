"""From a Telegram update to the flows and back: five handlers, one error handler.

What is taken from an update is the chat, its app's language, the update's number, the message
pressed, and data or text: nothing more.
"""

import asyncio
import logging
import secrets
from contextlib import suppress
from typing import Any

from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.telegram.cards import settle_card
from bot.telegram.errors import Kind, classify
from bot.telegram.presenter import Presenter
from bot.telegram.words import KEEP, message
from bot.trouble import passing
from flows.front import HELP, Front, asks_for_help, cries
from flows.model import Address, Audience, MessageId
from flows.router import Answer, Incoming
from flows.safety.lines import lines_for
from flows.safety.screens import short_card
from flows.screen import Line, Screen
from flows.steps import Home
from flows.texts import Texts

CHANNEL = "telegram"
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")

FOLLOWING = 3
"""Numbers after an answer, one of which stands for a question that may have come below it."""
REMEMBERED = 1.0
"""Seconds in which it is kept what stands in a chat, or is not: who cries again waits for it.

SQLite lets go only when a writer's own patience ends (`storage.engine.WAIT`).
"""
_log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]


class Dispatch:
    """The five handlers."""

    def __init__(self, front: Front, texts: Texts, presenter: Presenter) -> None:
        self._router = front.router
        self._front = front
        self._texts = texts
        self._presenter = presenter
        self._failed: dict[int, BaseException | None] = {}  # in the hands of `attempt`

    def application(self, bot: Bot) -> App:
        """An application that handles updates given to it, and fetches none itself."""
        application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
        private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
        application.add_handlers(
            [
                CallbackQueryHandler(self.press),
                MessageHandler(private & filters.COMMAND, self.command),
                MessageHandler(private & filters.TEXT, self.text),
                MessageHandler(private & ~filters.StatusUpdate.ALL, self.media),
                ChatMemberHandler(self.membership, ChatMemberHandler.MY_CHAT_MEMBER),
            ]
        )
        application.add_error_handler(self.fault)
        return application

    async def press(
        self, update: Update, _context: ContextTypes.DEFAULT_TYPE | None = None
    ) -> None:
        """A button: the answer takes the place of its message, or comes below it."""
        if update.callback_query is not None:
            new = await self._pressed(update, update.callback_query)
            await self._remember(update.callback_query.from_user.id, new)

    async def _pressed(self, update: Update, query: CallbackQuery) -> list[MessageId]:
        """Answer a press; the messages that are new."""
        data, pressed = query.data or "", _message_of(query)
        try:
            incoming = _incoming(update, None if data.startswith(KEEP) else pressed)
            await self._presenter.clear(
                query.from_user.id, await self._front.leaving(incoming, data)
            )
            answer = await self._front.press(incoming, data.removeprefix(KEEP))
            apart = answer.screen.vanish_at is not None and answer.screen.card is None
            stays = pressed is None or apart or bool(answer.gone) or data.startswith(KEEP)
            return await self._show(query.from_user.id, None if stays else pressed, answer)
        finally:
            await self._presenter.answered(query.id)

    async def command(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command, perhaps with the payload of a deep link."""
        said = _said(update)
        name, payload = _command(said.text or "")
        answer = await self._front.command(_incoming(update), name, payload)
        await self._answer(said, answer)

    async def text(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Typed text; what should vanish from the chat afterwards does."""
        said = _said(update)
        answer = await self._front.text(_incoming(update), said.text or "")
        await self._answer(said, answer)
        if answer.forget:
            await self._presenter.remove(said.chat.id, MessageId(said.message_id))

    async def media(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Voice, picture, sticker, anything else: nobody heard or saw it."""
        said = _said(update)
        answer = await self._front.media(_incoming(update), said.caption or "")
        await self._answer(said, answer)

    async def membership(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Blocked, or back."""
        change = update.my_chat_member
        if change is not None:
            gone = change.new_chat_member.status in {"kicked", "left"}
            await self._router.reach(_address(change.chat.id), reachable=not gone)

    async def attempt(self, application: App, update: Update) -> BaseException | None:
        """Handle an update once; what went wrong, of which its person was not told yet."""
        self._failed[update.update_id] = None
        try:
            await application.process_update(update)
        finally:
            failure = self._failed.pop(update.update_id)
        return failure

    async def fault(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """What a handler raised: the log gets class and update number, `attempt` the rest."""
        error, number = context.error, update.update_id if isinstance(update, Update) else None
        _note(number, error)
        if number in self._failed:
            self._failed[number] = error

    async def apologise(self, update: Update) -> None:
        """Our own fault: the person gets a word and the start screen, or the word alone."""
        if update.effective_user is None:
            return
        if self.is_cry(update):
            await self.sorry(update)
            return
        try:
            answer = await self._router.show(_incoming(update), Home(), Line("refused-fault"))
            new = await self._show(update.effective_user.id, None, answer)
            await self._remember(update.effective_user.id, [*_typed(update), *new])
        except Exception as fault:  # noqa: BLE001  then without the database
            _log.error("update %s: no start screen", update.update_id, exc_info=fault)
            await self.sorry(update)

    async def sorry(self, update: Update) -> None:
        """A word that needs no database; a cry for help gets its card. Nothing depends on it."""
        user = update.effective_user
        if user is None or update.my_chat_member is not None:
            return
        screen = Screen((Line("refused-fault"),), back=Home())
        if self.is_cry(update):
            screen = short_card(lines_for(None, Audience.PUPIL), None)
        language = self._router.language_of(None, user.language_code or "")
        with suppress(TelegramError):
            await self._presenter.below(user.id, message(Answer(screen, language), self._texts))

    async def overflow(self, update: Update) -> None:
        """Too much of one person waits already: a press gets one word, a cry for help its card."""
        if self.is_cry(update):
            await self.cry(update)
        elif update.callback_query is not None:
            query = update.callback_query
            language = self._router.language_of(None, query.from_user.language_code or "")
            word = self._texts.say(language, Line("refused-wait"))
            await self._presenter.toast(query.id, word)

    @staticmethod
    def is_cry(update: Update) -> bool:
        """Tell whether an update is to be answered before everything that waits."""
        if update.callback_query is not None:
            return asks_for_help((update.callback_query.data or "").removeprefix(KEEP))
        said = update.message
        if said is None or said.chat.type != ChatType.PRIVATE or said.from_user is None:
            return False
        words = said.text or said.caption or ""
        return (words.startswith("/") and _command(words)[0] in HELP) or cries(words)

    async def attempt_cry(self, update: Update) -> BaseException | None:
        """Answer a cry for help once, past the handlers; what went wrong."""
        try:
            await self.cry(update)
        except Exception as fault:  # noqa: BLE001  whatever it is, the card has still to be shown
            _note(update.update_id, fault)
            return fault
        return None

    async def cry(self, update: Update) -> None:
        """Answer a cry for help, or the press of a button that asks for it."""
        if update.callback_query is not None:
            await self.press(update)
            return
        said = _said(update)
        words = said.text or said.caption or ""
        if words.startswith("/"):
            answer = await self._front.command(_incoming(update), *_command(words))
        else:
            answer = await self._front.text(_incoming(update), words)
        await self._answer(said, answer)

    async def _answer(self, said: Message, answer: Answer) -> None:
        """Answer below what was said.

        Three numbers are kept, whether or not a gentle question came below the answer, which
        nobody is to learn: the third is then one of a few after the answer, of nothing or of what
        is said next.
        """
        new = await self._show(said.chat.id, None, answer)
        if len(new) == 1:
            new.append(MessageId(new[0] + 1 + secrets.randbelow(FOLLOWING)))
        await self._remember(said.chat.id, [MessageId(said.message_id), *new])

    async def _show(self, chat: int, pressed: MessageId | None, answer: Answer) -> list[MessageId]:
        """Show an answer in the place of a pressed message, or below; the messages that are new."""
        shown = message(answer, self._texts)
        try:
            if pressed is None:
                at = await self._presenter.below(chat, shown)
            else:
                at = await self._presenter.replace(chat, pressed, shown)
        except TelegramError as error:
            if classify(error).kind is not Kind.GONE:
                raise
            await self._router.reach(_address(chat), reachable=False)
            return []
        await self._presenter.clear(chat, [each for each in answer.gone if each != at])
        await settle_card(self._router, self._presenter, chat, answer, at)
        if answer.person is not None and answer.screen.vanish_at is not None:
            await self._router.take_away_later(answer.person, at, answer.screen.vanish_at)
        new = [] if at == pressed else [at]
        return new if answer.after is None else new + await self._show(chat, None, answer.after)

    async def _remember(self, chat: int, messages: list[MessageId]) -> None:
        """Know what stands in the chat, for whoever is erased; it was shown, whatever comes."""
        if not messages:
            return
        try:
            async with asyncio.timeout(REMEMBERED):
                await self._router.remember_shown(_address(chat), messages)
        except Exception as fault:  # noqa: BLE001
            _log.error("what stands in a chat could not be kept", exc_info=fault)


def _note(number: int | None, error: BaseException | None) -> None:
    """Log a failure; of one that passes the operator is told elsewhere."""
    if passing(error) is None:
        _log.error("update %s failed", number, exc_info=error)


def _incoming(update: Update, pressed: MessageId | None = None) -> Incoming:
    user = update.effective_user
    if user is None:
        raise ValueError("an update of nobody")
    message, language = update.message, user.language_code or ""
    said = MessageId(message.message_id) if message else None
    sent_at = message.date if message else None
    return Incoming(_address(user.id), language, update.update_id, pressed, said, sent_at)


def _address(user: int) -> Address:
    return Address(CHANNEL, str(user))


def _command(text: str) -> tuple[str, str]:
    """Name and payload of a command."""
    name, _, payload = text.removeprefix("/").partition(" ")
    return name.partition("@")[0].lower(), payload.strip()


def _typed(update: Update) -> list[MessageId]:
    """The message that somebody typed, where it is one."""
    return [MessageId(update.message.message_id)] if update.message else []


def _said(update: Update) -> Message:
    if update.message is None:
        raise ValueError("an update without a message")
    return update.message


def _message_of(query: CallbackQuery) -> MessageId | None:
    if query.message is None or not query.message.is_accessible:
        return None
    return MessageId(query.message.message_id)
