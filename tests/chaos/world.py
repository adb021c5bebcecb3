"""The local Bot API server, which sees what arrives when, and goes wrong where it is asked to."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.demo.calls import Call
from bot.demo.core import Core
from bot.demo.faults import Fault
from bot.demo.replies import Reply, Upload
from tests.chaos.clock import ShownDemoClock

REMINDER = "Herinnering"
SEND = "sendmessage"
UNSURE = {"5xx", "dropped"}
"""After these nobody knows whether it arrived. A reminder is then said once more, and no more."""


class ChaosCore(Core):
    """Telegram's side.

    Attributes:
        told: When each person was reminded, by the number of the account.
        traps: By name; asked after each reminder took effect, before its answer. One that says
            True has done its work, and is taken out.
        wrong: What goes wrong with the next message that it may hit.
        faults_met: What went wrong, by kind.
        silenced: Reminders that arrived and whose answer was dropped, by account.
    """

    def __init__(self, clock: ShownDemoClock) -> None:
        """Nobody is there yet."""
        super().__init__(clock)
        self.told: dict[int, list[datetime]] = defaultdict(list)
        self.traps: dict[str, Callable[[], bool]] = {}
        self.wrong: Fault | None = None
        self.faults_met: Counter[str] = Counter()
        self.silenced: Counter[int] = Counter()
        self._unsure: set[int] = set()

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, str] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Reply:
        """Answer one call; what should go wrong hits a message, each reminder once."""
        if method.lower() == SEND and self.wrong is not None:
            self._go_wrong(self.wrong, Call(method, params or {}, {}))
        return await super().call(token, method, params, files)

    def _go_wrong(self, fault: Fault, call: Call) -> None:
        chat = int(call.text("chat_id"))
        if _is_reminder(call) and fault.kind in UNSURE:
            if chat in self._unsure:
                return
            self._unsure.add(chat)
            self.silenced[chat] += fault.kind == "dropped"
        self.wrong = None
        self.faults_met[fault.kind] += 1
        self.faults.add(SEND, fault)

    async def _carry_out(self, call: Call) -> Reply:
        reply = await super()._carry_out(call)
        if call.method.lower() == SEND and reply.status == 200 and _is_reminder(call):
            self.told[int(call.text("chat_id"))].append(self.clock.now())
            self.traps = {name: trap for name, trap in self.traps.items() if not trap()}
        return reply


def _is_reminder(call: Call) -> bool:
    return REMINDER in call.text("text").partition("\n")[0]
