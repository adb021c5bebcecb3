"""A cry for help is answered before anything else, in every state, and leaves nothing behind."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from telegram import Update

from bot.logs import Formatter
from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from flows.model import Role
from flows.texts import known_languages
from storage.tables import metadata
from tests.bot.phones import Phone, Switchboard, switchboard
from tests.flows.place import rows

CRY = "ik wil niet meer leven"
GENTLE = "ik trek het niet meer"
NEAR = "Praat met iemand dichtbij, of bel nu:"
NOBODY = "Ik ben een computer. Er leest nu niemand mee."


@pytest.fixture
async def board(tmp_path: Path) -> AsyncIterator[Switchboard]:
    """A Tuesday morning, half past nine."""
    async with switchboard(tmp_path) as built:
        yield built


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, by anybody, however unimportant."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(exc_text)s"))
    plain = logging.StreamHandler(stream)
    plain.setFormatter(Formatter("%(name)s %(message)s"))
    root, level = logging.getLogger(), logging.getLogger().level
    root.handlers += [handler, plain]
    root.setLevel(logging.DEBUG)
    yield stream
    root.setLevel(level)
    root.handlers = [each for each in root.handlers if each not in {handler, plain}]


async def everything(board: Switchboard) -> dict[str, list[dict[str, Any]]]:
    """The whole database, but for which messages stand in a chat, whatever they say."""
    tables = (table.name for table in metadata.sorted_tables if table.name != "shown")
    return {name: await rows(board.url, name) for name in tables}


async def breaks(board: Switchboard) -> None:
    """No table is where it was."""
    engine = create_async_engine(board.url)
    async with engine.begin() as connection:
        for table in metadata.sorted_tables:
            await connection.execute(text(f"ALTER TABLE {table.name} RENAME TO away_{table.name}"))
    await engine.dispose()


def is_card(phone: Phone, first: str = "💙 113") -> bool:
    """Whether the newest message is a card, with this line as the first to call."""
    told = phone.newest()["text"].split("\n")
    return told[0] == NEAR and told[1].startswith(first) and NOBODY in told


async def awaits_a_number(board: Switchboard) -> Phone:
    """A pupil who was asked for a telephone number."""
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere manier")
    await noor.taps("Bellen")
    await noor.taps(noor.keys()[0])
    return noor


async def awaits_a_name(board: Switchboard) -> Phone:
    """A pupil who was asked for a nickname."""
    noor = await board.pupil("Noor")
    await noor.books()
    await noor.taps("Meer")
    await noor.taps("Hoe heet je")
    return noor


async def stranger(board: Switchboard) -> Phone:
    """Somebody the bot has never seen."""
    return board.phone("Noor")


async def halfway(board: Switchboard) -> Phone:
    """Somebody who came by the link and said nothing yet."""
    noor = board.phone("Noor")
    await noor.sends("/start")
    return noor


async def at_the_desk(board: Switchboard) -> Phone:
    """A worker."""
    return await board.desk("Fatima", Role.WORKER, "fatima")


async def coordinating(board: Switchboard) -> Phone:
    """A coordinator."""
    return await board.desk("Sanne", Role.COORDINATOR, "sanne")


STATES = [stranger, halfway, awaits_a_number, awaits_a_name, at_the_desk, coordinating]


@pytest.mark.parametrize("state", STATES)
async def test_the_card_comes_in_every_state_and_nothing_of_it_is_kept(
    board: Switchboard, state: Any, log: StringIO
) -> None:
    noor = await state(board)
    before = await everything(board)

    await noor.sends(CRY)

    assert is_card(noor)
    assert await everything(board) == before
    assert "leven" not in log.getvalue()


@pytest.mark.parametrize("said", ["hallo", "/privacy", GENTLE, CRY])
async def test_in_the_database_a_cry_looks_like_any_other_message(
    board: Switchboard, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it leaves the chat with its person, and nobody learns that there was one."""
    monkeypatch.setattr("secrets.randbelow", lambda _most: 0)
    noor = await board.pupil("Noor")
    first = noor.newest()["message_id"] + 1

    await noor.sends(said)

    kept = [each for each in await rows(board.url, "shown") if each["message"] >= first]
    hour = board.now().replace(minute=0, second=0, microsecond=0)
    assert all(set(each) == {"person", "message", "at"} and each["at"] == hour for each in kept)
    numbers = sorted(each["message"] for each in kept)
    assert numbers == [first, first + 1, first + 2]
    await noor.sends("/wis")
    await noor.taps("Ja, wis alles")
    assert len(noor.texts()) == 1
    assert not any(said in each["text"] for each in board.core.people.sees(noor.user.id).messages)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("words", ["/help", "/sos", "/112", "112", "113", "sos", "HULP!"])
async def test_who_asks_for_help_in_so_many_words_gets_it_in_every_state(
    board: Switchboard, state: Any, words: str
) -> None:
    noor = await state(board)

    await noor.sends(words)

    assert is_card(noor, "🚨 112")


@pytest.mark.parametrize("words", [CRY, "/help", "112", "/start " + CRY, "/" + CRY])
async def test_the_card_needs_no_database(board: Switchboard, words: str, log: StringIO) -> None:
    known, unknown = await board.pupil("Noor"), board.phone("Sam")
    await breaks(board)

    for phone in (known, unknown):
        await phone.sends(words)
        assert is_card(phone, "💙 113" if CRY in words else "🚨 112")
    assert "leven" not in log.getvalue()


async def test_the_card_does_not_wait_for_a_database_that_hangs(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = await board.pupil("Noor")

    @asynccontextmanager
    async def hangs() -> AsyncIterator[Any]:
        await asyncio.Event().wait()
        yield

    monkeypatch.setattr(board.router, "ports", replace(board.router.ports, reading=hangs))
    async with asyncio.timeout(30):
        await noor.sends(CRY)

    assert is_card(noor)


async def test_the_buttons_of_the_card_need_no_database(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await breaks(board)
    await noor.sends("hallo " + CRY)

    await noor.taps("Verberg dit")

    assert noor.newest()["text"].startswith("Wil je de hele chat wissen?")
    await noor.taps("Hulp")
    assert is_card(noor, "🚨 112")


async def test_what_was_awaited_stays_awaited_and_the_cry_is_not_taken_for_it(
    board: Switchboard,
) -> None:
    noor = await awaits_a_name(board)

    await noor.sends("ik wil dood")
    assert is_card(noor)
    assert len(await rows(board.url, "awaiting")) == 1
    await noor.sends("Superman")

    assert "Gelukt. Je bericht is weg." in noor.newest()["text"]
    assert await rows(board.url, "awaiting") == []


def _media(phone: Phone, caption: str) -> dict[str, Any]:
    private = {"id": phone.user.id, "type": "private", "first_name": phone.user.first_name}
    sender = {"id": phone.user.id, "is_bot": False, "first_name": phone.user.first_name}
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    return {"message_id": 900, "date": 0, "chat": private, "from": sender, "photo": photo,
            "caption": caption}  # fmt: skip


async def test_the_words_below_a_picture_are_read_too(board: Switchboard) -> None:
    noor = await awaits_a_number(board)
    update = {"update_id": 99, "message": _media(noor, "mijn vader slaat me")}

    await board.application.process_update(Update.de_json(update, board.bot))

    assert is_card(noor, "🏠 0800-2000")


async def test_nobody_heard_a_voice_but_who_to_call_stands_there(board: Switchboard) -> None:
    noor = board.phone("Noor")
    await breaks(board)

    board.core.people.send(noor.user.id, "voice")
    await board.handle()

    assert noor.newest()["text"].startswith("Dit kan ik niet horen of zien.")
    assert "🚨 112" in noor.newest()["text"]


@asynccontextmanager
async def stuck(board: Switchboard, noor: Phone, waiting: int) -> AsyncIterator[Intake]:
    """Every slot is held by other people's works, and so many of this person wait in each lane."""
    held = asyncio.Event()

    async def holds() -> None:
        await held.wait()

    async with Lanes(lambda *_: None, cap=2, slots=2) as lanes:
        for other in (9001, 9002):
            lanes.submit(other, holds)
        for _ in range(waiting):
            lanes.submit(noor.user.id, holds)
            lanes.submit(-2 * noor.user.id - 2, holds)
        yield Intake(lanes, board.handling, board.dispatch)
        held.set()


async def answered(intake: Intake, update: Update, by: str) -> None:
    """Take an update, and wait until it need not come again."""
    done = asyncio.Event()
    async with asyncio.timeout(30):
        if by == "webhook":
            assert await intake.brought(update) is None
        else:
            intake.polled(update, done.set)
            await done.wait()


@pytest.mark.parametrize("by", ["polling", "webhook"])
@pytest.mark.parametrize("waiting", [1, 4])
async def test_who_is_past_every_limit_is_answered_at_once(
    board: Switchboard, waiting: int, by: str
) -> None:
    """As much waits as may, or less, of this person and of all; the card does not wait."""
    noor = await board.pupil("Noor")
    await breaks(board)
    board.core.people.type(noor.user.id, CRY)
    (update,) = board.waiting()

    async with stuck(board, noor, waiting) as intake:
        await answered(intake, update, by)

    assert is_card(noor)


@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_the_help_button_and_a_caption_do_not_wait_either(
    board: Switchboard, by: str
) -> None:
    noor = await board.pupil("Noor")
    help_key = noor.newest()["keyboard"][-1][-2]
    board.core.people.press_data(noor.user.id, noor.newest()["message_id"], help_key["data"])
    (press,) = board.waiting()
    picture = {"update_id": 99, "message": _media(noor, "mijn vader slaat me")}

    async with stuck(board, noor, 4) as intake:
        await answered(intake, press, by)
        assert is_card(noor, "🚨 112")
        await answered(intake, Update.de_json(picture, board.bot), by)
        assert is_card(noor, "🏠 0800-2000")


@pytest.mark.parametrize("by", ["polling", "webhook"])
async def test_a_cry_finds_another_lane_where_its_own_is_full(board: Switchboard, by: str) -> None:
    noor, held = await board.pupil("Noor"), asyncio.Event()

    async def holds() -> None:
        await held.wait()

    board.core.people.type(noor.user.id, CRY)
    (update,) = board.waiting()
    async with Lanes(lambda *_: None, cap=2) as lanes:
        for _ in range(3):
            lanes.submit(-2 * noor.user.id - 1, holds, at_once=True)
        await answered(Intake(lanes, board.handling, board.dispatch), update, by)
        held.set()

    assert is_card(noor)


async def test_the_help_button_is_answered_where_other_buttons_must_wait(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    help_key = noor.newest()["keyboard"][-1][-2]
    board.core.people.press_data(noor.user.id, noor.newest()["message_id"], help_key["data"])
    (press,) = board.waiting()

    await board.dispatch.overflow(press)

    assert is_card(noor, "🚨 112")


async def test_a_group_gets_no_card_not_even_when_too_much_waits(board: Switchboard) -> None:
    await board.pupil("Noor")
    group = {"id": -5, "type": "group", "title": "Klas 2B"}
    sender = {"id": 1001, "is_bot": False, "first_name": "Noor"}
    message = {"message_id": 5, "date": 0, "chat": group, "from": sender, "text": CRY}
    before = board.core.log.next

    await board.dispatch.overflow(Update.de_json({"update_id": 9, "message": message}, board.bot))

    assert board.calls(before) == []


async def test_the_same_card_soon_after_is_short_and_later_whole_again(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    await noor.sends(CRY)
    whole = noor.newest()["text"]
    await noor.sends("ik wil dood")
    short = noor.newest()["text"]
    await noor.sends("mijn vader slaat me")
    other = noor.newest()["text"]
    board.core.clock.move(board.now() + timedelta(minutes=6))
    await noor.sends(CRY)

    assert "🏫 Nu op school:" in whole
    assert "🏫 Nu op school:" not in short
    assert "💙 113" in short
    assert "🏠 0800-2000" in other.split("\n")[1]
    assert noor.newest()["text"] == whole


async def test_what_is_hidden_is_gone_from_the_chat_with_the_own_message(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    await noor.sends(CRY)

    await noor.taps("Verberg dit")

    left = board.core.people.sees(noor.user.id).messages
    assert not [each for each in left if CRY in each["text"] or "113" in each["text"]]
    assert noor.newest()["text"] == (
        "Wil je de hele chat wissen?\nDruk boven op de naam.\nKies daar: Chat wissen."
    )


async def test_only_who_came_by_the_schools_link_sees_who_is_in_the_building(
    board: Switchboard,
) -> None:
    noor, sam = await board.pupil("Noor"), board.phone("Sam")
    for phone in (noor, sam):
        await phone.sends(CRY)

    assert "Fatima" in noor.newest()["text"]
    assert "Fatima" not in sam.newest()["text"]


async def test_in_the_evening_the_next_day_is_told_as_no_help_for_now(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    board.core.clock.move(board.now().replace(hour=21))

    await noor.sends(CRY)

    (later,) = [each for each in noor.newest()["text"].split("\n") if each.startswith("📅")]
    assert "25 november" in later
    assert later.endswith("– dit is geen hulp voor nu")


@pytest.mark.parametrize(
    ("said", "language", "first"),
    [
        ("my dad hits me", "en", "Talk to somebody near you, or call now:"),
        ("kızım ölmek istiyor", "tr", "Yakınındaki biriyle konuş ya da hemen ara:"),
        ("بدي موت", "ar", "تحدّث مع شخص قريب منك، أو اتصل الآن:"),
        ("chcę umrzeć", "pl", "Porozmawiaj z kimś blisko albo zadzwoń teraz:"),
        ("я хочу померти", "uk", "Поговори з кимось поруч або подзвони зараз:"),
    ],
)
async def test_the_card_answers_in_the_language_of_the_message(
    board: Switchboard, said: str, language: str, first: str
) -> None:
    noor = await board.pupil("Noor")

    await noor.sends(said)

    written = language in known_languages()
    assert noor.newest()["text"].split("\n")[0] == (first if written else NEAR)


async def test_a_parent_is_told_of_the_doctor_and_not_of_the_line_for_children(
    board: Switchboard,
) -> None:
    olena = board.phone("Olena", "en")

    await olena.sends("my daughter wants to die")

    told = olena.newest()["text"]
    assert "They speak Dutch. English is possible sometimes." in told
    assert "🩺 Your doctor" in told
    assert "0800-0432" not in told


async def test_what_may_have_meant_more_is_answered_and_asked_about(board: Switchboard) -> None:
    noor = await board.pupil("Noor")

    await noor.sends("ik trek het niet meer")

    answer, gentle = noor.texts()[-2:]
    assert answer
    assert gentle == "Gaat het niet goed met je?"
    assert noor.keys() == ["🆘 Ja, ik wil hulp", "🙂 Nee hoor"]
    await noor.taps("Ja, ik wil hulp")
    assert NOBODY in noor.newest()["text"]


async def test_the_question_comes_below_what_was_awaited_too(board: Switchboard) -> None:
    noor = await awaits_a_name(board)

    await noor.sends("ik trek het niet meer")

    assert "Gaat het niet goed met je?" in noor.texts()[-1]
    assert "Gelukt." in noor.texts()[-2]


async def test_who_is_fine_is_not_asked_again(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.sends("ik trek het niet meer")

    await noor.taps("Nee hoor")

    assert "Gaat het niet goed met je?" not in noor.texts()
    assert noor.newest()["text"].startswith("De Linde, dinsdag 24 november.")


async def test_no_worker_is_told(board: Switchboard) -> None:
    fatima = await board.desk("Fatima", Role.WORKER, "fatima")
    number, noor = len(fatima.messages()), await board.pupil("Noor")

    await noor.sends(CRY)

    assert len(fatima.messages()) == number
    assert await board.notices() == []


async def test_who_hides_everything_after_much_talk_hides_the_card_of_the_talk_too(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    card = await noor.books()
    for _ in range(60):
        await noor.sends("hallo")
    await noor.taps("Meer")
    before = board.core.log.next

    await noor.taps("Verberg")

    assert card not in [each["message_id"] for each in noor.messages()]
    assert len(noor.texts()) == 1
    assert board.calls(before).count("deleteMessages") == 2, "a hundred at a time"
