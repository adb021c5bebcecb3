"""`inloop erase`: for who lost the phone, named by school, day and pictures only."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.config import Config
from bot.erasing import erased
from bot.errors import OperatorError
from bot.leaving import revoked
from flows.model import NoticeKind, Status
from tests.bot.office import TEN, Office
from tests.bot.shell import Shell
from tests.flows.place import rows
from tests.town import TUESDAY, Chat, Town, town

TODAY = "2026-11-24"
DONE = "Everything of the person with that talk is erased."
TAKEN = "The bot's known messages are gone from the chat."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


async def erase(
    config: Config, code: str = "blauwe vis", on: str = TODAY, *, guest: bool = False
) -> list[str]:
    return await erased(config, "linde", code, on, TUESDAY, guest=guest)


async def code_of_noor(here: Town) -> str:
    [talk] = await rows(here.config.database.url, "appointment")
    return str(talk["code"])


async def booked(here: Town) -> Chat:
    noor = await here.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    assert any("Je afspraak" in text for text in await noor.texts())
    return noor


async def test_the_chat_is_emptied_the_person_is_gone_and_the_worker_is_told(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        fatima, noor = await here.worker("Fatima", "fatima"), await booked(here)

        first, second = await erase(here.config, await code_of_noor(here))

        assert first.startswith(DONE)
        assert second == TAKEN
        assert not any("Je afspraak" in text for text in await noor.texts())
        assert len(await rows(here.config.database.url, "person")) == 1
        [talk] = await rows(here.config.database.url, "appointment")
        assert (talk["status"], talk["code"]) == (Status.CANCELLED, None)
        line = (await rows(here.config.database.url, "audit"))[-1]
        assert (line["agent"], line["action"]) == ("operator", "erase")
        assert line["entity"] == "person linde"
        await here.clock("2026-11-24T09:31")
        assert "afgezegd" in await fatima.sees()
        with pytest.raises(OperatorError, match="No talk at De Linde has that code"):
            await erase(here.config, str(talk["code"] or 0))


async def test_when_telegram_takes_no_call_everything_is_erased_all_the_same(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        await booked(here)
        code = await code_of_noor(here)
        closed = here.config.telegram.model_copy(update={"base_url": "http://127.0.0.1:9/bot"})
        unreachable = here.config.model_copy(update={"telegram": closed})

        said = await erase(unreachable, code)

        assert said[1].startswith("Telegram took not all of the bot's messages out of the chat")
        assert await rows(here.config.database.url, "person") == []


async def test_nobody_is_named_and_only_one_is_erased(office: Office) -> None:
    await office.books("Noor", code=0)
    await office.books("Sam", TEN + timedelta(minutes=20), code=1)

    said = await erase(office.config)

    assert not {"Noor", "Sam", "fatima", "Fatima"} & set(" ".join(said).split())
    assert len(await office.rows("person")) == 1
    statuses = {each["start_at"]: each["status"] for each in await office.rows("appointment")}
    assert list(statuses.values()).count(Status.CANCELLED) == 1


async def test_a_talk_of_another_day_or_school_is_left_alone(office: Office) -> None:
    await office.books("Noor", TEN + timedelta(days=7), code=0)
    before = await office.rows("person")

    with pytest.raises(OperatorError, match="No talk at De Linde has that code on 2026-11-24"):
        await erase(office.config)

    assert await office.rows("person") == before
    assert (await erase(office.config, "blue fish", "2026-12-01"))[0].startswith(DONE)


async def test_a_cancelled_talk_still_leads_to_who_booked_it(office: Office) -> None:
    talk = await office.books("Noor", code=0)
    async with office.work() as work:
        await work.appointments.cancel(talk, TUESDAY)
        await work.commit()

    await erase(office.config)

    assert await office.rows("person") == []
    assert await office.told(NoticeKind.CANCELLED) == []


@pytest.mark.parametrize("guest", [False, True])
async def test_who_booked_or_who_comes_along(office: Office, *, guest: bool) -> None:
    talk = await office.books("Noor", code=0)
    sams = await office.books("Sam", TEN + timedelta(hours=1), code=1)
    async with office.work() as work:
        [sam] = await work.appointments.held_by(sams.id)
        await work.appointments.bring(talk, sam.person)
        await work.commit()

    await erase(office.config, guest=guest)

    [left] = await office.rows("person")
    assert (left["id"] == sam.person) is not guest
    found = {each["id"]: each["status"] for each in await office.rows("appointment")}
    gone, stays = (sams.id, talk.id) if guest else (talk.id, sams.id)
    assert found == {gone: Status.CANCELLED, stays: Status.BOOKED}


async def test_what_cannot_be_done_is_a_sentence(office: Office) -> None:
    await office.books(None, code=0)
    await office.books("Noor", TEN + timedelta(minutes=20), code=1)
    await office.books("Sam", TEN + timedelta(minutes=40), code=1)
    config = office.config
    for asked, sentence in (
        (("blauwe vis", TODAY), "Nobody has that talk in a chat: it was booked at the door"),
        (("1", TODAY), "More than one talk at De Linde has that code"),
        (("rode vis", TODAY), "rode vis is no code: write the two pictures in words"),
        (("blauwe vis", "24-11-2026"), "24-11-2026 is no date: write it as 2026-11-25"),
    ):
        with pytest.raises(OperatorError, match=sentence):
            await erase(config, *asked)
    with pytest.raises(OperatorError, match="Nobody comes along to that talk: leave --guest"):
        await erase(config, guest=True)
    with pytest.raises(OperatorError, match="There is no school nowhere: the config lists linde"):
        await erased(config, "nowhere", "0", TODAY, TUESDAY)


def test_the_command_does_it(shell: Shell) -> None:
    office = Office(shell.folder)
    start = office.ahead(system_clock(), 3).span.start
    asyncio.run(office.books("Noor", start, code=0))
    words = ("erase", "--school", "linde", "--code", "blauwe vis", "--on", f"{start.date()}")

    said = shell(*words)

    assert said.out.startswith(DONE)
    assert said.out.count("\n") == 2
    assert asyncio.run(office.rows("person")) == []
    assert shell(*words).sentence.startswith("No talk at De Linde has that code on ")


def test_on_an_empty_database_it_is_one_sentence(shell: Shell) -> None:
    words = ("erase", "--school", "linde", "--code", "0", "--on", TODAY)
    assert shell(*words).sentence.startswith("The database holds nothing yet: start the bot")


async def test_a_chat_that_was_revoked_is_a_strangers_at_once(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        fatima = await here.worker("Fatima", "fatima")

        await revoked(here.config, "worker", "fatima")

        await fatima.sends("/start")
        assert "Wie ben je?" in await fatima.sees()
