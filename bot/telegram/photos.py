"""Messages with a photo: each file is uploaded once, then named by the id that it got."""

import asyncio
from pathlib import Path

from telegram import Bot, InputMediaPhoto
from telegram import Message as Shown
from telegram.constants import ParseMode

from bot.telegram.words import Message
from flows.model import MessageId


class Photos:
    """Shows photos that lie on disk, the words below them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._ids: dict[Path, str] = {}

    async def send(self, chat: int, message: Message, file: Path) -> Shown:
        """Send a message with its photo.

        Raises:
            OSError: The file cannot be read.
            TelegramError: As Telegram says.
        """
        shown = await self._bot.send_photo(
            chat,
            await self._photo(file),
            caption=message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            disable_notification=message.silent,
        )
        self._keep(file, shown)
        return shown

    async def change(self, chat: int, old: MessageId, message: Message, file: Path) -> None:
        """Put a message with its photo where another one is, be it of words.

        Raises:
            OSError: The file cannot be read.
            TelegramError: As Telegram says.
        """
        photo = await self._photo(file)
        shown = await self._bot.edit_message_media(
            InputMediaPhoto(photo, caption=message.html, parse_mode=ParseMode.HTML),
            chat_id=chat,
            message_id=old,
            reply_markup=message.keyboard,
        )
        if isinstance(shown, Shown):
            self._keep(file, shown)

    def forget(self, file: Path) -> None:
        """Upload a photo anew the next time."""
        self._ids.pop(file, None)

    async def _photo(self, file: Path) -> str | bytes:
        if file in self._ids:
            return self._ids[file]
        return await asyncio.to_thread(file.read_bytes)

    def _keep(self, file: Path, shown: Shown) -> None:
        if shown.photo:
            self._ids[file] = shown.photo[-1].file_id
