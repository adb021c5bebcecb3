"""A phone that others look at: asked once, and then nothing of a talk stays in sight."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.booking.codes import COUNT, code_line, pictures
from flows.booking.typed import _ways, code_of
from flows.model import (
    CAN_BE_TAKEN_AWAY,
    AppointmentId,
    Audience,
    Mode,
    NoticeKind,
    PersonId,
    Reminded,
    Role,
)
from flows.router import Answer
from flows.steps import (
    Book,
    Calendar,
    Card,
    CardMore,
    Home,
    Mine,
    Privacy,
    Remind,
    Reminder,
    Share,
    Sharing,
    Unlock,
)
from flows.texts import Texts, known_languages
from flows.visit import READ
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, title
from tests.ports import Account
from tests.town import ZONE

WISH = Book(FATIMA, LINDE, TEN, Mode.SCHOOL)
TWENTY = timedelta(minutes=20)


async def asked(place: Place, audience: Audience = Audience.PUPIL) -> tuple[Account, Answer]:
    """Somebody who tapped a time for the first time."""
    noor = await place.visitor("Noor", audience)
    noor.shares = None
    return noor, await noor.presses(WISH)


async def watched(place: Place) -> tuple[Account, AppointmentId]:
    """Noor, on whose phone others look, and her talk."""
    noor = await place.visitor("Noor")
    noor.shares = True
    answer = await noor.presses(WISH)
    assert answer.screen.card is not None
    return noor, answer.screen.card


def offered(answer: Answer) -> list[Unlock]:
    return [each.step for each in answer.screen.choices if isinstance(each.step, Unlock)]


@pytest.mark.parametrize("audience", [Audience.PUPIL, Audience.PARENT])
async def test_before_the_first_talk_it_is_asked_and_nothing_is_booked(
    place: Place, audience: Audience
) -> None:
    _, answer = await asked(place, audience)

    assert [each.id for each in answer.screen.lines] == ["shared-why", "shared-ask"]
    assert await place.rows("appointment") == []
    assert await place.rows("notice") == []


async def test_the_answer_books_the_time_that_was_tapped(place: Place) -> None:
    noor, answer = await asked(place)

    booked = await noor.presses(answer.screen.actions[1].step)

    assert booked.screen.card is not None
    assert (await place.talk(booked.screen.card)).span.start == TEN


async def test_it_is_asked_once(place: Place) -> None:
    noor, answer = await asked(place)
    await noor.presses(answer.screen.actions[1].step)

    second = await noor.presses(replace(WISH, start=TEN + TWENTY))

    assert second.screen.card is not None


async def test_people_of_the_school_are_not_asked(place: Place) -> None:
    _, answer = await asked(place, Audience.STAFF)
    assert answer.screen.card is not None


async def test_a_time_that_went_meanwhile_is_not_there_any_more(place: Place) -> None:
    noor, answer = await asked(place)
    await place.booked(await place.visitor("Sam"))

    late = await noor.presses(answer.screen.actions[1].step)

    assert note(late) == "refused-taken"


async def test_a_button_that_was_cut_off_books_nothing(place: Place) -> None:
    noor = await place.visitor("Noor")
    assert note(await noor.presses(Share(0, FATIMA))) == "refused-stale"


async def test_what_was_said_can_be_changed_under_privacy(place: Place) -> None:
    noor, talk = await watched(place)
    privacy = await noor.presses(Privacy())
    *_, key = privacy.screen.actions
    noor.shares = None
    question = await noor.presses(key.step)

    changed = await noor.presses(question.screen.actions[1].step)

    assert note(changed) == "note-kept"
    assert title(await noor.presses(Mine())) == title(await noor.presses(Card(talk)))


async def test_who_is_nobody_yet_is_not_asked_about_a_phone(place: Place) -> None:
    stranger = place.person("Mallory")
    assert (await stranger.presses(Privacy())).screen.actions == ()
    assert note(await stranger.presses(Sharing())) == "refused-stale"


async def test_a_shared_phone_gets_reminders_only_when_they_are_wanted(place: Place) -> None:
    noor, _ = await watched(place)
    (row,) = [each for each in await place.rows("person") if each["id"] == await noor.person()]
    assert (row["shared"], row["reminded"]) == (True, Reminded.NOTHING)

    await noor.presses(Remind(Reminded.DAY))

    (row,) = [each for each in await place.rows("person") if each["id"] == await noor.person()]
    assert row["reminded"] is Reminded.DAY


async def test_a_card_goes_when_it_was_read_and_news_within_what_telegram_allows(
    place: Place,
) -> None:
    noor, talk = await watched(place)
    now = place.clock()

    assert (await noor.presses(Card(talk))).screen.vanish_at == now + READ
    async with place.store.reading() as work:
        person = await work.people.get(await noor.person())
        assert person is not None
        step = Reminder(talk, NoticeKind.MORNING)
        told = await place.router.view_for(person, noor.incoming().address, step, work)
    assert told.screen.vanish_at == now + CAN_BE_TAKEN_AWAY < now + timedelta(hours=47)
    assert (await noor.presses(Home())).screen.vanish_at is None


async def test_no_file_for_the_calendar(place: Place) -> None:
    noor, talk = await watched(place)

    more = await noor.presses(CardMore(talk))
    assert Calendar(talk) not in [each.step for each in more.screen.choices]
    assert note(await noor.presses(Calendar(talk))) == "refused-stale"


async def test_the_start_screen_does_not_say_that_there_is_a_talk(place: Place) -> None:
    noor, _ = await watched(place)
    home = await noor.presses(Home())
    assert Mine() not in [each.step for each in home.screen.actions]


async def its_code(place: Place, talk: AppointmentId) -> int:
    code = (await place.talk(talk)).code
    assert code is not None
    return code


async def test_my_talks_open_with_their_pictures_only(place: Place) -> None:
    noor, talk = await watched(place)
    code = await its_code(place, talk)

    mine = await noor.presses(Mine())

    assert title(mine) == "locked-ask"
    assert len(offered(mine)) == 8
    assert Unlock(code) in offered(mine)
    wrong = next(each for each in offered(mine) if each.pictures != code)
    assert title(await noor.presses(wrong)) == "locked-wrong"
    assert (await noor.presses(Unlock(code))).screen.card == talk


def said(language: str, code: int) -> str:
    return Texts(known_languages(), ZONE).say(language, code_line(code))


@pytest.mark.parametrize("language", known_languages())
async def test_the_words_of_the_pictures_open_a_talk_too_and_go(
    place: Place, language: str
) -> None:
    noor, talk = await watched(place)
    told = said(language, await its_code(place, talk))

    for typed in (told, told.split(" ", 1)[1].upper(), told.split(" ", 1)[0]):
        answer = await noor.types(typed)
        assert (answer.screen.card, answer.forget) == (talk, True)
        assert answer.screen.vanish_at is not None


async def test_the_words_of_other_pictures_open_nothing_and_count_as_a_guess(place: Place) -> None:
    noor, talk = await watched(place)
    code = await its_code(place, talk)
    wrong = said("nl", (code + 1) % COUNT)

    for _ in range(5):
        answer = await noor.types(wrong)
        assert (title(answer), answer.forget) == ("locked-wrong", True)

    assert title(await noor.types(said("nl", code))) == "locked-enough"


async def test_where_nobody_else_looks_or_nothing_is_booked_the_words_are_a_text(
    place: Place,
) -> None:
    noor = await place.visitor("Noor")
    await noor.presses(WISH)
    sam = await place.visitor("Sam")
    await sam.presses(Share(1))

    for each in (noor, sam, place.person("Somebody")):
        answer = await each.types("blauwe vis")
        assert answer.forget is False
        assert not title(answer).startswith("locked")


def test_no_way_to_write_a_code_is_one_of_another() -> None:
    ways = set(_ways())
    assert len({way for way, _ in ways}) == len(ways)
    assert {code for _, code in ways} == set(range(COUNT))
    assert [code_of(each) for each in ("", " ", "!", "vis", "blauwe")] == [None] * 5


async def test_whoever_guesses_is_stopped(place: Place) -> None:
    noor, talk = await watched(place)
    code = await its_code(place, talk)
    others = [each for each in offered(await noor.presses(Mine())) if each.pictures != code]
    for each in others[:5]:
        await noor.presses(each)

    answer = await noor.presses(Unlock(code))

    assert title(answer) == "locked-enough"
    assert offered(answer) == []
    place.clock.advance(timedelta(hours=1))
    assert title(await noor.presses(Mine())) != "locked-enough"


async def test_without_a_talk_there_is_nothing_to_open(place: Place) -> None:
    noor = await place.visitor("Noor")
    await noor.presses(Share(1))
    assert title(await noor.presses(Mine())) == "mine-none"


async def test_a_worker_at_the_desk_is_never_asked(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    assert title(await fatima.presses(Home())) != "shared-ask"


async def test_the_pictures_are_the_same_whoever_looks_and_hold_the_own_ones(
    place: Place,
) -> None:
    talk = await place.talk((await watched(place))[1])
    for code in range(COUNT):
        shown = pictures(PersonId(1), [replace(talk, code=code)])
        assert len(set(shown)) == 8
        assert code in shown
        assert shown == pictures(PersonId(1), [replace(talk, code=code)])
    own = await its_code(place, talk.id)
    places = {pictures(PersonId(n), [talk]).index(own) for n in range(99)}
    assert places == set(range(8))
