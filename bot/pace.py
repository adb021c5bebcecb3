"""How often one person may do something in an hour; in this process, no promise rests on it."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from flows.model import Address, PersonId

HOUR = timedelta(hours=1)
MOST_PEOPLE = 10_000
"""Those asked about last are remembered; the others begin anew."""


class Pace:
    """`flows.ports.Pace`."""

    def __init__(self, most_people: int = MOST_PEOPLE) -> None:
        self._most_people = most_people
        self._done: OrderedDict[tuple[str, PersonId | Address], deque[datetime]] = OrderedDict()

    def allows(self, what: str, whose: PersonId | Address, most: int, now: datetime) -> bool:
        """Whether it may be done once more; if so, it counts."""
        done = self._done.setdefault((what, whose), deque())
        self._done.move_to_end((what, whose))
        while done and done[0] <= now - HOUR:
            done.popleft()
        while len(self._done) > self._most_people:
            self._done.popitem(last=False)
        if len(done) >= most:
            return False
        done.append(now)
        return True
