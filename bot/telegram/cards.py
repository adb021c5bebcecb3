"""A talk has one card in a chat: where it was shown last."""

from bot.telegram.presenter import Presenter
from flows.model import MessageId
from flows.router import Answer, Router


async def settle_card(
    router: Router, presenter: Presenter, chat: int, answer: Answer, at: MessageId
) -> None:
    """Remember which message shows a card now, and take the one before it away."""
    screen = answer.screen
    if screen.card is None or answer.person is None or screen.card_at == at:
        return
    await router.remember_card(answer.person, screen.card, at)
    if screen.card_at is not None:
        await presenter.remove(chat, screen.card_at)
