"""Faults on order: what goes wrong the next few times a method is called."""

from collections import deque
from dataclasses import dataclass, replace

from bot.demo.replies import BLOCKED, ApiError, Reply, forbidden, too_many

KINDS = ("429", "5xx", "dropped", "slow", "blocked")
ANY = "*"
POLLING = "getupdates"
_BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>502</body></html>"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        kind: "429" (nothing happens; `seconds` to wait), "5xx" (nothing happens, HTML body),
            "dropped" (it happens, nobody is told), "slow" (it happens, the answer takes
            `seconds`), "blocked" (nothing happens, 403).
        times: How many calls it hits.
    """

    kind: str
    times: int = 1
    seconds: float = 1.0
    status: int = 502

    def refusal(self) -> Reply | None:
        """The answer instead of the effect; None when the method takes effect."""
        error: ApiError | None = None
        if self.kind == "5xx":
            return Reply(self.status, _BAD_GATEWAY, {"Content-Type": "text/html"})
        if self.kind == "429":
            error = too_many(max(1, round(self.seconds)))
        elif self.kind == "blocked":
            error = forbidden(BLOCKED)
        return error.reply() if error else None


class Faults:
    """One queue per method; the oldest fault is used up first."""

    def __init__(self) -> None:
        self._queues: dict[str, deque[Fault]] = {}

    def add(self, method: str, fault: Fault) -> None:
        """Order a fault for a method in any case of letters; "*" means all but getUpdates."""
        self._queues.setdefault(method.lower(), deque()).append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault that hits this call, one time less of it left."""
        queue = self._queues.get(method)
        if not queue and method != POLLING:
            queue = self._queues.get(ANY)
        if not queue:
            return None
        fault = queue.popleft()
        if fault.times > 1:
            queue.appendleft(replace(fault, times=fault.times - 1))
        return fault

    def clear(self) -> None:
        """No more faults."""
        self._queues.clear()
