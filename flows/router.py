"""From a step to a screen: the one place where a refusal becomes one.

A `Show` reads; a `Do` runs in one unit of work together with its row in the inbox, then the show
step that came of it is read and rendered. A redelivered update finds that row and shows the same.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from flows.audit import AuditEvent, by_staff
from flows.demand.actions import count_unmet
from flows.errors import AlreadyDoneError, BusyError, CrossedError, FlowError, ForbiddenError
from flows.home import home
from flows.model import (
    CAN_BE_TAKEN_AWAY,
    PRIVACY_VERSION,
    Address,
    AppointmentId,
    MessageId,
    Person,
    PersonId,
    Unmet,
)
from flows.packing import Do, Show, UnknownStepError
from flows.ports import Ports, Work
from flows.reminding.removal import removal
from flows.retention import hour_of, week_of
from flows.routes import DOS, SHOWS, Command, Who
from flows.screen import Line, Screen
from flows.steps import Card, Home, unpack
from flows.visit import READ, Outcome, Visit, admitted_school

TRIES = 3
"""How often a work that gave way to another is begun."""
_VISITORS = {Who.ANYONE, Who.PERSON}
"""What these do is no action of staff, whoever they are beside it."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update of one account, as a channel hands it over.

    Attributes:
        address: Whose.
        language: As the person's app says; two letters, or something else unknown here.
        update: The channel's number of the update, the same when it is delivered again.
        message: The message whose button was pressed.
        said: The message that the person typed.
        sent_at: When it was sent: "tomorrow" is the day after.
    """

    address: Address
    language: str
    update: int
    message: MessageId | None = None
    said: MessageId | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show, in which language, to whom.

    Attributes:
        note: A word above the screen: what just happened, or why it did not.
        person: Who it is for, once there is somebody to remember.
        forget: What the person typed should vanish from the chat.
        after: What comes below it in a message of its own.
        gone: Messages to be taken away; then the screen comes in a message of its own.
    """

    screen: Screen
    language: str
    note: Line | None = None
    person: PersonId | None = None
    forget: bool = False
    after: "Answer | None" = None
    gone: tuple[MessageId, ...] = ()


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
            answer = await self._shown(visit, step, note, work)
        if visit.person is not None and not visit.person.reachable:
            await self.reach(incoming.address, reachable=True)
        if visit.person is not None and visit.person.seen_on != week_of(visit.now):
            await self._seen(visit.person.id, week_of(visit.now))
        if answer.screen.unmet is not None:
            await self._count_unmet(incoming, answer.screen.unmet)
        if answer.screen.informs:
            await self._inform(incoming)
        return answer

    async def _seen(self, person: PersonId, week: date) -> None:
        """Remember once a week that somebody comes; the next time will do as well."""
        with suppress(BusyError):
            async with self.ports.work() as work:
                await work.people.seen(person, week)
                await work.commit()

    async def _inform(self, incoming: Incoming) -> None:
        """The privacy notice of today was shown; where nobody could write, it comes once more."""
        with suppress(BusyError):
            async with self.ports.work() as work:
                person = await work.people.find(incoming.address)
                if person is not None and person.informed < PRIVACY_VERSION:
                    await work.people.save(replace(person, informed=PRIVACY_VERSION))
                    await work.commit()

    async def _count_unmet(self, incoming: Incoming, end: Unmet) -> None:
        """Count a request of which no talk comes: once a week, so showing it again is safe."""
        with suppress(BusyError, CrossedError):
            async with self.ports.work() as work:
                visit = await self.visit(incoming, work)
                school = admitted_school(visit.person, self.ports.programme)
                if await count_unmet(end, school.id, visit, work, self.ports.programme):
                    await work.commit()

    async def do(self, incoming: Incoming, step: Do) -> Answer:
        """Carry out a step once, then show what came of it."""
        _, _, refuge = DOS[type(step)]
        return await self.act(incoming, self.command(step), refuge(step))

    def command(self, step: Do) -> Command:
        """What a do step carries out, once it is known who may."""
        who, action, _ = DOS[type(step)]

        async def run(visit: Visit, work: Work) -> Outcome:
            _check(who, visit)
            outcome = await action(step, visit, work, self.ports)
            if who not in _VISITORS:
                await work.audit.add(self._audited(step, who, visit))
            return outcome

        return run

    def _audited(self, step: Do, who: Who, visit: Visit) -> AuditEvent:
        """The line that a command of staff leaves in the audit log."""
        coordinates = who is Who.COORDINATOR
        programme = self.ports.programme
        return by_staff(step, visit.known, programme, visit.now, coordinates=coordinates)

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
        language = outcome.language or answer.language
        return replace(answer, forget=outcome.forget, language=language)

    async def once(self, incoming: Incoming, run: Command) -> Outcome:
        """One unit of work: the effect and the inbox row of its update, both or neither.

        Where two works waited for each other, the one that gave way is done again.

        Raises:
            FlowError: The command is refused, perhaps because it was done before.
            AlreadyDoneError: It was done before, by whichever replica.
        """
        for _ in range(TRIES - 1):
            with suppress(CrossedError):
                return await self._once(incoming, run)
        return await self._once(incoming, run)

    async def _once(self, incoming: Incoming, run: Command) -> Outcome:
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
        return replace(visit, message=incoming.message, update=incoming.update)

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
        return Answer(_unseen(screen, visit, READ), visit.language, note, person)

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

    async def take_away_later(self, person: PersonId, message: MessageId, at: datetime) -> None:
        """Take a message away at a moment, whatever happens until then; of nobody, nothing."""
        async with self.ports.work() as work:
            if await work.people.get(person) is None:
                return
            await work.outbox.add([removal(person, message, at)])
            await work.commit()

    async def remember_shown(self, address: Address, messages: Collection[MessageId]) -> None:
        """Keep which messages stand in a chat, so that they can go with their person.

        Of when, only the hour: moments would tell how often somebody wrote, and which were one.
        """
        async with self.ports.reading() as work:
            if await work.people.find(address) is None:
                return
        async with self.ports.work() as work:
            person = await work.people.find(address)
            if person is not None:
                await work.people.shown(person.id, messages, hour_of(self.now()))
                await work.commit()

    async def leaving(self, incoming: Incoming) -> tuple[MessageId, ...]:
        """Messages that are known, to go before somebody is erased, but for the one pressed."""
        async with self.ports.reading() as work:
            person = await work.people.find(incoming.address)
            if person is None:
                return ()
            known = await work.people.messages(person.id, self.now() - CAN_BE_TAKEN_AWAY)
        return tuple(each for each in known if each != incoming.message)

    async def reach(self, address: Address, *, reachable: bool) -> None:
        """Somebody cannot be reached any more, or came back; a stranger stays one.

        The one place for it: what was still to be said ends, and what of it is still of use is
        said after all to who comes back.
        """
        async with self.ports.work() as work:
            person = await work.people.find(address)
            if person is None or person.reachable is reachable:
                return
            await work.people.save(replace(person, reachable=reachable))
            if reachable:
                await work.people.regain(person.id, address, self.now())
                await work.outbox.revive(person.id, self.now())
            else:
                await work.outbox.silence(person.id)
            await work.commit()

    async def view_for(self, person: Person, address: Address, step: Show, work: Work) -> Answer:
        """Render a step for a notice, in the person's language.

        Raises:
            FlowError: It no longer holds; nothing is sent.
        """
        visit = await self._visit_of(person, address, person.language, work)
        screen = _unseen(await self._view(visit, step, work), visit, CAN_BE_TAKEN_AWAY)
        return Answer(screen, visit.language, None, person.id)


def _unseen(screen: Screen, visit: Visit, after: timedelta) -> Screen:
    """What stays in the chat about a talk goes after a while where others look at the phone."""
    person = visit.person
    if person is None or not person.shared or not screen.keep or screen.vanish_at is not None:
        return screen
    return replace(screen, vanish_at=visit.now + after)


def _check(who: Who, visit: Visit) -> None:
    person = visit.person
    is_worker = person is not None and person.worker is not None
    is_coordinator = person is not None and person.coordinator is not None
    allowed = {
        Who.ANYONE: True,
        Who.PERSON: person is not None,
        Who.WORKER: is_worker,
        Who.COORDINATOR: is_coordinator,
        Who.STAFF: is_worker or is_coordinator,
    }
    if not allowed[who]:
        raise ForbiddenError


def _outcome(packed: str) -> Outcome:
    """What came of an update before; a typed text that led to a card was a number to call."""
    step = unpack(packed)
    return Outcome(step if isinstance(step, Show) else Home(), forget=isinstance(step, Card))
