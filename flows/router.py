"""From a step to a screen: the one table of steps, and the one place where a refusal becomes one.

A `Show` reads; a `Do` runs in one unit of work together with its row in the inbox, then the show
step that came of it is read and rendered. A redelivered update finds that row and shows the same.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from flows.booking import actions as booking
from flows.booking import views as finding
from flows.demand import views as demand
from flows.desk import actions as desk
from flows.desk import views as desks
from flows.errors import AlreadyDoneError, FlowError, ForbiddenError
from flows.home import home
from flows.hours import views as hours
from flows.model import Address, AppointmentId, MessageId, Person, PersonId
from flows.people import actions as people
from flows.people import views as persons
from flows.ports import Ports, Work
from flows.safety.views import help_card
from flows.screen import Line, Screen
from flows.steps import (
    Attend,
    Book,
    Cancel,
    Card,
    Day,
    Days,
    Digest,
    Do,
    Enter,
    GivePhone,
    Help,
    Here,
    Home,
    Languages,
    Mine,
    More,
    Move,
    News,
    Number,
    Privacy,
    Reminder,
    Restore,
    Roles,
    Schools,
    Show,
    Speak,
    Step,
    Talk,
    Tell,
    Times,
    Topics,
    UnknownStepError,
    Ways,
    Week,
    Workers,
    unpack,
)
from flows.visit import Outcome, Visit


class Who(Enum):
    """Who may take a step; whose talk it is, the step's own read decides."""

    ANYONE = "anyone"
    PERSON = "person"
    WORKER = "worker"
    COORDINATOR = "coordinator"


View = Callable[..., Awaitable[Screen]]
Action = Callable[..., Awaitable[Outcome]]
Command = Callable[[Visit, Work], Awaitable[Outcome]]

SHOWS: Mapping[type[Show], tuple[Who, View]] = {
    Home: (Who.ANYONE, home),
    Help: (Who.ANYONE, help_card),
    More: (Who.ANYONE, persons.more),
    Privacy: (Who.ANYONE, persons.privacy),
    Languages: (Who.ANYONE, persons.languages),
    Roles: (Who.ANYONE, persons.roles),
    Schools: (Who.ANYONE, persons.schools),
    Week: (Who.PERSON, hours.week),
    Workers: (Who.PERSON, finding.workers),
    Times: (Who.PERSON, finding.times),
    Days: (Who.PERSON, finding.days),
    Ways: (Who.PERSON, finding.ways),
    Mine: (Who.PERSON, finding.mine),
    Card: (Who.PERSON, finding.card),
    Topics: (Who.PERSON, finding.topics),
    Reminder: (Who.PERSON, finding.reminder),
    Day: (Who.WORKER, desks.day),
    Talk: (Who.WORKER, desks.talk),
    Number: (Who.WORKER, desks.number),
    News: (Who.WORKER, desks.news),
    Digest: (Who.COORDINATOR, demand.digest),
}


def _home(_step: Step) -> Show:
    return Home()


def _times_of(step: Book) -> Show:
    return Times(step.worker if step.chosen else None, step.mode)


def _times_to_move(step: Move) -> Show:
    return Times(step.worker, step.mode, None, step.appointment, step.version)


def _card_of(step: Cancel | Restore | Tell | GivePhone) -> Show:
    return Card(step.appointment)


DOS: Mapping[type[Do], tuple[Who, Action, Callable[..., Show]]] = {
    Enter: (Who.ANYONE, people.enter, _home),
    Speak: (Who.ANYONE, people.speak, _home),
    Attend: (Who.ANYONE, people.attend, _home),
    Book: (Who.PERSON, booking.book, _times_of),
    Move: (Who.PERSON, booking.move, _times_to_move),
    Cancel: (Who.PERSON, booking.cancel, _card_of),
    Restore: (Who.PERSON, booking.restore, _card_of),
    Tell: (Who.PERSON, booking.tell, _card_of),
    GivePhone: (Who.PERSON, booking.ask_phone, _card_of),
    Here: (Who.WORKER, desk.here, _home),
}
"""Who may, what is done, and where a refusal leads."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update of one account, as a channel hands it over.

    Attributes:
        address: Whose.
        language: As the person's app says; two letters, or something else unknown here.
        update: The channel's number of the update, the same when it is delivered again.
        message: The message whose button was pressed.
    """

    address: Address
    language: str
    update: int
    message: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show, in which language, to whom.

    Attributes:
        note: A word above the screen: what just happened, or why it did not.
        person: Who it is for, once there is somebody to remember.
        forget: What the person typed should vanish from the chat.
    """

    screen: Screen
    language: str
    note: Line | None = None
    person: PersonId | None = None
    forget: bool = False


class Router:
    """Every update of every channel passes here."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports

    async def press(self, incoming: Incoming, data: str) -> Answer:
        """Answer a button; what no longer holds changes nothing and shows the present state."""
        try:
            step = unpack(data)
        except UnknownStepError:
            return await self.show(incoming, Home(), Line("refused-stale"))
        if isinstance(step, Do):
            return await self.do(incoming, step)
        return await self.show(incoming, step if isinstance(step, Show) else Home())

    async def show(self, incoming: Incoming, step: Show, note: Line | None = None) -> Answer:
        """Read what a step shows; whoever may not see it gets the start screen with a word."""
        async with self.ports.reading() as work:
            visit = await self.visit(incoming, work)
            return await self._shown(visit, step, note, work)

    async def do(self, incoming: Incoming, step: Do) -> Answer:
        """Carry out a step once, then show what came of it."""
        _, _, refuge = DOS[type(step)]
        return await self.act(incoming, self.command(step), refuge(step))

    def command(self, step: Do) -> Command:
        """What a do step carries out, once it is known who may."""
        who, action, _ = DOS[type(step)]

        async def run(visit: Visit, work: Work) -> Outcome:
            _check(who, visit)
            return await action(step, visit, work, self.ports)

        return run

    async def act(
        self,
        incoming: Incoming,
        run: Command,
        refuge: Show,
    ) -> Answer:
        """Run a command inside one unit of work, with the inbox row of its update.

        Args:
            incoming: Whose update.
            run: The command.
            refuge: What to show when it is refused.
        """
        try:
            outcome = await self.once(incoming, run)
        except FlowError as refusal:
            refused = Outcome(refusal.then or refuge, Line(refusal.text_id))
            outcome = await self._earlier(incoming) or refused
        except AlreadyDoneError:
            outcome = await self._earlier(incoming) or Outcome(refuge)
        answer = await self.show(incoming, outcome.step, outcome.note)
        return replace(answer, forget=outcome.forget)

    async def once(self, incoming: Incoming, run: Command) -> Outcome:
        """One unit of work: the effect and the inbox row of its update, both or neither.

        Raises:
            FlowError: The command is refused, perhaps because it was done before.
            AlreadyDoneError: It was done before, by whichever replica.
        """
        async with self.ports.work() as work:
            visit = await self.visit(incoming, work)
            outcome = await run(visit, work)
            await work.inbox.add(incoming.update, outcome.step.pack(), visit.now)
            await work.commit()
        return outcome

    async def _earlier(self, incoming: Incoming) -> Outcome | None:
        async with self.ports.reading() as work:
            earlier = await work.inbox.outcome(incoming.update)
        return None if earlier is None else _outcome(earlier)

    async def visit(self, incoming: Incoming, work: Work) -> Visit:
        """Who comes: the known person, or a stranger with the language of the app."""
        person = await work.people.find(incoming.address)
        visit = await self._visit_of(person, incoming.address, incoming.language, work)
        return replace(visit, message=incoming.message)

    async def _visit_of(
        self, person: Person | None, address: Address, language: str, work: Work
    ) -> Visit:
        now = self.now()
        almanac = await self.ports.almanacs.current(work, now)
        return Visit(address, self.language_of(person, language), person, now, almanac)

    def language_of(self, person: Person | None, language: str) -> str:
        """A person's language, or that of the app where the programme speaks it."""
        spoken = self.ports.programme.about.languages
        own = person.language if person else language[:2].lower()
        return own if own in spoken else spoken[0]

    def now(self) -> datetime:
        """The moment, by the one clock."""
        return self.ports.clock()

    async def _shown(self, visit: Visit, step: Show, note: Line | None, work: Work) -> Answer:
        try:
            screen = await self._view(visit, step, work)
        except FlowError as refusal:
            note = note or Line(refusal.text_id)
            screen = await home(Home(), visit, work, self.ports)
        person = visit.person.id if visit.person else None
        return Answer(screen, visit.language, note, person)

    async def _view(self, visit: Visit, step: Show, work: Work) -> Screen:
        who, view = SHOWS[type(step)]
        _check(who, visit)
        return await view(step, visit, work, self.ports)

    async def remember_card(
        self, person: PersonId, appointment: AppointmentId, message: MessageId
    ) -> None:
        """Keep which message shows a talk's card, so that it can change silently."""
        async with self.ports.work() as work:
            await work.appointments.set_card(appointment, person, message)
            await work.commit()

    async def reach(self, address: Address, *, reachable: bool) -> None:
        """Somebody blocked the bot or came back; a stranger stays one."""
        async with self.ports.work() as work:
            person = await work.people.find(address)
            if person is None or person.reachable is reachable:
                return
            await work.people.save(replace(person, reachable=reachable))
            if not reachable:
                await work.outbox.silence(person.id)
            await work.commit()

    async def view_for(self, person: Person, address: Address, step: Show, work: Work) -> Answer:
        """Render a step for a notice, in the person's language.

        Raises:
            FlowError: It no longer holds; nothing is sent.
        """
        visit = await self._visit_of(person, address, person.language, work)
        return Answer(await self._view(visit, step, work), visit.language, None, person.id)


def _check(who: Who, visit: Visit) -> None:
    allowed = {
        Who.ANYONE: True,
        Who.PERSON: visit.person is not None,
        Who.WORKER: visit.person is not None and visit.person.worker is not None,
        Who.COORDINATOR: visit.person is not None and visit.person.coordinator is not None,
    }
    if not allowed[who]:
        raise ForbiddenError


def _outcome(packed: str) -> Outcome:
    """What came of an update before; a typed text that led to a card was a number to call."""
    step = unpack(packed)
    return Outcome(step if isinstance(step, Show) else Home(), forget=isinstance(step, Card))
