"""The local Bot API server, which sees what arrives when, and kills a bot that has just sent."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from bot.demo.calls import Call
from bot.demo.core import Core
from bot.demo.replies import Reply
from tests.chaos.clock import Fast, FastDemoClock

REMINDER = "Herinnering"


class ChaosCore(Core):
    """Telegram's side.

    Attributes:
        told: When each person was reminded, by the number of the account.
        on_arrival: Called once after the next message took effect, before its answer.
    """

    def __init__(self, fast: Fast) -> None:
        """Nobody is there yet."""
        super().__init__(FastDemoClock(fast))
        self.told: dict[int, list[datetime]] = defaultdict(list)
        self.on_arrival: Callable[[], None] | None = None

    def restart(self, fast: Fast) -> None:
        """Set the clock to another beginning; what was prepared took its time."""
        clock = self.clock
        if not isinstance(clock, FastDemoClock):
            raise TypeError("another clock")
        clock.fast = fast

    async def _carry_out(self, call: Call) -> Reply:
        reply = await super()._carry_out(call)
        if call.method.lower() != "sendmessage" or reply.status != 200:
            return reply
        if REMINDER in call.text("text").partition("\n")[0]:
            self.told[int(call.text("chat_id"))].append(self.clock.now())
            arrived, self.on_arrival = self.on_arrival, None
            if arrived is not None:
                arrived()
        return reply
