"""Delivery by Telegram: a new message, or a change of one that is there."""

import logging
from collections.abc import Mapping

from telegram.error import TelegramError

from bot.delivery.carrier import Carried, Fate
from bot.telegram.cards import settle_card
from bot.telegram.errors import Kind, classify
from bot.telegram.presenter import Presenter
from bot.telegram.words import message
from flows.model import Claimed, MessageId
from flows.notices import Ready, Removal
from flows.router import Router
from flows.texts import Texts

_log = logging.getLogger(__name__)
_FATES: Mapping[Kind, Fate] = {
    Kind.GONE: Fate.GONE,
    Kind.UNKNOWN: Fate.UNKNOWN,
    Kind.REFUSED: Fate.REFUSED,
    Kind.MESSAGE_GONE: Fate.REFUSED,
    Kind.NO_CHANGE: Fate.REFUSED,
}
"""Whatever else Telegram says, nothing was sent."""


class TelegramCarrier:
    """`bot.delivery.carrier.Carrier`."""

    def __init__(self, router: Router, presenter: Presenter, texts: Texts) -> None:
        self._router = router
        self._presenter = presenter
        self._texts = texts

    async def carry(self, _claimed: Claimed, ready: Ready) -> Carried:
        """Send or change one message, once."""
        try:
            return await self._send(ready)
        except TelegramError as error:
            return _fate_of(error)

    async def take_away(self, removal: Removal) -> Carried:
        """Delete a message; one that is gone already is no fault."""
        try:
            await self._presenter.delete(int(removal.address.id), removal.message)
        except TelegramError as error:
            return _fate_of(error)
        return Carried(Fate.SENT, "taken-away")

    async def _send(self, ready: Ready) -> Carried:
        chat, shown = int(ready.address.id), message(ready.answer, self._texts)
        if ready.edit is None:
            at = await self._presenter.send(chat, shown)
            await self._keep(chat, ready, at)
            return Carried(Fate.SENT, "sent", message=at)
        if await self._presenter.edit(chat, ready.edit, shown):
            return Carried(Fate.SENT, "edited")
        return Carried(Fate.DROPPED, "message-gone")

    async def _keep(self, chat: int, ready: Ready, at: MessageId) -> None:
        """The message was sent, whatever becomes of the card before it and of itself later."""
        try:
            await settle_card(self._router, self._presenter, chat, ready.answer, at)
            answer = ready.answer
            if answer.person is not None and answer.screen.vanish_at is not None:
                await self._router.take_away_later(answer.person, at, answer.screen.vanish_at)
        except Exception as fault:  # noqa: BLE001
            _log.error("a card could not be kept", exc_info=fault)


def _fate_of(error: TelegramError) -> Carried:
    outcome = classify(error)
    fate = _FATES.get(outcome.kind, Fate.NOT_SENT)
    too_fast = outcome.kind is Kind.TOO_FAST
    return Carried(fate, outcome.reason, outcome.retry_after, all_wait=too_fast)
