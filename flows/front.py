"""What people do besides pressing buttons: links, commands, typed text, voice and pictures.

Text goes, in this order, to: a cry for help, the awaited answer, a talk's code, understanding.
Nothing stands before the first: no look-up of who it is, no awaited answer, no command's parsing,
no limit.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import replace

from flows.answering.hearing import reply
from flows.booking import actions as booking
from flows.booking.together import INVITED
from flows.booking.typed import code_of
from flows.crying import Cries
from flows.desk import actions as desk
from flows.model import Awaited, MessageId, Question, Typed
from flows.packing import Do, Show, Step, UnknownStepError
from flows.people import actions as people
from flows.ports import Ports, Work
from flows.router import Answer, Incoming, Router
from flows.safety.detecting import detect
from flows.safety.finding import Finding
from flows.safety.screens import is_cry
from flows.screen import Line
from flows.steps import (
    Call,
    Card,
    Erase,
    EraseSure,
    Help,
    Hide,
    Home,
    Languages,
    Mine,
    MyData,
    Opinion,
    Privacy,
    Stop,
    Times,
    Unlock,
    Week,
    unpack,
)
from flows.throttling import NEVER_COUNTED, too_often
from flows.understanding.intents import Intents
from flows.understanding.reading import understand
from flows.visit import Outcome, Visit, school_of

COMMANDS: Mapping[str, Show | Do] = {
    "start": Home(),
    "today": Home(),
    "week": Week(),
    "book": Times(),
    "appointments": Mine(),
    "help": Help(),
    "language": Languages(),
    "privacy": Privacy(),
    "mydata": MyData(),
    "erase": EraseSure(),
    "stop": Stop(),
}
ALIASES: Mapping[str, str] = {"mijngegevens": "mydata", "wis": "erase"}
"""Commands by another name, which the list of commands does not show."""
HELP = frozenset({"help", "sos", "hulp", "112", "113"})
"""Commands that show who to call, in every state."""
EXPLICIT = 2
_CODE = re.compile(r"(?=.*[0-9_])[A-Za-z0-9_-]{1,64}")
"""What a link carries is no word that anybody typed."""


def cries(text: str) -> bool:
    """Tell whether a text is to be answered before everything else."""
    return is_cry(text) or detect(text).level == EXPLICIT


def asks_for_help(data: str) -> bool:
    """Tell whether a button is one of those that work whatever is broken."""
    return isinstance(_step_of(data), Help | Call | Hide)


def carries_out(data: str) -> bool:
    """Tell whether a button is a command: something changes."""
    return isinstance(_step_of(data), Do)


def _step_of(data: str) -> Step | None:
    """The step that a button says; None when no version of Inloop ever wrote it."""
    try:
        return unpack(data)
    except UnknownStepError:
        return None


class Front:
    """Everything that is no button, and the buttons that must work whatever is broken."""

    def __init__(self, router: Router, intents: Intents) -> None:
        self.router = router
        self._intents = intents
        self._cries = Cries(router)

    async def press(self, incoming: Incoming, data: str) -> Answer:
        """Answer a button; those of the cards need no database."""
        step = _step_of(data)
        match step:
            case Call():
                return await self._cries.card(incoming, step.crisis, step.said)
            case Hide():
                return await self._cries.hide(incoming, step)
            case Help():
                return await self._cries.card(incoming)
            case _:
                wait = await self._asked_to_wait(incoming, step)
                return wait or await self.router.press(incoming, data)

    async def _asked_to_wait(self, incoming: Incoming, step: Step | None = None) -> Answer | None:
        """Count a message; whoever sends very many is asked to wait, and still sees who is there.

        A step that stays open is not counted. A cry for help never comes by here.
        """
        if isinstance(step, NEVER_COUNTED) or not too_often(incoming.address, self.router.ports):
            return None
        return await self.router.show(incoming, Home(), Line("refused-often"))

    async def leaving(self, incoming: Incoming, data: str) -> tuple[MessageId, ...]:
        """Messages of the chat that are to go before a button is answered: one that erases."""
        return await self.router.leaving(incoming) if isinstance(_step_of(data), Erase) else ()

    async def command(self, incoming: Incoming, name: str, payload: str) -> Answer:
        """Answer a command; `start` may carry the payload of a deep link."""
        if name in HELP:
            return await self._cries.card(incoming, said=incoming.said)
        said = name if _CODE.fullmatch(payload) else f"{name} {payload}"
        cry = await self._cry(incoming, said, detect(said))
        return cry or await self._command(incoming, name, payload)

    async def _cry(self, incoming: Incoming, text: str, finding: Finding) -> Answer | None:
        """The card, where a text is explicit."""
        if is_cry(text):
            return await self._cries.card(incoming, said=incoming.said)
        return await self._cries.answer(incoming, finding) if finding.level == EXPLICIT else None

    async def _command(self, incoming: Incoming, name: str, payload: str) -> Answer:
        if name == "start" and payload:
            return await self._asked_to_wait(incoming) or await self._arrive(incoming, payload)
        step = COMMANDS.get(ALIASES.get(name, name))
        wait = await self._asked_to_wait(incoming, step)
        if wait is not None:
            return wait
        if step is None:
            return await self.router.show(incoming, Home(), Line("unknown-command"))
        if isinstance(step, Do):
            return await self.router.do(incoming, step)
        return await self.router.show(incoming, step)

    async def _arrive(self, incoming: Incoming, payload: str) -> Answer:
        if payload.startswith(INVITED):
            return await self._accept(incoming, payload.removeprefix(INVITED))
        if self.router.ports.programme.rated(payload) is not None:
            return await self.router.show(incoming, Opinion(secrets.choice(list(Question))))
        school = self.router.ports.programme.linked(payload)
        if school is None:
            return await self.router.show(incoming, Home(), Line("unknown-link"))

        async def run(visit: Visit, work: Work) -> Outcome:
            return await people.arrive(school, visit, work)

        return await self.router.act(incoming, run, Home())

    async def _accept(self, incoming: Incoming, token: str) -> Answer:
        async def run(visit: Visit, work: Work) -> Outcome:
            return await desk.accept(token, visit, work, self.router.ports)

        return await self.router.act(incoming, run, Home())

    async def text(self, incoming: Incoming, text: str) -> Answer:
        """Answer typed text."""
        finding = detect(text)
        cry = await self._cry(incoming, text, finding)
        if cry is not None:
            return cry
        answer = (
            await self._asked_to_wait(incoming)
            or await self._awaited(incoming, text)
            or await self._opened(incoming, text)
            or await self._heard(incoming, text, finding)
        )
        return self._with_care(answer, incoming, finding)

    async def _opened(self, incoming: Incoming, text: str) -> Answer | None:
        """The talk whose pictures were typed, on a phone that others look at; the words go."""
        code = code_of(text)
        if code is None:
            return None
        async with self.router.ports.reading() as work:
            visit = await self.router.visit(incoming, work)
            person = visit.person
            if person is None or not person.shared:
                return None
            if not await work.appointments.coming(person.id, visit.now):
                return None
        return replace(await self.router.show(incoming, Unlock(code)), forget=True)

    async def _heard(self, incoming: Incoming, text: str, finding: Finding) -> Answer:
        """What is understood of a text is shown; nothing is done on it."""
        ports = self.router.ports
        async with ports.reading() as work:
            visit = await self.router.visit(incoming, work)
            at = incoming.sent_at or visit.now
            school = school_of(visit.person, ports.programme)
            workers = ports.programme.workers_at(school.id) if school else ()
            roster = [(each.id, each.name, each.nicknames) for each in workers]
            found = understand(text, at, ports.programme.zone, roster, self._intents, finding)
            made = await reply(found, visit, work, ports)
        return await self.router.show(incoming, made.step, made.note)

    async def media(self, incoming: Incoming, caption: str = "") -> Answer:
        """Answer a voice message, a picture, a sticker: nobody heard or saw it."""
        finding = detect(caption)
        cry = await self._cry(incoming, caption, finding)
        if cry is not None:
            return cry
        card = await self._cries.card(incoming)
        return self._with_care(replace(card, note=Line("unknown-media")), incoming, finding)

    def _with_care(self, answer: Answer, incoming: Incoming, finding: Finding) -> Answer:
        """An ordinary answer; below it a gentle question, where the text may have meant more."""
        if not finding.level:
            return answer
        return replace(answer, after=self._cries.gentle(incoming, finding, answer.language))

    async def _awaited(self, incoming: Incoming, text: str) -> Answer | None:
        if not await self._is_awaited(incoming):
            return None

        async def run(visit: Visit, work: Work) -> Outcome:
            awaited = await work.awaiting.take(visit.known.id, visit.now)
            if awaited is None:
                return Outcome(Home(), Line("unknown-text"))
            return await _answered(awaited, text, visit, work, self.router.ports)

        return await self.router.act(incoming, run, Home())

    async def _is_awaited(self, incoming: Incoming) -> bool:
        """Tell whether a text answers a question, or did when it was delivered before."""
        async with self.router.ports.reading() as work:
            visit = await self.router.visit(incoming, work)
            if visit.person is None:
                return False
            if await work.awaiting.waits(visit.person.id, visit.now):
                return True
            return await work.inbox.outcome(incoming.update) is not None


async def _answered(awaited: Awaited, text: str, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """A typed text, for what it was waited for."""
    if awaited.purpose == people.STAFF_CODE:
        return await people.give_code(text, visit, work, ports)
    step = unpack(awaited.step)
    if not isinstance(step, Card):
        return Outcome(Home(), Line("unknown-text"))
    if awaited.purpose == booking.PHONE:
        return await booking.give_phone(step, text, visit, work, ports)
    return await booking.give_words(step, Typed(awaited.purpose), text, visit, work, ports)  # type: ignore[call-arg]
