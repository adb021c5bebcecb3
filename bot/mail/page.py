"""The page behind a link: it asks, and only its button does.

Scanners of mail follow every link they find, so asking for the page changes nothing.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus

from aiohttp import web

from bot.mail import CHANNEL
from bot.mail.html import HEADERS, page
from bot.mail.links import PATH, Link, Links
from bot.mail.offers import LINKED, label_of
from flows.packing import Show
from flows.router import Answer, Incoming, Router
from flows.screen import Line
from flows.steps import Home, unpack
from flows.texts import Texts

LARGEST_BODY = 1024
"""Bytes; the button sends none."""

_log = logging.getLogger(__name__)
Then = Callable[[Link, Incoming], Awaitable[web.Response]]


class Pages:
    """Answers requests for links.

    Attributes:
        done: Called when something was done, so that others are told at once.
    """

    def __init__(
        self, router: Router, texts: Texts, links: Links, done: Callable[[], None] = lambda: None
    ) -> None:
        """Nothing is served yet.

        Args:
            router: Carries steps out.
            texts: The words.
            links: Reads links.
            done: See above.
        """
        self._router = router
        self._texts = texts
        self._links = links
        self.done = done

    def application(self) -> web.Application:
        """The pages as a server of their own."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.add_routes(
            [web.get(f"{PATH}{{token}}", self.ask), web.post(f"{PATH}{{token}}", self.take)]
        )
        return app

    async def ask(self, request: web.Request) -> web.Response:
        """GET: the question, or what came of the answer that was given before."""
        return await self._answered(request, self._question)

    async def take(self, request: web.Request) -> web.Response:
        """POST: the step is carried out once, and what came of it shown."""
        await request.read()
        return await self._answered(request, self._taken)

    async def _answered(self, request: web.Request, then: Then) -> web.Response:
        language = self._router.language_of(None, request.headers.get("Accept-Language", ""))
        try:
            link = self._links.read(request.match_info["token"])
            if link is None:
                return self._page(language, [Line("mail-link-unknown")], HTTPStatus.NOT_FOUND)
            incoming = await self._incoming(link)
            if incoming is None or link.ends_at <= self._router.now():
                return self._page(language, [Line("mail-link-over")], HTTPStatus.GONE)
            return await then(link, incoming)
        except Exception as fault:  # noqa: BLE001  our own, whatever it is; the log gets no address
            _log.error("a page failed", exc_info=fault)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            return self._page(language, [Line("refused-fault")], status)

    async def _incoming(self, link: Link) -> Incoming | None:
        """Who a link is for; None when that is no longer a worker who is reached by mail."""
        async with self._router.ports.reading() as work:
            person = await work.people.get(link.person)
            address = await work.people.address(link.person)
        if person is None or address is None or person.worker is None or address.channel != CHANNEL:
            return None
        return Incoming(address, person.language, link.update)

    async def _question(self, link: Link, incoming: Incoming) -> web.Response:
        before = await self._before(link, incoming)
        if before is not None:
            return self._page(before.language, [Line("mail-done"), *before.screen.lines])
        asked = await self._router.show(incoming, LINKED[type(link.step)](link.step))
        label = label_of(link.step, asked.screen)
        if label is None:
            return self._page(asked.language, _said(asked))
        lines = [Line("mail-ask"), *asked.screen.lines]
        return self._page(asked.language, lines, button=label)

    async def _before(self, link: Link, incoming: Incoming) -> Answer | None:
        """What came of a link, if its button was pressed before."""
        async with self._router.ports.reading() as work:
            outcome = await work.inbox.outcome(link.update)
        if outcome is None:
            return None
        step = unpack(outcome)
        return await self._router.show(incoming, step if isinstance(step, Show) else Home())

    async def _taken(self, link: Link, incoming: Incoming) -> web.Response:
        answer = await self._router.do(incoming, link.step)
        self.done()
        return self._page(answer.language, _said(answer))

    def _page(
        self,
        language: str,
        lines: Sequence[Line],
        status: HTTPStatus = HTTPStatus.OK,
        button: Line | None = None,
    ) -> web.Response:
        said = [self._texts.say(language, each) for each in lines]
        label = None if button is None else self._texts.say(language, button)
        text = page(language, said, label)
        return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)


def _said(answer: Answer) -> list[Line]:
    return [*([answer.note] if answer.note else []), *answer.screen.lines]
