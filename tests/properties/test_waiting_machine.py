"""Any order of waiting, freeing, offering, taking and letting lapse, against a simple model."""

import asyncio
import shutil
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flows.model import AppointmentId, Audience, Mode
from flows.policy import BookingLimits, Limits
from flows.router import Router
from flows.steps import Await, Book, Cancel, Decline, Enter, Move, Unawait
from flows.waiting.job import offer_due
from tests.databases import fresh_sqlite, opened
from tests.flows.place import FATIMA, LINDE, TEN, rows
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY

NAMES = ("Noor", "Sam", "Yusuf", "Kim")
SLOTS = [TEN + n * timedelta(minutes=20) for n in range(5)]
HOLD = timedelta(minutes=5)
"""All these slots are near, so a hold is half as long."""
LAST = TUESDAY + timedelta(minutes=15)
"""Later the first slot would be too near to be held so long."""
TICKS = 4

name = st.sampled_from(NAMES)
slot = st.sampled_from(SLOTS)


@dataclass
class Waits:
    """A place in line: times that were free when one came, and times that were offered."""

    passed: set[datetime]
    offered: set[datetime] = field(default_factory=set)


class Waiting(RuleBasedStateMachine):
    """Everybody has one talk at most; the model knows who waits, and what is held for whom."""

    def __init__(self) -> None:
        super().__init__()
        self.runner, self.stack = asyncio.Runner(), AsyncExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="inloop-waiting-"))
        self.clock = Ticker(TUESDAY)
        self.booked: dict[str, datetime] = {}
        self.talks: dict[str, tuple[AppointmentId, int]] = {}
        self.line: dict[str, Waits] = {}
        self.held: dict[str, tuple[datetime, datetime]] = {}

    @initialize()
    def open(self) -> None:
        self.url = fresh_sqlite(self.folder)
        store = self._do(self.stack.enter_async_context(opened(self.url)))
        self.ports = make_ports(store, self.clock, Limits(booking=BookingLimits(ahead=1)))
        router = Router(self.ports)
        self.people = {each: Account(router, each) for each in NAMES}
        for each in self.people.values():
            self._do(each.starts(demo_programme().schools[0].link))
            self._do(each.presses(Enter(Audience.PARENT)))
        self.ids = {each: self._do(self.people[each].person()) for each in NAMES}

    @rule(who=name, at=slot)
    def book(self, who: str, at: datetime) -> None:
        if who in self.booked:
            return
        card = self._do(self.people[who].presses(_book(at))).screen.card
        assert (card is not None) is self._is_free(at)
        if card is not None:
            self.booked[who], self.talks[who] = at, (card, 1)

    @precondition(lambda self: self.booked)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(sorted(self.booked)))
        self._do(self.people[who].presses(Cancel(*self.talks[who])))
        del self.booked[who]
        self._leaves(who)

    @precondition(lambda self: self.booked)
    @rule(data=st.data(), at=slot, for_the_offered=st.booleans())
    def move(self, data: st.DataObject, at: datetime, for_the_offered: bool) -> None:
        who = data.draw(st.sampled_from(sorted(self.booked)))
        if for_the_offered and who in self.held:
            at = self.held[who][0]
        talk, version = self.talks[who]
        answer = self._do(self.people[who].presses(Move(talk, version, FATIMA, at, Mode.SCHOOL)))
        may = at == self.booked[who] or self._is_free(at, who)
        assert (answer.note is not None and answer.note.id == "note-moved") is may
        if may:
            self.booked[who], self.talks[who] = at, (talk, version + 1)
            self._leaves(who)

    @precondition(lambda self: self.booked)
    @rule(data=st.data())
    def wait(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(sorted(self.booked)))
        self._do(self.people[who].presses(Await(self.talks[who][0])))
        if who not in self.line:
            free = {at for at in SLOTS if at < self.booked[who] and self._is_free(at)}
            self.line[who] = Waits(free)

    @precondition(lambda self: self.line)
    @rule(data=st.data())
    def stop(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(sorted(self.line)))
        self._do(self.people[who].presses(Unawait(self.talks[who][0])))
        self._leaves(who)

    @precondition(lambda self: self.held)
    @rule(data=st.data(), by=name)
    def decline(self, data: st.DataObject, by: str) -> None:
        who = data.draw(st.sampled_from(sorted(self.held)))
        at, until = self.held[who]
        self._do(self.people[by].presses(Decline(self.talks[who][0], FATIMA, at)))
        if by == who and self.clock.now < until:
            del self.held[who]

    @rule(minutes=st.integers(1, 5))
    def time_passes(self, minutes: int) -> None:
        self.clock.now = min(LAST, self.clock.now + timedelta(minutes=minutes))

    @rule()
    def look(self) -> None:
        """The job: whoever is first is offered the first time that is news."""
        self._do(offer_due(self.ports))
        free = [at for at in SLOTS if self._is_free(at)]
        self.held = {who: held for who, held in self.held.items() if self._holds(who)}
        for who, place in self.line.items():
            news = [at for at in free if at not in place.passed | place.offered]
            place.passed &= set(free)
            early = [at for at in news if at < self.booked[who]]
            if early and who not in self.held:
                free.remove(early[0])
                place.offered.add(early[0])
                self.held[who] = (early[0], self.clock.now + HOLD)
        self.holds_leave_no_trace()

    def holds_leave_no_trace(self) -> None:
        """Right after a look, what is taken is what is booked and held, tick by tick."""
        ticks = self._do(rows(self.url, "occupancy"))
        assert len(ticks) == 2 * TICKS * len(self.booked) + TICKS * len(self.held)
        assert sum(each["until_at"] is not None for each in ticks) == TICKS * len(self.held)
        told = [
            each for each in self._do(rows(self.url, "notice")) if each["kind"].value == "offer"
        ]
        assert len({each["dedup_key"] for each in told}) == len(told)

    @invariant()
    def the_database_says_what_the_model_says(self) -> None:
        if not hasattr(self, "people"):
            return
        found = {
            each["person"]: each["start_at"].astimezone(TUESDAY.tzinfo)
            for each in self._do(rows(self.url, "hold"))
            if each["until_at"] > self.clock.now and self._stands(each["person"])
        }
        held = {who: at for who, (at, _) in self.held.items() if self._holds(who)}
        assert found == {self.ids[who]: at for who, at in held.items()}
        assert len(set(held.values())) == len(held)
        assert not set(held.values()) & set(self.booked.values())

    def _stands(self, person: int) -> bool:
        return any(self.ids[who] == person for who in self.line)

    def _holds(self, who: str) -> bool:
        return who in self.held and self.clock.now < self.held[who][1]

    def _is_free(self, at: datetime, asks: str = "") -> bool:
        taken = at in self.booked.values()
        others = [each for each in self.held if each != asks and self._holds(each)]
        return not taken and at not in {self.held[each][0] for each in others}

    def _leaves(self, who: str) -> None:
        self.line.pop(who, None)
        self.held.pop(who, None)

    def _do(self, coroutine: Any) -> Any:
        return self.runner.run(coroutine)

    def teardown(self) -> None:
        """Close engine and loop."""
        self._do(self.stack.aclose())
        self.runner.close()
        shutil.rmtree(self.folder)


def _book(at: datetime) -> Book:
    return Book(FATIMA, LINDE, at, Mode.SCHOOL)


TestWaiting = Waiting.TestCase
TestWaiting.settings = settings(max_examples=40, stateful_step_count=30)
