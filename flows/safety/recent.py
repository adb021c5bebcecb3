"""Which cards were shown a moment ago; in this process, no promise rests on it."""

from collections import OrderedDict
from datetime import datetime, timedelta

from flows.model import Address, Crisis

AGAIN_AFTER = timedelta(minutes=5)
MOST = 10_000
"""Those shown last are remembered; for the others a full card comes again."""


class Recent:
    """The full card at most once in five minutes for each chat and need."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._shown: OrderedDict[tuple[Address, Crisis | None], datetime] = OrderedDict()

    def is_again(self, address: Address, kind: Crisis | None, now: datetime) -> bool:
        """Tell whether this card was shown just now; if not, it counts as shown."""
        last = self._shown.get((address, kind))
        if last is not None and last <= now < last + AGAIN_AFTER:
            return True
        self._shown[address, kind] = now
        self._shown.move_to_end((address, kind))
        while len(self._shown) > self._most:
            self._shown.popitem(last=False)
        return False
