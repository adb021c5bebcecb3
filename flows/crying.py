"""A cry for help is answered before anything else, whoever sends it and whatever is broken.

The card needs no database. Who asks, in which role and who is in the building is looked up if that
goes quickly; if not, the card comes without.
"""

import asyncio
from functools import cache

from flows.hours.near import near
from flows.model import Audience, Crisis, MessageId
from flows.router import Answer, Incoming, Router
from flows.safety import screens
from flows.safety.finding import Finding, Subject
from flows.safety.lines import lines_for
from flows.safety.recent import Recent
from flows.screen import Line
from flows.steps import Hide
from flows.texts import known_languages
from flows.visit import Visit

LONGEST_LOOK = 1.0
"""Seconds the database may take before the card comes without it."""


@cache
def _written() -> frozenset[str]:
    return frozenset(known_languages())


class Cries:
    """Answers that need nothing but this process."""

    def __init__(self, router: Router) -> None:
        self._router = router
        self._recent = Recent()

    async def answer(self, incoming: Incoming, finding: Finding) -> Answer:
        """The card for what was typed; soon after the same one, its short form."""
        visit, close = await self._looked(incoming)
        language = self._language(incoming, visit, finding.language)
        audience = _audience(visit, finding.subject)
        lines = lines_for(finding.kind, audience)
        if self._recent.is_again(incoming.address, finding.kind, self._router.now()):
            return Answer(screens.short_card(lines, incoming.said), language)
        shown = screens.card(finding.kind, audience, lines, language, close, incoming.said)
        return Answer(shown, language)

    async def card(
        self, incoming: Incoming, kind: Crisis | None = None, said: MessageId | None = None
    ) -> Answer:
        """The whole card, for who asked for it."""
        visit, close = await self._looked(incoming)
        language = self._language(incoming, visit, None)
        audience = _audience(visit, Subject.SELF)
        lines = lines_for(kind, audience)
        return Answer(screens.card(kind, audience, lines, language, close, said), language)

    async def hide(self, incoming: Incoming, step: Hide) -> Answer:
        """Take card and message away, all known ones if asked; tell how to clear the chat."""
        visit, _ = await self._looked(incoming)
        language = self._language(incoming, visit, None)
        known = await self._known(incoming) if step.known else ()
        gone = dict.fromkeys([incoming.message, step.said, *known])
        return Answer(
            screens.hidden(), language, gone=tuple(each for each in gone if each is not None)
        )

    async def _known(self, incoming: Incoming) -> tuple[MessageId, ...]:
        """What is known to stand in the chat, if the database says so in time."""
        try:
            async with asyncio.timeout(LONGEST_LOOK):
                return await self._router.leaving(incoming)
        except Exception:  # noqa: BLE001 whatever is broken, how to clear the chat is told
            return ()

    def gentle(self, incoming: Incoming, finding: Finding, language: str) -> Answer:
        """A question whether something is wrong, in the language of what was typed."""
        spoken = finding.language if finding.language in _written() else language
        return Answer(screens.gentle(finding.kind, incoming.said), spoken or language)

    async def _looked(self, incoming: Incoming) -> tuple[Visit | None, tuple[Line, ...]]:
        """Who asks and who is near, if the database says so in time."""
        try:
            async with asyncio.timeout(LONGEST_LOOK), self._router.ports.reading() as work:
                visit = await self._router.visit(incoming, work)
                return visit, near(visit, self._router.ports.programme)
        except Exception:  # noqa: BLE001 whatever is broken, the card comes
            return None, ()

    def _language(self, incoming: Incoming, visit: Visit | None, told: str | None) -> str:
        if told in _written():
            return str(told)
        return visit.language if visit else self._router.language_of(None, incoming.language)


def _audience(visit: Visit | None, subject: Subject) -> Audience:
    """Who reads the card: staff stay staff, who speaks of a child is its parent."""
    person = visit.person if visit else None
    known = person.audience if person else None
    if known is Audience.STAFF or (person is not None and person.worker is not None):
        return Audience.STAFF
    return Audience.PARENT if subject is Subject.CHILD else known or Audience.PUPIL
