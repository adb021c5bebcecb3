"""`inloop away`: what the operator says changes hours as the chat does; who booked is told."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.away import school_closed, school_open, worker_away, worker_back
from bot.clock import system_clock
from bot.errors import OperatorError
from flows.hours.coverage import covering
from flows.model import Mode, NoticeKind
from tests.bot.office import FATIMA, JEROEN, LINDE, TEN, TEXT, Office
from tests.bot.processes import Ended
from tests.bot.shell import Shell
from tests.town import TUESDAY, ZONE, town

WEEK = timedelta(days=7)
TODAY = TUESDAY.date()
ONE = TUESDAY.replace(hour=13, minute=0)
"""The first of Jeroen's hours."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


async def away(office: Office, begin: str, end: str, worker: str = "fatima") -> str:
    return await worker_away(office.config, worker, begin, end, TUESDAY)


async def test_whoever_booked_is_told_once_and_the_operator_hears_nothing_of_them(
    office: Office,
) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)

    said = await away(office, "2026-11-24", "2026-12-04")

    assert await office.told() == [noor.id, sam.id]
    assert said == (
        "Fatima is away from 2026-11-24 to 2026-12-04. Everyone who booked is being told."
    )


async def test_correcting_tells_nobody_twice(office: Office) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)

    await away(office, "2026-11-24", "2026-11-27")
    await away(office, "2026-11-24", "2026-11-27")
    assert await office.told() == [noor.id]

    await away(office, "2026-11-24", "2026-12-04")
    assert await office.told() == [noor.id, sam.id]


async def test_a_colleague_s_talks_stand(office: Office) -> None:
    await office.books("Noor", ONE, JEROEN)
    await away(office, "2026-11-24", "2026-11-24")
    assert await office.told() == []


@pytest.mark.parametrize(
    ("begin", "end", "gone"),
    [
        ("2026-11-24T10:00", "2026-11-24T10:20", True),
        ("2026-11-24T10:15", "2026-11-24T10:30", True),
        ("2026-11-24T10:20", "2026-11-24T12:00", False),
        ("2026-11-24", "2026-11-24T10:00", False),
        ("2026-11-24", "2026-11-24T10:05", True),
        ("2026-11-25", "2026-11-25", False),
        ("2020-01-01T10:00", "2020-01-01T10:05", None),
    ],
)
async def test_moments_are_cut_off_where_they_say(
    office: Office, begin: str, end: str, gone: bool | None
) -> None:
    noor = await office.books("Noor")
    if gone is None:
        with pytest.raises(OperatorError, match="is over"):
            await away(office, begin, end)
        return
    await away(office, begin, end)
    assert await office.told() == ([noor.id] if gone else [])


async def test_what_was_this_morning_stays(office: Office) -> None:
    await away(office, "2026-11-24", "2026-11-24")
    [left] = (await office.almanac()).of_worker(FATIMA, TODAY, TODAY)
    assert left.span.end == TUESDAY


async def test_a_closed_building_leaves_the_phone_and_all_closes_it(office: Office) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", ONE, JEROEN, Mode.PHONE)

    said = await school_closed(
        office.config, "linde", "2026-11-24", "2026-11-25", "building", TUESDAY
    )
    assert await office.told() == [noor.id]
    assert said == (
        "De Linde is closed as a building (phone and video go on) from 2026-11-24 to 2026-11-25."
        " Everyone who booked is being told."
    )
    assert covering(await office.almanac(), sam) is not None

    said = await school_closed(office.config, "linde", "2026-11-24", "2026-11-25", "all", TUESDAY)
    assert await office.told() == [noor.id, sam.id]
    assert said.startswith("De Linde is closed from 2026-11-24 to 2026-11-25. Everyone")


async def test_both_dates_of_a_closing_are_closed_and_no_other(office: Office) -> None:
    await school_closed(office.config, "linde", "2026-11-24", "2026-12-01", "all", TUESDAY)
    held = (await office.almanac()).at_school(LINDE, date(2026, 11, 17), date(2026, 12, 8))
    assert {each.span.start.date() for each in held} == {date(2026, 11, 17), date(2026, 12, 8)}


REFUSED = [
    ("fatima", "2026-11-26", "2026-11-25", "2026-11-25 lies before 2026-11-26: swap the two."),
    ("fatima", "2026-11-24T10:00", "2026-11-24T10:00", "lies before"),
    ("fatima", "2026-11-20", "2026-11-23", "2026-11-23 is over: write a span that ends later"),
    ("fatima", "2026-11-24T09:00", "2026-11-24T09:30", "is over"),
    ("fatima", "2026-11-24", "2027-11-25", "is longer than a year: write at most 366 days."),
    ("fatima", "2026-11-24T10:02", "2026-11-24", "2026-11-24T10:02 is not on the five minutes"),
    ("fatima", "morgen", "2026-11-24", "morgen is no date or local moment: write it as 2026-"),
    ("fatima", "2026-02-30", "2026-11-24", "2026-02-30 is no date"),
    ("fatima", "2026-11-24", "2026-11-24T24:00", "is no date or local moment"),
    ("fatima", "2026-11-24T10:00Z", "2026-11-24", "is no date or local moment"),
    ("fatima", "2026-11-24", "9999-12-31", "9999-12-31 is no date"),
    ("noor", "2026-11-24", "2026-11-24", "There is no worker noor: the config lists fatima, j"),
]


@pytest.mark.parametrize(("worker", "begin", "end", "sentence"), REFUSED)
async def test_what_makes_no_sense_is_one_sentence_and_changes_nothing(
    office: Office, worker: str, begin: str, end: str, sentence: str
) -> None:
    with pytest.raises(OperatorError) as refused:
        await away(office, begin, end, worker)
    assert sentence in str(refused.value)
    assert await office.rows("revision") == []


async def test_a_year_and_a_day_is_not_too_long(office: Office) -> None:
    await away(office, "2026-11-24", "2027-11-24")
    assert len(await office.rows("absence")) == 1


@pytest.mark.parametrize(
    ("school", "begin", "sentence"),
    [
        ("eik", "2026-11-24", "There is no school eik: the config lists linde."),
        ("linde", "2026-11-24T10:00", "is no date: a school closes on dates such as 2026-11-25."),
        ("linde", "2026-11-26", "lies before"),
    ],
)
async def test_a_school_closes_on_whole_dates_only(
    office: Office, school: str, begin: str, sentence: str
) -> None:
    with pytest.raises(OperatorError) as refused:
        await school_closed(office.config, school, begin, "2026-11-25", "all", TUESDAY)
    assert sentence in str(refused.value)
    assert await office.rows("revision") == []


async def test_what_was_said_by_mistake_is_taken_back_and_who_was_told_hears_it(
    office: Office,
) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)
    await away(office, "2026-11-24", "2026-12-11")
    await office.posts()

    said = await worker_back(office.config, "fatima", "2026-11-30", "2026-12-02", TUESDAY)

    assert said.startswith("Fatima is no longer away from 2026-11-30 to 2026-12-02. Whoever was")
    assert await office.told(NoticeKind.BACK) == [sam.id]
    almanac = await office.almanac()
    assert covering(almanac, noor) is None
    assert covering(almanac, sam) is not None
    gone = almanac.of_worker(FATIMA, date(2026, 12, 8), date(2026, 12, 8))
    assert gone == []


async def test_the_dates_around_those_taken_back_stay_closed(office: Office) -> None:
    sam = await office.books("Sam", TEN + WEEK)
    await school_closed(office.config, "linde", "2026-11-24", "2026-12-08", "all", TUESDAY)
    await office.posts()

    said = await school_open(office.config, "linde", "2026-12-01", "2026-12-02", TUESDAY)

    assert said.startswith("De Linde is no longer closed from 2026-12-01 to 2026-12-02. Whoever")
    assert await office.told(NoticeKind.BACK) == [sam.id]
    held = (await office.almanac()).at_school(LINDE, date(2026, 11, 25), date(2026, 12, 8))
    assert {each.span.start.date() for each in held} == {date(2026, 12, 1)}


async def test_what_nobody_said_cannot_be_taken_back(office: Office) -> None:
    await away(office, "2026-11-24", "2026-11-25")
    for taking_back in (
        worker_back(office.config, "fatima", "2026-11-26", "2026-11-27", TUESDAY),
        worker_back(office.config, "jeroen", "2026-11-24", "2026-11-25", TUESDAY),
        school_open(office.config, "linde", "2026-11-24", "2026-11-25", TUESDAY),
    ):
        with pytest.raises(OperatorError, match=r"is not said to be away|was not closed by hand"):
            await taking_back
    assert len(await office.rows("absence")) == 1


def test_the_command_does_it(shell: Shell) -> None:
    office = Office(shell.folder)
    ahead = office.ahead(system_clock(), 3)
    noor = asyncio.run(office.books("Noor", ahead.span.start))
    on = ahead.span.start.date().isoformat()

    said = shell("away", "fatima", "--from", on, "--until", on)

    sentence = f"Fatima is away from {on} to {on}. Everyone who booked is being told.\n"
    assert said == Ended(0, sentence, "")
    assert asyncio.run(office.told()) == [noor.id]
    assert asyncio.run(office.told(NoticeKind.CARD)) == [noor.id]


def test_the_command_takes_back_what_it_did(shell: Shell) -> None:
    office = Office(shell.folder)
    ahead = office.ahead(system_clock(), 3)
    asyncio.run(office.books("Noor", ahead.span.start))
    on = ahead.span.start.date().isoformat()
    for who in (("fatima",), ("--school", "linde")):
        shell("away", *who, "--from", on, "--until", on)
        said = shell("away", *who, "--from", on, "--until", on, "--undo")
        assert "is no longer" in said.out
        assert f"from {on} to {on}. Whoever was told" in said.out


def test_the_command_closes_a_school(shell: Shell) -> None:
    office = Office(shell.folder)
    ahead = office.ahead(system_clock(), 3)
    noor = asyncio.run(office.books("Noor", ahead.span.start))
    on = ahead.span.start.date().isoformat()

    closed = shell("away", "--school", "linde", "--from", on, "--until", on)
    assert "closed as a building" in closed.out
    assert asyncio.run(office.told()) == [noor.id]
    assert (
        "De Linde is closed from"
        in shell("away", "--school", "linde", "--from", on, "--until", on, "--all").out
    )
    assert asyncio.run(office.told()) == [noor.id]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Name who is away: a worker, or a school with --school ID."),
        (("fatima", "--school", "linde"), "Name who is away: a worker, or a school with"),
        (("fatima", "--all"), "--all is for a school: leave it out"),
        (("--school", "linde", "--all", "--undo"), "--undo opens everything again: leave --all"),
        (("fatima",), "The database holds nothing yet: start the bot with inloop run."),
    ],
)
def test_a_command_in_vain_is_one_sentence_and_makes_nothing(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    (shell.folder / "config.toml").write_text(TEXT)
    on = system_clock().astimezone(ZONE).date().isoformat()
    said = shell("away", *words, "--from", on, "--until", on).sentence
    assert said.startswith(sentence)
    assert list(shell.content()) == ["config.toml"]


async def test_the_running_bot_says_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        noor = await here.pupil("Noor")
        await noor.taps("Eerste vrije tijd")
        await noor.taps("10 uur")

        await worker_away(here.config, "fatima", "2026-11-24", "2026-11-24", TUESDAY)
        await here.clock("2026-11-24T09:35")

        assert "Fatima is er dan niet." in await noor.sees()
        said = len(await noor.texts())
        await worker_away(here.config, "fatima", "2026-11-24", "2026-11-24", TUESDAY)
        await here.clock("2026-11-24T09:40")
        assert len(await noor.texts()) == said
