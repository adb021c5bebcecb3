"""The queue of updates: what is not yet confirmed is not yet finished."""

from dataclasses import dataclass
from datetime import datetime

from bot.demo.replies import Json

DEFAULT_EXCEPT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Update:
    """One update that waits.

    Attributes:
        key: A webhook gets one update of a key at a time.
        expires_at: From then on Telegram no longer delivers it.
    """

    update_id: int
    kind: str
    payload: Json
    key: int
    expires_at: datetime

    def json(self) -> Json:
        """As an `Update` of the Bot API."""
        return {"update_id": self.update_id, self.kind: self.payload}


class Updates:
    """Updates in order of arrival.

    Attributes:
        allowed: Kinds that are kept; None for Telegram's default. It stays until it is changed.
        poller: The number of the latest getUpdates; an older one that still waits has lost.
    """

    def __init__(self, first_id: int) -> None:
        self._waiting: dict[int, Update] = {}
        self._next_id = first_id
        self._looked_at: datetime | None = None
        self.allowed: frozenset[str] | None = None
        self.poller = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._waiting

    def add(self, kind: str, payload: Json, key: int, expires_at: datetime) -> None:
        """Queue an update, unless its kind is not asked for."""
        if kind not in self.allowed if self.allowed is not None else kind in DEFAULT_EXCEPT:
            return
        self._waiting[self._next_id] = Update(self._next_id, kind, payload, key, expires_at)
        self._next_id += 1

    def pending(self) -> list[Update]:
        """All unfinished updates, oldest first."""
        return list(self._waiting.values())

    def confirm(self, offset: int) -> None:
        """Finish all updates below an offset; a negative one keeps that many of the last."""
        if offset < 0:
            offset = list(self._waiting)[offset] if -offset <= len(self._waiting) else 0
        for update_id in [number for number in self._waiting if number < offset]:
            del self._waiting[update_id]

    def finish(self, update_id: int) -> None:
        """Finish one update, as a webhook's 2xx does."""
        self._waiting.pop(update_id, None)

    def forget_expired(self, now: datetime) -> None:
        """Drop what Telegram would no longer deliver."""
        if now == self._looked_at:
            return
        self._looked_at = now
        for update in self.pending():
            if update.expires_at <= now:
                del self._waiting[update.update_id]

    def clear(self) -> None:
        """Drop everything."""
        self._waiting.clear()
