"""A notice as a mail: what it says, what it does not, and what becomes of it."""

import asyncio
import logging
import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from bot.delivery.sender import RETRY
from bot.mail.desks import settle_desks
from bot.mail.errors import LATER
from bot.mail.letter import Envelope, letter
from bot.mail.mailer import REST, Mailer
from flows.hours.presence import local_date
from flows.model import Mode, Notice, NoticeKind, NoticeState
from flows.router import Answer
from flows.screen import Line, Screen
from flows.staff_steps import Day
from flows.steps import Card
from flows.texts import Texts
from tests.bot.mail.desk import FATIMAS, MORNING, SENDER, Desk, mail_to
from tests.bot.mail.desk import desk as build
from tests.databases import SEALER
from tests.flows.place import FATIMA, TEN
from tests.town import TUESDAY, ZONE


async def test_news_says_what_the_card_says_with_a_link_for_today(desk: Desk) -> None:
    await desk.news()

    (text,) = desk.post.texts()
    link = rf"{re.escape(desk.address)}/l/\S+"
    said, _, below = text.partition("\n\n")
    assert said.startswith("Nieuwe afspraak\n")
    assert "dinsdag 24 november, 10 uur" in said
    assert "De Linde, B2" in said
    assert re.fullmatch(
        "Geef het door met een link. Daarna druk je op één knop.\n"
        rf"✅ Ik ben er: {link}\n"
        rf"(⏳ .+ – ⏳ \d+ minuten: {link}\n)+"
        rf"✖️ Vandaag niet meer – ✖️ Ja, ik ben weg: {link}\n"
        "\n"
        "Deze mail komt vanzelf. Een antwoord leest niemand.\n",
        below,
    ), below
    assert (await desk.notice())["state"] is NoticeState.SENT


async def test_its_headers_are_those_of_a_machine_and_say_nothing_more(desk: Desk) -> None:
    await desk.news()

    mail = desk.post.newest()
    assert mail["Subject"] == "Nieuwe afspraak"
    assert mail["From"] == f"Inloop Waterstad <{SENDER}>"
    assert mail["To"] == FATIMAS
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "nl"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert parsedate_to_datetime(mail["Date"]) == TUESDAY
    assert re.fullmatch(r"<[0-9a-f]{32}@inloop\.example>", mail["Message-ID"])
    assert desk.post.recipients == [FATIMAS]
    assert {each.lower() for each in mail} == {
        "subject", "from", "to", "date", "message-id", "auto-submitted", "content-language",
        "content-type", "content-transfer-encoding", "mime-version",
    }  # fmt: skip


async def test_no_mail_holds_the_number_to_call_or_who_it_is(desk: Desk) -> None:
    noor = await desk.visitor("Noor")
    await desk.booked(noor, mode=Mode.PHONE)
    await noor.types("0612345678")
    await desk.sender.drain()
    desk.clock.now = TUESDAY.replace(hour=9, minute=50)
    await _listed(desk)

    assert len(desk.post.letters) == 2
    for each in desk.post.letters:
        assert "12345678" not in each.as_string() + each.get_content()
        assert "Noor" not in each.as_string() + each.get_content()


async def _listed(desk: Desk) -> None:
    """The list of the day, told now."""
    on, fatima = local_date(desk.clock(), ZONE), await desk.known()
    until = desk.clock() + timedelta(hours=8)
    listed = Notice("a", NoticeKind.DAYLIST, fatima.id, Day(on).pack(), desk.clock(), until)
    async with desk.store.work() as work:
        await work.outbox.add([listed])
        await work.commit()
    await desk.sender.drain()


async def test_the_list_of_the_day_names_each_talk_by_its_time(tmp_path: Path) -> None:
    async with build(tmp_path, start=MORNING) as desk:
        await desk.booked(await desk.visitor("Noor"), TEN)
        await desk.booked(await desk.visitor("Sam"), TEN + timedelta(minutes=20), FATIMA)
        await desk.sender.drain()
        await _listed(desk)

        mail, text = desk.post.newest(), desk.post.texts()[-1]
        assert mail["Subject"] == "Afspraken op dinsdag 24 november"
        assert re.search(r"\n10 uur – .*\n10:20 uur – ", text)
        assert f"Ik ben er: {desk.address}/l/" in text


async def test_without_anything_to_tell_there_is_no_link(desk: Desk) -> None:
    desk.clock.now = TUESDAY.replace(hour=18, minute=0)
    await desk.booked(await desk.visitor("Noor"), TEN + timedelta(days=7))
    await desk.sender.drain()

    (text,) = desk.post.texts()
    assert "/l/" not in text
    assert "link" not in text


async def test_who_is_no_mailbox_is_not_written_to_again(desk: Desk) -> None:
    desk.post.says["RCPT"] = "550 5.1.1 no such user"
    await desk.news()
    found = await desk.notice()
    assert (found["state"], found["reason"]) == (NoticeState.FAILED, "no-mailbox")
    assert not (await desk.known()).reachable

    desk.post.says.clear()
    await desk.booked(await desk.visitor("Sam"), TEN + timedelta(minutes=20))
    await desk.sender.drain()
    assert desk.post.letters == []

    await settle_desks(desk.router.ports)
    assert (await desk.known()).reachable, "the operator mended it and started again"


@pytest.mark.parametrize(
    ("step", "answer", "reason", "wait"),
    [
        ("RCPT", "451 4.7.1 later", "not-now", LATER),
        ("DATA", "452 disk full", "not-now", LATER),
        ("MAIL", "550 not you", "sender-refused", LATER),
    ],
)
async def test_not_now_is_tried_again_when_it_helps(
    desk: Desk, step: str, answer: str, reason: str, wait: timedelta
) -> None:
    desk.post.says[step] = answer
    await desk.news()
    found = await desk.notice()
    assert (found["state"], found["reason"]) == (NoticeState.PENDING, reason)
    assert found["attempts"] == 0
    assert found["wake_at"] == TUESDAY + wait

    desk.post.says.clear()
    desk.clock.advance(wait)
    await desk.sender.drain()
    assert len(desk.post.letters) == 1


async def test_a_refused_mail_fails_and_the_person_stays(desk: Desk) -> None:
    desk.post.says["DATA"] = "554 5.7.1 looks like spam"
    await desk.news()
    found = await desk.notice()
    assert (found["state"], found["reason"]) == (NoticeState.FAILED, "mail-refused")
    assert (await desk.known()).reachable


async def test_news_whose_answer_was_lost_is_not_told_twice(desk: Desk) -> None:
    desk.post.hangs_up = "DATA"
    await desk.news()
    assert (await desk.notice())["state"] is NoticeState.UNKNOWN

    desk.post.hangs_up = ""
    desk.clock.advance(LATER)
    await desk.sender.drain()
    assert len(desk.post.letters) == 1


async def test_a_list_whose_answer_was_lost_comes_again_under_the_same_number(desk: Desk) -> None:
    desk.post.hangs_up = "DATA"
    await _listed(desk)
    desk.post.hangs_up = ""
    desk.clock.advance(max(RETRY, REST))
    await desk.sender.drain()
    desk.clock.advance(LATER)
    await desk.sender.drain()

    numbers = [each["Message-ID"] for each in desk.post.letters]
    assert len(numbers) == 2
    assert len(set(numbers)) == 1, "a mail program may see that it is the same"


async def test_two_notices_have_two_numbers(desk: Desk) -> None:
    await desk.news("Noor")
    await desk.booked(await desk.visitor("Sam"), TEN + timedelta(minutes=20))
    await desk.sender.drain()
    assert len({each["Message-ID"] for each in desk.post.letters}) == 2


async def test_a_connection_lost_before_the_text_is_tried_again(desk: Desk) -> None:
    desk.post.hangs_up = "RCPT"
    await desk.news()
    found = await desk.notice()
    assert (found["state"], found["attempts"]) == (NoticeState.PENDING, 0)

    desk.post.hangs_up = ""
    desk.clock.advance(max(RETRY, REST))
    await desk.sender.drain()
    assert len(desk.post.letters) == 1


async def test_a_server_that_does_not_answer_is_left_alone_for_a_while(desk: Desk) -> None:
    """Each try may take long, and other channels wait behind it."""
    await desk.booked(await desk.visitor("Noor"))
    await desk.booked(await desk.visitor("Sam"), TEN + timedelta(minutes=20))
    desk.post.hangs_up = "MAIL"

    await desk.sender.drain()

    assert desk.post.calls == 1
    states = [each["state"] for each in await desk.rows("notice") if each["due_at"] <= TUESDAY]
    assert states == [NoticeState.PENDING, NoticeState.PENDING]

    desk.post.hangs_up = ""
    desk.clock.advance(REST)
    await desk.sender.drain()
    assert len(desk.post.letters) == 2


async def test_a_mail_that_is_sent_cannot_be_changed(desk: Desk) -> None:
    """No card stands in a mail; should one ever, its change is dropped."""
    noor = await desk.visitor("Noor")
    talk = await desk.booked(noor)
    fatima = await desk.known()
    async with desk.store.engine.sql.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE participant SET person = ?, card = 7", (fatima.id,)
        )
    until = TUESDAY + timedelta(days=1)
    card = Notice("a", NoticeKind.CARD, fatima.id, Card(talk).pack(), TUESDAY, until, talk, 1)
    async with desk.store.work() as work:
        await work.outbox.add([card])
        await work.commit()

    await desk.sender.drain()

    found = await desk.notice(NoticeKind.CARD)
    assert (found["state"], found["reason"]) == (NoticeState.DROPPED, "mail-stays")
    assert len(desk.post.letters) == 1


async def test_what_needs_more_than_links_is_not_mailed(desk: Desk) -> None:
    fatima, until = await desk.known(), TUESDAY + timedelta(days=1)
    asked = Notice("a", NoticeKind.DAILY, fatima.id, Day(TUESDAY.date()).pack(), TUESDAY, until)
    async with desk.store.work() as work:
        await work.outbox.add([asked])
        await work.commit()

    await desk.sender.drain()

    found = await desk.notice(NoticeKind.DAILY)
    assert (found["state"], found["reason"]) == (NoticeState.DROPPED, "not-mailed")
    assert desk.post.letters == []


async def test_the_log_holds_no_address_and_no_word(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.post.says["RCPT"] = f"550 5.1.1 <{FATIMAS}> unknown"
    with caplog.at_level(logging.INFO, "bot"):
        await desk.news()
    assert [each.getMessage() for each in caplog.records] == ["notice 1 booked: no-mailbox"]


async def test_a_slow_server_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    monkeypatch.setattr("bot.mail.smtp.WHOLE", 0.1)
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        desk.mailer = Mailer(mail_to(port), desk.router, _texts(), desk.links, SEALER)
        await desk.news()
    found = await desk.notice()
    assert (found["state"], found["reason"]) == (NoticeState.PENDING, "no-connection")


def _texts() -> Texts:
    return Texts(("nl", "en"), ZONE)


@pytest.mark.parametrize(
    "name", ["Inloop\nBcc: x@y.example", 'In"loop', "Inloop, de <b>", "İnlöop ✅"]
)
def test_no_name_makes_a_header_of_its_own(name: str) -> None:
    answer = Answer(Screen((Line("school-key", {"school": f"Dag\r\n{name}"}),)), "nl")
    at = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
    mail = letter(answer, {}, _texts(), Envelope(name, SENDER, FATIMAS, "1", at))
    assert len(mail.keys()) == 10
    assert mail["Bcc"] is None
    assert mail["To"] == FATIMAS
    assert mail["From"].addresses[0].addr_spec == SENDER
    assert mail["From"].addresses[0].display_name == name.replace("\n", " ")
    assert mail.as_bytes().isascii()
