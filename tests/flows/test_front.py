"""Everything that is no button: links, commands, typed text, voice and pictures."""

from datetime import timedelta

import pytest

from bot.invitations import invite
from flows.front import COMMANDS
from flows.model import Audience, MessageId, Mode, Role
from flows.programme import code_digest
from flows.router import Answer
from flows.steps import Book, GivePhone, Home, Share
from tests.flows.place import FATIMA, HALF_PAST_TWELVE, JEROEN, LINDE, TEN, Place, note, title
from tests.ports import Account, demo_programme, front

LINK = demo_programme().schools[0].link
UPDATE = 4712


async def says(account: Account, text: str, update: int | None = None) -> Answer:
    """Type a message, perhaps one that is delivered again."""
    return await front(account.router).text(account.incoming(update), text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("start", "today-title"),
        ("today", "today-title"),
        ("week", "week-title"),
        ("book", "times-anybody"),
        ("appointments", "mine-none"),
        ("help", "help-near"),
        ("language", "language-choose"),
        ("privacy", "privacy-what"),
    ],
)
async def test_every_command_leads_to_its_screen(place: Place, name: str, shown: str) -> None:
    noor = await place.visitor("Noor")

    answer = await front(place.router).command(noor.incoming(), name, "")

    assert (title(answer), answer.note) == (shown, None)
    assert name in COMMANDS


@pytest.mark.parametrize("payload", ["", "s_linde_h4VqT9mZ"])
async def test_an_unknown_command_gets_a_word_and_the_start_screen(
    place: Place, payload: str
) -> None:
    noor = await place.visitor("Noor")

    answer = await front(place.router).command(noor.incoming(), "settings", payload)

    assert (note(answer), title(answer)) == ("unknown-command", "today-title")


async def test_the_link_opens_its_school_and_is_remembered_as_a_digest(place: Place) -> None:
    noor = place.person("Noor")

    assert title(await noor.starts(LINK)) == "welcome-school"

    (row,) = await place.rows("person")
    assert (row["school"], row["school_code"]) == ("linde", code_digest("h4VqT9mZ"))


async def test_another_schools_link_leads_there_and_keeps_the_role(place: Place) -> None:
    noor = await place.visitor("Noor", Audience.PARENT)

    answer = await noor.starts(next(s.link for s in demo_programme().schools if s.id == "windkant"))

    assert title(answer) == "today-title"
    (row,) = await place.rows("person")
    assert (row["school"], row["audience"]) == ("windkant", Audience.PARENT)


@pytest.mark.parametrize("payload", ["s_linde_p8XcR2wN", "linde", "i", "é", "x" * 64])
async def test_a_link_that_never_was_changes_nothing(place: Place, payload: str) -> None:
    noor = await place.visitor("Noor")
    before = await place.everything()

    answer = await noor.starts(payload)

    assert (note(answer), title(answer)) == ("unknown-link", "today-title")
    assert await place.everything() == before


async def test_an_invitation_opens_the_desk_once(place: Place) -> None:
    payload = await invite(place.store, Role.WORKER, "fatima", place.clock())
    fatima, mallory = place.person("Fatima"), place.person("Mallory")

    joined = await fatima.starts(payload)

    assert (note(joined), title(joined)) == ("note-joined", "desk-title")
    assert note(await mallory.starts(payload)) == "refused-invitation"
    assert title(await mallory.presses(Home())) == "welcome-programme"
    assert len(await place.rows("person")) == 1


async def test_who_takes_up_an_invitation_keeps_what_was_known(place: Place) -> None:
    fatima = await place.visitor("Fatima", Audience.STAFF)

    await fatima.starts(await invite(place.store, Role.WORKER, "fatima", place.clock()))

    (row,) = await place.rows("person")
    assert row["audience"] is Audience.STAFF


@pytest.mark.parametrize("payload", ["i_", "i_nothing", "i_s_linde_h4VqT9mZ"])
async def test_an_invitation_that_never_was_is_refused(place: Place, payload: str) -> None:
    mallory = place.person("Mallory")

    answer = await mallory.starts(payload)

    assert (note(answer), title(answer)) == ("refused-invitation", "welcome-programme")
    assert await place.rows("person") == []


async def test_a_cry_for_help_comes_before_the_awaited_number(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor, mode=Mode.PHONE)

    assert title(await noor.types("113")) == "help-near"
    assert note(await noor.types("0612345678")) == "note-phone"


async def test_a_stranger_who_types_gets_a_word_and_is_not_remembered(place: Place) -> None:
    answer = await place.person("Noor").types("hoi")

    assert (note(answer), title(answer)) == ("heard-hello", "welcome-programme")
    assert await place.rows("person") == []


async def test_what_nobody_heard_or_saw_leads_to_who_to_call(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await front(place.router).media(noor.incoming())

    assert (note(answer), title(answer)) == ("unknown-media", "help-near")


async def test_the_awaited_number_is_kept_once_and_its_message_is_to_vanish(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)

    wrong = await noor.types("mijn nummer")
    right = await noor.types("06 12345678")
    later = await noor.types("06 87654321")

    assert (note(wrong), wrong.forget, wrong.screen.card) == ("refused-phone", False, talk)
    assert (note(right), right.forget, right.screen.card) == ("note-phone", True, talk)
    assert (title(later), later.forget) == ("unsure-title", False)
    async with place.store.reading() as work:
        assert await work.appointments.phone(talk) == "0612345678"


async def test_a_number_delivered_twice_shows_the_card_again_and_vanishes(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)
    await says(noor, "0612345678", UPDATE)
    before = await place.everything()

    again = await says(noor, "0612345678", UPDATE)

    assert (again.screen.card, again.forget) == (talk, True)
    assert await place.everything() == before


async def test_after_a_quarter_of_an_hour_no_number_is_awaited(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, HALF_PAST_TWELVE, JEROEN)
    phone = await place.booked(noor, TEN, mode=Mode.PHONE)
    place.clock.advance(timedelta(minutes=15))

    assert title(await noor.types("0612345678")) == "unsure-title"
    assert not (await place.talk(phone)).has_phone
    assert not (await place.talk(talk)).has_phone


async def test_a_number_can_be_asked_for_again(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)
    place.clock.advance(timedelta(minutes=16))

    asked = await noor.presses(GivePhone(talk))
    given = await noor.types("0612345678")

    assert note(asked) == "note-type-phone"
    assert note(given) == "note-phone"
    assert note(await noor.presses(GivePhone(talk))) is None


async def test_of_a_cancelled_talk_no_number_is_wanted_any_more(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, mode=Mode.PHONE)
    held = await place.talk(talk)
    async with place.store.work() as work:
        await work.appointments.cancel(held, place.clock())
        await work.commit()

    answer = await noor.types("0612345678")

    assert (note(answer), title(answer)) == ("unknown-text", "today-title")
    assert not (await place.talk(talk)).has_phone
    assert note(await noor.presses(GivePhone(talk))) is None
    assert await place.rows("awaiting") == []


async def test_an_awaited_text_of_another_purpose_is_no_phone_number(place: Place) -> None:
    """A row of a version to come."""
    noor = await place.visitor("Noor")
    async with place.store.work() as work:
        until = place.clock() + timedelta(minutes=15)
        await work.awaiting.put(await noor.person(), "name", "h", place.clock(), until)
        await work.commit()

    assert note(await noor.types("0612345678")) == "unknown-text"
    assert await place.rows("awaiting") == []


async def test_the_pressed_message_is_the_card_of_what_was_booked(place: Place) -> None:
    noor = await place.visitor("Noor")
    await noor.presses(Share(0))
    wish = Book(FATIMA, LINDE, TEN, Mode.SCHOOL)

    answer = await place.router.press(noor.incoming(message=MessageId(7)), wish.pack())

    assert answer.screen.card_at == 7
