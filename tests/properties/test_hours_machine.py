"""Any order of hours that change and talks that are booked: nobody waits at a closed door."""

import asyncio
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from flows.attendance.rules import rest_of_day
from flows.booking.rules import free_slots
from flows.hours.presence import day_span
from flows.model import (
    AppointmentId,
    Audience,
    Mode,
    Opening,
    PlanKind,
    Role,
    SchoolId,
    Slot,
    WorkerId,
)
from flows.packing import Step
from flows.planning.rules import DAY_BEGINS
from flows.policy import BookingLimits, Limits
from flows.programme import ref_of
from flows.staff_steps import (
    DoorBook,
    DoorCancel,
    DoorMove,
    Drop,
    Here,
    Leave,
    Reopen,
    Return,
    Settle,
    Shut,
    Unblock,
    WalkIn,
)
from flows.steps import Book, Cancel, Move, Restore
from tests.flows.place import LINDE, Place, place
from tests.ports import Account
from tests.properties.told import (
    OFF,
    ON,
    HoursAfresh,
    Postman,
    Talk,
    date_of,
    ear_of,
    on_the_way,
    talks_ahead,
)
from tests.town import TUESDAY, ZONE

PUPILS = ("Noor", "Sam", "Yusuf")
WORKERS = ("fatima", "jeroen", "samira")
DAYS = (0, 2, 3, 7)
"""From today on."""
FIVE = timedelta(minutes=5)
LAST_MOMENT = TUESDAY + timedelta(days=2)
LINDE_ID = SchoolId("linde")
Found = TypeVar("Found")

pupils, workers, days = st.sampled_from(PUPILS), st.sampled_from(WORKERS), st.sampled_from(DAYS)
lengths = st.sampled_from((6, 12, 24, 36))


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A talk that its person cancelled."""

    owner: str
    id: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class Aim:
    """Where hours are changed: whose, when, and from which five minutes of the day on."""

    worker: WorkerId
    on: date
    start: int


class Hours(RuleBasedStateMachine):
    """People and workers press buttons; the model knows what each person heard last."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="inloop-machine-"))
        self.hours = HoursAfresh()
        self.cancelled: list[Cancelled] = []
        self.names: dict[int, str] = {}
        self.delivers = "all"

    @initialize(data=st.data())
    def open(self, data: st.DataObject) -> None:
        limits = Limits(booking=BookingLimits(ahead=6))
        self.place: Place = self._do(self.stack.enter_async_context(place(self.folder, limits)))
        self.postman = Postman(self.place)
        self.pupils = {name: self._do(self.place.visitor(name)) for name in PUPILS}
        self.desks = {
            name: self._do(self.place.staff(name.title(), Role.WORKER, name)) for name in WORKERS
        }
        self.names = {self._do(each.person()): name for name, each in self.pupils.items()}
        for name in PUPILS:
            self.book(data, name, DAYS[0])
            self.book(data, name, data.draw(days))

    @rule(data=st.data(), name=st.sampled_from((*PUPILS, None)), ahead=days)
    def book(self, data: st.DataObject, name: str | None, ahead: int) -> None:
        """By a pupil, or by the worker for somebody at the door."""
        slot, mode = self._slot(data, ahead)
        if slot is None:
            return
        start = slot.span.start
        if name is None:
            step = DoorBook(LINDE, start, Audience.PARENT, mode)
            self._press(self.desks[slot.worker], step)
        else:
            self._press(self.pupils[name], Book(ref_of(slot.worker), LINDE, start, mode))

    @rule(data=st.data(), ahead=days)
    def move(self, data: st.DataObject, ahead: int) -> None:
        talk = self._one(data, self._talks())
        slot, mode = self._slot(data, ahead)
        if talk is None or slot is None:
            return
        start = slot.span.start
        if talk.person is None:
            self._press(self.desks[talk.worker], DoorMove(talk.id, talk.version, start, mode))
        else:
            step = Move(talk.id, talk.version, ref_of(slot.worker), start, mode)
            self._press(self.pupils[self.names[talk.person]], step)

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        talk = self._one(data, self._talks())
        if talk is None:
            return
        if talk.person is None:
            self._press(self.desks[talk.worker], DoorCancel(talk.id, talk.version))
        else:
            owner = self.names[talk.person]
            self._press(self.pupils[owner], Cancel(talk.id, talk.version))
            self.cancelled.append(Cancelled(owner, talk.id, talk.version + 1))

    @precondition(lambda self: self.cancelled)
    @rule()
    def restore(self) -> None:
        given = self.cancelled.pop()
        self._press(self.pupils[given.owner], Restore(given.id, given.version))

    @rule(data=st.data(), count=st.integers(0, 2), length=lengths)
    def leave(self, data: st.DataObject, count: int, length: int) -> None:
        """For a part of a day where `count` is 0, or so many days."""
        aim = self._aim(data)
        first, last = day_span(aim.on, ZONE), day_span(aim.on + timedelta(days=count - 1), ZONE)
        step = Leave(first.start, last.end)
        if not count:
            begin = first.start + aim.start * FIVE
            step = Leave(begin, begin + length * FIVE)
        self._press(self.desks[aim.worker], step)

    @rule(data=st.data(), by=workers)
    def leave_by_word_of_a_colleague(self, data: st.DataObject, by: str) -> None:
        rest = rest_of_day(self.place.clock(), ZONE)
        self._press(self.desks[by], Leave(rest.start, rest.end, ref_of(self._aim(data).worker)))

    @precondition(lambda self: self._to_take_back())
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        """An absence or a meeting."""
        worker, step = data.draw(st.sampled_from(self._to_take_back()))
        self._press(self.desks[worker], step)

    @rule(by=workers)
    def close_or_open_the_school(self, by: str) -> None:
        today = self._today()
        closed = any(each.first_on == today for each in self.hours.changes.closings)
        self._press(self.desks[by], Reopen(LINDE, today) if closed else Shut(LINDE, today))

    @rule(
        data=st.data(),
        kind=st.sampled_from((PlanKind.BLOCK, PlanKind.EXTRA, PlanKind.ADD)),
        length=lengths,
    )
    def add_hours_or_a_meeting(self, data: st.DataObject, kind: PlanKind, length: int) -> None:
        aim = self._aim(data)
        step = Settle(kind, LINDE, None, aim.on, aim.on.weekday(), aim.start, length)
        self._press(self.desks[aim.worker], step)

    @rule(
        data=st.data(),
        kind=st.sampled_from((PlanKind.END, PlanKind.CHANGE)),
        weekday=st.integers(0, 4),
        length=lengths,
    )
    def change_or_end_hours(
        self, data: st.DataObject, kind: PlanKind, weekday: int, length: int
    ) -> None:
        """From the day of a talk on."""
        aim = self._aim(data)
        own = [e for e in self.hours.almanac.programme.schedules if e.worker == aim.worker]
        own.sort(key=lambda each: (each.school, each.first_on, each.rrule, each.start))
        there = [each.schedule for each in self.hours.at(LINDE_ID, aim.on)]
        chosen = self._one(data, [each for each in own if each.id in there] or own)
        schedule = ref_of(chosen.id) if chosen else None
        step = Settle(kind, None, schedule, aim.on, weekday, aim.start, length)
        self._press(self.desks[aim.worker], step)

    @rule(data=st.data(), ahead=days)
    def drop_an_opening(self, data: st.DataObject, ahead: int) -> None:
        opening = self._one(data, self._openings(ahead))
        if opening is not None:
            step = Drop(LINDE, opening.span.start, opening.span.end)
            self._press(self.desks[opening.worker], step)

    @rule(worker=workers, walk_in=st.booleans(), minutes=st.sampled_from((1, 20, 60, None)))
    def be_there_and_wait(self, worker: str, walk_in: bool, minutes: int | None) -> None:
        """A while, or until the next morning."""
        now, today = self.place.clock(), self._today()
        there = WalkIn(Audience.PUPIL) if walk_in else Here(LINDE, today)
        self._press(self.desks[worker], there)
        morning = day_span(today + timedelta(days=1), ZONE).start + timedelta(hours=8)
        until = now + timedelta(minutes=minutes) if minutes else morning
        self.place.clock.now = min(until, LAST_MOMENT)
        self._deliver()

    @rule(delivers=st.sampled_from(("all", "all", "one", "fails", "none")))
    def post(self, delivers: str) -> None:
        """From now on everything is delivered at once, or one after each press, or nothing."""
        self.delivers = delivers
        self._deliver()

    def _deliver(self) -> None:
        most = {"all": 100, "one": 1, "fails": 1, "none": 0}[self.delivers]
        for each in self._do(self.postman.claim(most)) if most else ():
            if self.delivers == "fails":
                self._do(self.postman.fail(each))
            else:
                self._do(self.postman.deliver(each, self.hours))

    @invariant()
    def everybody_knows_whether_the_talk_is_on(self) -> None:
        waiting = self._do(on_the_way(self.place)) if self._is_open else {}
        for talk in self._talks():
            coming = waiting.get(ear_of(talk), [])
            assert len(coming) <= 1
            if talk.person is not None:
                knows = [ON, *self.postman.heard.get(ear_of(talk), []), *coming][-1]
                assert knows is (ON if self.hours.hold(talk) else OFF)

    @invariant()
    def no_worker_is_wanted_twice_at_once(self) -> None:
        talks = {each.id: each for each in self._talks()}
        openings = [each for ahead in DAYS for each in self._openings(ahead)]
        for held in (talks.values(), openings):
            for worker in WORKERS:
                spans = sorted(each.span for each in held if each.worker == worker)
                assert not any(a.overlaps(b) for a, b in pairwise(spans))

    @property
    def _is_open(self) -> bool:
        return hasattr(self, "desks")

    def _today(self) -> date:
        return date_of(self.place.clock())

    def _talks(self) -> list[Talk]:
        """Talks ahead in an order that a replay finds again."""
        if not self._is_open:
            return []
        found: list[Talk] = self._do(talks_ahead(self.place))
        return sorted(found, key=lambda each: (each.span, each.worker))

    def _openings(self, ahead: int) -> list[Opening]:
        """Those of the three workers at De Linde."""
        if not self._is_open:
            return []
        on = self._today() + timedelta(days=ahead)
        return [each for each in self.hours.at(LINDE_ID, on) if each.worker in self.desks]

    def _slot(self, data: st.DataObject, ahead: int) -> tuple[Slot | None, Mode]:
        mode = data.draw(st.sampled_from((Mode.SCHOOL, Mode.SCHOOL, Mode.PHONE)))
        free = free_slots(self._openings(ahead), {}, mode, self.place.clock())
        return self._one(data, free), mode

    def _aim(self, data: st.DataObject) -> Aim:
        """A talk, if there is one, for there it matters; else somebody now."""
        talk = self._one(data, self._talks())
        worker = talk.worker if talk else WorkerId(data.draw(workers))
        local = (talk.span.start if talk else self.place.clock()).astimezone(ZONE)
        earlier = data.draw(st.integers(0, 1))
        half_hours = max(DAY_BEGINS // 6, local.hour * 2 + local.minute // 30 - earlier)
        return Aim(worker, local.date(), 6 * half_hours)

    def _to_take_back(self) -> list[tuple[str, Step]]:
        """What was changed and is not over, in an order that a replay finds again."""
        changes, now = self.hours.changes, self.place.clock()
        absences = [each for each in changes.absences if each.span.end > now]
        absences.sort(key=lambda each: (each.worker, each.span))
        blocks = sorted(
            changes.blocks,
            key=lambda each: (each.worker, each.weekday, each.start, each.duration, each.first_on),
        )
        found: list[tuple[str, Step]] = [(each.worker, Return(each.id)) for each in absences]
        return found + [(each.worker, Unblock(each.id)) for each in blocks]

    def _one(self, data: st.DataObject, found: Sequence[Found]) -> Found | None:
        return data.draw(st.sampled_from(found)) if found else None

    def _press(self, account: Account, step: Step) -> None:
        self._do(account.presses(step))
        self._do(self.hours.read(self.place))
        self._deliver()

    def _do(self, coroutine: Any) -> Any:
        return self.runner.run(coroutine)

    def teardown(self) -> None:
        """Close engine and loop."""
        self._do(self.stack.aclose())
        self.runner.close()
        shutil.rmtree(self.folder)


TestHours = Hours.TestCase
TestHours.settings = settings(
    max_examples=16,
    stateful_step_count=50,
)
