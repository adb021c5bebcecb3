"""`inloop reassign` and `inloop revoke`: who booked is told, the desk is closed."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.errors import OperatorError
from bot.leaving import reassigned, revoked
from flows.changes import Departure
from flows.hours.coverage import covering
from flows.model import Address, NoticeKind, Person, PersonId, Role, Span
from tests.bot.config_text import GOOD
from tests.bot.office import FATIMA, JEROEN, TEN, TEXT, Office
from tests.bot.shell import Shell
from tests.databases import opened
from tests.town import TUESDAY

WEEK = timedelta(days=7)
WITHOUT_FATIMA = TEXT.replace('"fatima"', '"samira"').replace('"Fatima"', '"Samira"')
LEFT = "Fatima no longer works here. Everyone who booked is being told."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


async def leaves(office: Office, worker: str = "fatima", to: str | None = None) -> list[str]:
    return await reassigned(office.config, worker, to, TUESDAY)


async def departures(office: Office) -> list[Departure]:
    return list((await office.almanac()).changes.departures)


async def takes_desk(office: Office, role: Role, subject: str) -> PersonId:
    async with opened(office.url) as store, store.work() as work:
        new = Person(PersonId(0), "nl")
        person = (await work.people.add(Address("telegram", subject), new, TUESDAY)).id
        await work.people.join(person, role, subject, TUESDAY)
        await work.invitations.add("token", role, subject, TUESDAY + WEEK)
        await work.commit()
    return person


async def test_everybody_who_booked_is_told_and_no_hours_are_left(office: Office) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)

    said = await leaves(office, to="jeroen")

    assert said == [f"{LEFT} Jeroen is offered first."]
    assert await office.told() == [noor.id, sam.id]
    assert await departures(office) == [Departure(FATIMA, "Fatima", JEROEN)]
    assert covering(await office.almanac(), sam) is None


async def test_said_again_it_changes_only_who_is_offered(office: Office) -> None:
    noor = await office.books("Noor")
    await leaves(office)
    office.writes(WITHOUT_FATIMA)

    said = await leaves(office, to="jeroen")

    assert said == [f"{LEFT} Jeroen is offered first."]
    assert await departures(office) == [Departure(FATIMA, "Fatima", JEROEN)]
    assert await office.told() == [noor.id]
    assert await leaves(office) == [LEFT]
    assert await departures(office) == [Departure(FATIMA, "Fatima")]


async def test_who_was_dropped_from_the_config_first_is_told_of_all_the_same(
    office: Office,
) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)
    async with opened(office.url) as store, store.work() as work:
        await work.hours.add_absence(FATIMA, Span(TUESDAY, TEN + timedelta(hours=1)), TUESDAY)
        await work.commit()
    office.writes(WITHOUT_FATIMA)

    assert await leaves(office) == [LEFT]

    assert await office.told() == [sam.id]
    almanac = await office.almanac()
    left = almanac.programme.worker(FATIMA)
    assert left is not None
    assert left.name == "Fatima"
    await leaves(office)
    assert await office.told() == [sam.id]
    assert noor.id not in await office.told()


async def test_who_booked_at_the_door_is_told_by_the_school(office: Office) -> None:
    await office.books(None, code=1)
    await office.books("Noor", TEN + WEEK)

    said = await leaves(office)

    assert said == [
        LEFT,
        "Booked at the door, so only the school can tell them:",
        "2026-11-24 10:00, De Linde, 🟡🐟 gele vis",
    ]
    assert await leaves(office) == said


async def test_the_desk_is_closed_and_its_invitations_end(office: Office) -> None:
    await takes_desk(office, Role.WORKER, "fatima")
    await leaves(office)
    assert await office.rows("staff") == []
    assert await office.rows("invitation") == []


@pytest.mark.parametrize(
    ("worker", "to", "sentence"),
    [
        ("noor", None, "There is no worker noor: the config lists fatima, jeroen."),
        ("fatima", "noor", "There is no worker noor: the config lists fatima, jeroen."),
        ("fatima", "fatima", "fatima is who left: name a colleague with --to."),
        ("fatima", "jeroen", "jeroen left, too: name somebody else with --to."),
    ],
)
async def test_a_slip_of_the_pen_is_one_sentence_and_nobody_left(
    office: Office, worker: str, to: str | None, sentence: str
) -> None:
    await leaves(office, "jeroen")
    with pytest.raises(OperatorError) as refused:
        await leaves(office, worker, to)
    assert str(refused.value) == sentence
    assert [each.worker for each in await departures(office)] == [JEROEN]


async def test_a_chat_is_closed_at_once_and_it_is_said_whether_anybody_had_it(
    office: Office,
) -> None:
    for role, subject in ((Role.COORDINATOR, "sanne"), (Role.WORKER, "fatima")):
        await takes_desk(office, role, subject)

        first = await revoked(office.config, role.value, subject)

        assert first == (
            f"The chat of {subject} is closed. Invitations that were not used no longer work."
        )
        assert await office.rows("staff") == []
        assert await office.rows("invitation") == []
        again = await revoked(office.config, role.value, subject)
        assert again.startswith(f"Nobody had the chat of {subject}. Invitations")


async def test_a_chat_of_somebody_the_config_dropped_is_closed_too(office: Office) -> None:
    await takes_desk(office, Role.WORKER, "fatima")
    office.writes(WITHOUT_FATIMA)
    assert (await revoked(office.config, "worker", "fatima")).startswith("The chat of fatima is")
    with pytest.raises(OperatorError, match="There is no worker fatima: the config lists samira"):
        await revoked(office.config, "worker", "fatima")


async def test_a_mail_address_is_named_for_it_would_open_the_desk_again(office: Office) -> None:
    mail = 'email = "fatima@example.org"\nprovider = "zeilvast"'
    tail = (
        '[mail]\nhost = "smtp.example.org"\nsender = "inloop@example.org"\n'
        '[web]\npublic_url = "https://inloop.example.org"\n'
    )
    office.writes(GOOD.replace('provider = "zeilvast"', mail, 1) + tail)
    said = await revoked(office.config, "worker", "fatima")
    assert said.endswith("at the next start: remove email.")


def test_the_commands_do_it(shell: Shell) -> None:
    office = Office(shell.folder)
    noor = asyncio.run(office.books("Noor", office.ahead(system_clock(), 3).span.start))
    asyncio.run(takes_desk(office, Role.COORDINATOR, "sanne"))

    assert shell("revoke", "coordinator", "sanne").out.startswith("The chat of sanne is closed.")
    assert shell("revoke", "boss", "sanne").sentence.startswith("boss is no role: write worker")
    assert shell("reassign", "fatima", "--to", "jeroen").out == (
        f"{LEFT} Jeroen is offered first.\n"
    )
    assert asyncio.run(office.told()) == [noor.id]
    assert asyncio.run(office.told(NoticeKind.CARD)) == [noor.id]


def test_on_an_empty_database_they_are_one_sentence_and_make_nothing(shell: Shell) -> None:
    for words in (("reassign", "fatima"), ("revoke", "worker", "fatima")):
        assert shell(*words).sentence.startswith("The database holds nothing yet: start the bot")
    assert list(shell.content()) == ["config.toml"]
