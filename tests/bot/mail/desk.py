"""A school whose worker Fatima has no Telegram: everything but the machine's own clock."""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from bot.config_serving import Web
from bot.config_tables import Mail
from bot.delivery.sender import Sender
from bot.jobs import Jobs
from bot.mail import CHANNEL
from bot.mail.desks import settle_desks
from bot.mail.links import Links
from bot.mail.mailer import Mailer
from bot.mail.page import Pages
from bot.serving import served
from flows.model import Address, AppointmentId, NoticeKind, Person
from flows.programme import Programme
from flows.router import Router
from flows.texts import Texts
from storage.releasing import Releasing
from tests.bot.mail.postoffice import PostOffice, post_office
from tests.databases import SEALER, fresh_sqlite, opened
from tests.flows.place import Place
from tests.ports import Ticker, demo_programme, make_ports
from tests.town import TUESDAY, ZONE

FATIMAS = "fatima@inloop.example"
MORNING = TUESDAY.replace(hour=7, minute=40)
SENDER = "bot@inloop.example"


def with_mail(addresses: Mapping[str, str]) -> Programme:
    """The demo's programme with mail addresses of some workers."""
    data = demo_programme().model_dump()
    for worker in data["workers"]:
        worker["email"] = addresses.get(worker["id"])
    return Programme.model_validate(data)


def mail_to(port: int, **more: Any) -> Mail:
    """Settings for a mail server on this machine."""
    given = {"host": "127.0.0.1", "port": port, "sender": SENDER, "security": "none"}
    return Mail.model_validate({**given, **more})


@dataclass
class Desk(Place):
    """The place, the mail server, and the page behind links.

    Attributes:
        address: Of the page, without a slash at the end.
    """

    post: PostOffice
    mailer: Mailer
    links: Links
    pages: Pages
    address: str
    web: aiohttp.ClientSession

    @property
    def sender(self) -> Sender:
        """A sender of its own, as every process has one."""
        return Sender(self.router, {CHANNEL: self.mailer})

    @property
    def jobs(self) -> Jobs:
        """The jobs of one more process."""
        releasing = Releasing(self.store.engine)
        return Jobs(self.router.ports, releasing, self.sender, {CHANNEL})

    async def known(self, address: str = FATIMAS) -> Person:
        """Whom a mail address belongs to."""
        async with self.store.reading() as work:
            found = await work.people.find(Address(CHANNEL, address))
        assert found is not None
        return found

    async def news(self, name: str = "Noor") -> AppointmentId:
        """Somebody books with Fatima, and she is told."""
        talk = await self.booked(await self.visitor(name))
        await self.sender.drain()
        return talk

    async def notice(self, kind: NoticeKind = NoticeKind.BOOKED) -> dict[str, Any]:
        """The one notice of a kind."""
        (found,) = [each for each in await self.rows("notice") if each["kind"] is kind]
        return found

    def link(self, words: str = "Ik ben er") -> str:
        """The path of the link with this label in the newest mail."""
        text = self.post.newest().get_content()
        found = re.search(rf"{words}: {re.escape(self.address)}(/l/\S+)", text)
        assert found is not None, text
        return found[1]

    async def opens(self, path: str) -> tuple[int, str]:
        """Follow a link: status and page."""
        async with self.web.get(path) as answer:
            return answer.status, await answer.text()

    async def presses(self, path: str) -> tuple[int, str]:
        """Press the page's button: status and page."""
        async with self.web.post(path) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def desk(
    folder: Path, addresses: Mapping[str, str] | None = None, start: datetime = TUESDAY
) -> AsyncIterator[Desk]:
    """A Tuesday morning at half past nine, on SQLite, with Fatima reached by mail."""
    url = fresh_sqlite(folder)
    programme = with_mail({"fatima": FATIMAS} if addresses is None else addresses)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(opened(url))
        post = await stack.enter_async_context(post_office())
        clock = Ticker(start)
        ports = replace(make_ports(store, clock), programme=programme)
        router, texts = Router(ports), Texts(programme.about.languages, ZONE)
        links = Links(SEALER, "https://inloop.example", ZONE)
        pages = Pages(router, texts, links)
        where = Web(public_url="https://inloop.example", port=0)
        port = await stack.enter_async_context(served(pages.application(), where, "web"))
        address = f"http://127.0.0.1:{port}"
        links = Links(SEALER, address, ZONE)
        mailer = Mailer(mail_to(post.port), router, texts, links, SEALER)
        web = await stack.enter_async_context(aiohttp.ClientSession(address))
        await settle_desks(ports)
        yield Desk(store, clock, router, url, post, mailer, links, pages, address, web)
