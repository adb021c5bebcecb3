"""Any order of booking, moving, cancelling and restoring, against a dict too simple to be wrong."""

import asyncio
import shutil
import tempfile
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flows.model import AppointmentId, Audience, Mode, Status
from flows.policy import BookingLimits, Limits
from flows.programme import ref_of
from flows.router import Router
from flows.steps import Book, Cancel, Enter, Move, Restore
from tests.databases import fresh_sqlite, opened
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY

NAMES = ("Noor", "Sam", "Yusuf")
TEN = TUESDAY.replace(hour=10, minute=0)
STARTS = {
    "fatima": [TEN + n * timedelta(minutes=20) for n in range(3)],
    "jeroen": [TUESDAY.replace(hour=12, minute=30) + n * timedelta(minutes=20) for n in range(2)],
}
SLOTS = [(worker, start) for worker, starts in STARTS.items() for start in starts]
AHEAD = 2

Slot = tuple[str, datetime]


class Booking(RuleBasedStateMachine):
    """People press buttons; the model knows who holds which slot."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="inloop-machine-"))
        self.held: dict[Slot, tuple[str, AppointmentId]] = {}
        self.cancelled: dict[AppointmentId, tuple[Slot, str, datetime]] = {}
        self.clock = Ticker(TUESDAY)

    @initialize()
    def open(self) -> None:
        store = self._do(self.stack.enter_async_context(opened(fresh_sqlite(self.folder))))
        limits = Limits(booking=BookingLimits(ahead=AHEAD))
        router = Router(make_ports(store, self.clock, limits))
        self.people = {name: Account(router, name) for name in NAMES}
        for each in self.people.values():
            self._do(each.starts(demo_programme().schools[0].link))
            self._do(each.presses(Enter(Audience.PUPIL)))

    @rule(name=st.sampled_from(NAMES), slot=st.sampled_from(SLOTS))
    def book(self, name: str, slot: Slot) -> None:
        answer = self._do(self.people[name].presses(_wish(slot)))
        if self._may(name, slot):
            assert answer.screen.card is not None
            self.held[slot] = (name, answer.screen.card)
        else:
            assert answer.note is not None
            assert answer.note.id in {"refused-taken", "refused-many", "refused-busy"}

    @precondition(lambda self: self.held)
    @rule(data=st.data(), slot=st.sampled_from(SLOTS), by=st.sampled_from(NAMES))
    def move(self, data: st.DataObject, slot: Slot, by: str) -> None:
        old = data.draw(st.sampled_from(sorted(self.held)))
        owner, talk = self.held[old]
        worker, start = slot
        version = self._version(talk)
        step = Move(talk, version, ref_of(worker), start, Mode.SCHOOL)
        self._do(self.people[by].presses(step))
        if by == owner and (slot == old or slot not in self.held):
            del self.held[old]
            self.held[slot] = (owner, talk)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), by=st.sampled_from(NAMES), stale=st.booleans())
    def cancel(self, data: st.DataObject, by: str, stale: bool) -> None:
        slot = data.draw(st.sampled_from(sorted(self.held)))
        owner, talk = self.held[slot]
        self._do(self.people[by].presses(Cancel(talk, self._version(talk) + stale)))
        if by == owner and not stale:
            del self.held[slot]
            self.cancelled[talk] = (slot, owner, self.clock.now)

    @precondition(lambda self: self.cancelled)
    @rule(data=st.data(), by=st.sampled_from(NAMES))
    def restore(self, data: st.DataObject, by: str) -> None:
        talk = data.draw(st.sampled_from(sorted(self.cancelled)))
        slot, owner, at = self.cancelled[talk]
        self._do(self.people[by].presses(Restore(talk, self._version(talk))))
        in_time = self.clock.now <= at + timedelta(minutes=5)
        if by == owner and in_time and self._room(owner, slot):
            del self.cancelled[talk]
            self.held[slot] = (owner, talk)

    @rule(minutes=st.integers(1, 4))
    def wait(self, minutes: int) -> None:
        if self.clock.now < TUESDAY + timedelta(minutes=15):
            self.clock.advance(timedelta(minutes=minutes))

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        if hasattr(self, "people"):
            assert self._do(self._booked()) == {s: n for s, (n, _) in self.held.items()}

    def _may(self, name: str, slot: Slot) -> bool:
        return slot not in self.held and self._room(name, slot)

    def _room(self, name: str, slot: Slot) -> bool:
        own = [each for each, (who, _) in self.held.items() if who == name]
        return slot not in self.held and len(own) < AHEAD

    async def _booked(self) -> dict[Slot, str]:
        found: dict[Slot, str] = {}
        for name, account in self.people.items():
            async with account.router.ports.reading() as work:
                person = await account.person()
                for talk in await work.appointments.ahead(person, TUESDAY):
                    assert talk.status is Status.BOOKED
                    slot = (str(talk.worker), talk.span.start.astimezone(TUESDAY.tzinfo))
                    assert slot not in found
                    found[slot] = name
        return found

    def _version(self, talk: AppointmentId) -> int:
        async def version() -> int:
            async with next(iter(self.people.values())).router.ports.reading() as work:
                found = await work.appointments.get(talk)
            assert found is not None
            return found.version

        return int(self._do(version()))

    def _do(self, coroutine: Any) -> Any:
        return self.runner.run(coroutine)

    def teardown(self) -> None:
        """Close engine and loop."""
        self._do(self.stack.aclose())
        self.runner.close()
        shutil.rmtree(self.folder)


def _wish(slot: Slot) -> Book:
    worker, start = slot
    return Book(ref_of(worker), ref_of("linde"), start, Mode.SCHOOL)


TestBooking = Booking.TestCase
TestBooking.settings = settings(
    max_examples=40,
    stateful_step_count=25,
)
