"""Telling Telegram where to bring updates: asked on through troubles, ended by a refusal."""

import pytest
from pydantic import SecretStr

from bot import connection
from bot.config_serving import Webhook
from bot.errors import OperatorError
from bot.webhooks import announce
from tests.bot.telegram.scripted import calling, fails, says, serving

HOOK = Webhook(url="https://inloop.example.org/hook", secret=SecretStr("abcdefghijklmnop"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "FIRST_PAUSE", 0.0)


async def test_it_is_told_again_until_telegram_takes_it(caplog: pytest.LogCaptureFixture) -> None:
    async with serving() as server, calling("aiohttp", server.base_url) as bot:
        server.script.extend([fails(502, "Bad Gateway"), fails(500, "Internal"), says(True)])
        await announce(bot, HOOK)

    assert [each.getMessage().partition(" (")[0] for each in caplog.records] == [
        "the webhook is not set yet"
    ] * 2


@pytest.mark.parametrize(
    ("status", "said", "sentence"),
    [
        (400, "Bad Request: bad webhook: failed to resolve host", "Telegram refuses the webhook"),
        (401, "Unauthorized", "Telegram refuses the token"),
    ],
)
async def test_a_refusal_ends_it(status: int, said: str, sentence: str) -> None:
    async with serving() as server, calling("aiohttp", server.base_url) as bot:
        server.script.extend([fails(status, said)])
        with pytest.raises(OperatorError, match=sentence):
            await announce(bot, HOOK)
