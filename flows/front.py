"""What people do besides pressing buttons: links, commands, typed text, voice and pictures.

Text goes, in this order, to: a cry for help, the awaited answer, understanding.
"""

import secrets
from collections.abc import Mapping

from flows.booking import actions as booking
from flows.booking.together import INVITED
from flows.desk import actions as desk
from flows.model import Awaited, Question, Typed
from flows.packing import Show
from flows.people import actions as people
from flows.ports import Ports, Work
from flows.router import Answer, Incoming, Router
from flows.safety.screens import is_cry
from flows.screen import Line
from flows.steps import Card, Help, Home, Languages, Mine, Opinion, Privacy, Times, Week, unpack
from flows.visit import Outcome, Visit

COMMANDS: Mapping[str, Show] = {
    "start": Home(),
    "today": Home(),
    "week": Week(),
    "book": Times(),
    "appointments": Mine(),
    "help": Help(),
    "language": Languages(),
    "privacy": Privacy(),
}


class Front:
    """Everything that is no button."""

    def __init__(self, router: Router) -> None:
        self.router = router

    async def command(self, incoming: Incoming, name: str, payload: str) -> Answer:
        """Answer a command; `start` may carry the payload of a deep link."""
        if name == "start" and payload:
            return await self._arrive(incoming, payload)
        step = COMMANDS.get(name)
        if step is None:
            return await self.router.show(incoming, Home(), Line("unknown-command"))
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
        if is_cry(text):
            return await self.router.show(incoming, Help())
        awaited = await self._awaited(incoming, text)
        return awaited or await self.router.show(incoming, Home(), Line("unknown-text"))

    async def media(self, incoming: Incoming) -> Answer:
        """Answer a voice message, a picture, a sticker: nobody heard or saw it."""
        return await self.router.show(incoming, Help(), Line("unknown-media"))

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
