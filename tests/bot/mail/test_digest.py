"""The digest by mail: words, chart and table to a coordinator's address, beside the chat."""

from collections.abc import AsyncIterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from random import Random

import pytest

from bot.mail.desks import settle_desks
from bot.mail.mailer import Mailer
from flows.demand.job import release_due
from flows.model import NoticeKind, NoticeState, Role
from flows.programme import Programme
from flows.router import Router
from flows.steps import Home
from flows.texts import Texts
from storage.releasing import Releasing
from tests.bot.mail.desk import Desk, mail_to
from tests.bot.mail.desk import desk as build
from tests.databases import SEALER
from tests.flows.place import title
from tests.ports import demo_programme
from tests.town import TUESDAY, ZONE

SANNES = "sanne@inloop.example"
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)


def with_readers(**addresses: str) -> Programme:
    """The demo's programme with mail addresses of some coordinators."""
    data = demo_programme().model_dump()
    for each in data["coordinators"]:
        each["email"] = addresses.get(each["id"])
    return Programme.model_validate(data)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Desk]:
    """Sanne reads by mail; there is no [web], so no links."""
    async with build(tmp_path, {}) as desk:
        ports = replace(desk.router.ports, programme=with_readers(sanne=SANNES))
        desk.router = Router(ports)
        texts = Texts(ports.programme.about.languages, ZONE)
        desk.mailer = Mailer(mail_to(desk.post.port), desk.router, texts, None, SEALER)
        await settle_desks(ports)
        yield desk


async def _released(desk: Desk) -> None:
    releasing = Releasing(desk.store.engine)
    await release_due(releasing, desk.router.ports, Random(1))
    desk.clock.now = MONDAY
    await release_due(releasing, desk.router.ports, Random(2))


def parts(mail: EmailMessage) -> dict[str, bytes]:
    """Attachments by name."""
    found = {}
    for each in mail.iter_attachments():
        content = each.get_content()
        found[str(each.get_filename())] = (
            content if isinstance(content, bytes) else content.encode()
        )
    return found


async def test_a_mail_has_words_chart_and_table(office: Desk) -> None:
    await _released(office)
    await office.sender.drain()

    (mail,) = office.post.letters
    body = mail.get_body()
    assert body is not None
    text = body.get_content()
    assert (mail["To"], mail["Subject"]) == (SANNES, "Cijfers van de week van maandag 23 november")
    assert "Elk getal klopt bijna" in text
    assert "/l/" not in text
    files = parts(mail)
    assert list(files) == ["inloop.png", "inloop-2026-W48.csv"]
    assert files["inloop.png"].startswith(b"\x89PNG")
    assert files["inloop-2026-W48.csv"].startswith(b"week,table,period,cell,value,spread")


async def test_it_says_what_the_chat_says_and_is_sent_once(office: Desk) -> None:
    phone = await office.staff("Sanne", Role.COORDINATOR, "sanne")
    await _released(office)
    for _ in range(2):
        await office.jobs.run_due()

    (mail,) = office.post.letters
    notices = await office.rows("notice")
    mine = [each for each in notices if each["kind"] is NoticeKind.DIGEST]
    assert len(mine) == 2
    assert title(await phone.presses(Home())) == "coordinator-title"
    sheets = [e["state"] for e in notices if e["kind"] is NoticeKind.SHEET]
    assert NoticeState.DROPPED in sheets
    assert mail["To"] == SANNES


async def test_an_address_that_the_config_drops_gets_no_more(office: Desk) -> None:
    other = replace(office.router.ports, programme=with_readers(bram="bram@inloop.example"))
    await settle_desks(other)
    async with office.store.reading() as work:
        assert [each for _, each in await work.people.readers()] == ["bram"]
    await settle_desks(replace(other, programme=with_readers(bram="b@inloop.example")))
    async with office.store.reading() as work:
        [(person, _)] = await work.people.readers()
        address = await work.people.address(person)
    assert address is not None
    assert address.id == "b@inloop.example"
