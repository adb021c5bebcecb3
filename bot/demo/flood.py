"""Telegram's limits on sending, for those who want to run into them; off unless asked for."""

import math
from collections import deque

from bot.demo.replies import too_many

OVERALL = 30
PER_CHAT = 5


class Flood:
    """At most 30 messages in a second, and 5 to one chat in 5 seconds, in real time.

    Source: Telegram's advice to bots of one message a second to a chat, in short bursts more.
    """

    def __init__(self) -> None:
        self._overall: deque[float] = deque(maxlen=OVERALL)
        self._chats: dict[str, deque[float]] = {}

    def check(self, chat_id: str, now: float) -> None:
        """Count one message.

        Args:
            chat_id: Where it goes.
            now: Monotonic seconds.

        Raises:
            ApiError: 429; this one does not count.
        """
        chat = self._chats.setdefault(chat_id, deque(maxlen=PER_CHAT))
        wait = max(_wait(self._overall, 1.0, now), _wait(chat, float(PER_CHAT), now))
        if wait > 0:
            raise too_many(math.ceil(wait))
        self._overall.append(now)
        chat.append(now)


def _wait(sent: deque[float], span: float, now: float) -> float:
    """Seconds until a full window has room again."""
    return sent[0] + span - now if len(sent) == sent.maxlen else 0.0
