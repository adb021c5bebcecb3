"""To be forgotten: what goes, who is told, and that it happens once."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from bot.invitations import invite
from flows.errors import AlreadyDoneError
from flows.model import AppointmentId, Audience, Mode, NoticeKind, NoticeState, Role, Status, Typed
from flows.notices import Moot, prepared
from flows.rights.actions import erase
from flows.router import Router
from flows.staff_steps import Day, Talk
from flows.steps import (
    Await,
    Book,
    Bring,
    Card,
    Enter,
    Erase,
    EraseSure,
    Home,
    Mine,
    Together,
    Type,
)
from flows.waiting.job import offer_due
from storage.tables import metadata
from tests.databases import opened
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, rows, texts_of, title
from tests.ports import Account, Ticker, demo_programme, link_in, make_ports
from tests.storage.test_rights import leads_to
from tests.town import TUESDAY

UPDATE = 4711
TWENTY_PAST = TEN + timedelta(minutes=20)
NINE_FORTY = TUESDAY.replace(minute=40)


async def noor_and_fatima(place: Place) -> tuple[Account, Account, AppointmentId]:
    """Noor's talk at ten, with a nickname, and Fatima at her desk."""
    noor, fatima = await place.visitor("Noor"), await place.staff("F", Role.WORKER, "fatima")
    talk = await place.booked(noor)
    await noor.presses(Type(talk, Typed.NICKNAME))
    await noor.types("Nootje")
    return noor, fatima, talk


async def told(place: Place, kind: NoticeKind = NoticeKind.CANCELLED) -> list[dict[str, object]]:
    """What waits to be told, of one kind."""
    found = [each for each in await place.rows("notice") if each["kind"] is kind]
    return [each for each in found if each["state"] is NoticeState.PENDING]


async def test_it_is_asked_once_and_then_everything_is_gone(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    person = await noor.person()

    sure = await noor.presses(EraseSure())
    assert title(sure) == "erase-title"
    assert sure.screen.actions[0].step == Erase()
    done = await noor.presses(Erase())

    assert (title(done), note(done), done.person) == ("erased-done", None, None)
    assert leads_to(person, await place.everything()) == []
    cancelled = await place.talk(talk)
    assert (cancelled.status, cancelled.code) == (Status.CANCELLED, None)


async def test_the_worker_is_told_as_of_any_cancel(place: Place) -> None:
    noor, fatima, talk = await noor_and_fatima(place)

    await noor.presses(Erase())

    [notice] = await told(place)
    assert (notice["person"], notice["appointment"]) == (await fatima.person(), talk)
    shown = await fatima.presses(str(notice["step"]))
    assert texts_of(shown)[0] == "news-cancelled"
    assert "talk-nickname" not in texts_of(await fatima.presses(Talk(talk)))


async def test_the_time_is_offered_to_who_waits_for_it(place: Place) -> None:
    noor, _, _ = await noor_and_fatima(place)
    first, sam = await place.visitor("First"), await place.visitor("Sam")
    await place.booked(first, NINE_FORTY)
    later = await place.booked(sam, TWENTY_PAST)
    await sam.presses(Await(later))

    await noor.presses(Erase())
    await offer_due(place.router.ports)

    assert [each["person"] for each in await told(place, NoticeKind.OFFER)] == [await sam.person()]


async def test_what_was_held_for_who_is_gone_is_free(place: Place) -> None:
    first, sam = await place.visitor("First"), await place.visitor("Sam")
    freed = await place.booked(first, NINE_FORTY + timedelta(minutes=20))
    early = await place.booked(await place.visitor("Early"), NINE_FORTY)
    talk = await place.booked(sam, TWENTY_PAST)
    await sam.presses(Await(talk))
    await first.presses(Erase())
    await offer_due(place.router.ports)
    assert len(await place.rows("hold")) == 1

    await sam.presses(Erase())

    assert await place.rows("hold") == []
    assert {each["appointment"] for each in await place.rows("occupancy")} == {early}
    assert freed not in {each["appointment"] for each in await place.rows("occupancy")}


async def test_who_comes_back_is_a_stranger(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    await noor.presses(Erase())
    before = await place.everything()

    assert title(await noor.starts()) == "welcome-programme"
    for old in (Card(talk), Mine(), Erase(), Type(talk, Typed.LABEL)):
        assert note(await noor.presses(old)) == "refused-stale", old
    assert title(await noor.presses(EraseSure())) == "data-nothing"
    assert title(await noor.types("0612345678")) == "welcome-programme"

    assert await place.everything() == before


async def test_an_update_that_comes_again_erases_once_and_tells_once(place: Place) -> None:
    noor, _, _ = await noor_and_fatima(place)
    first = await noor.presses(Erase(), UPDATE)
    before = await place.everything()

    again = await noor.presses(Erase(), UPDATE)

    assert again.screen == first.screen
    assert await place.everything() == before


async def test_an_update_that_comes_again_leaves_who_came_back_since(place: Place) -> None:
    noor, _, _ = await noor_and_fatima(place)
    await noor.presses(Erase(), UPDATE)
    await noor.presses(Enter(Audience.PARENT))
    before = await place.everything()

    again = await noor.presses(Erase(), UPDATE)

    assert title(again) == "erased-done"
    assert await place.everything() == before


async def test_an_update_that_was_done_is_refused_before_anything_is_touched(
    place: Place,
) -> None:
    """What erasing destroys elsewhere no rollback would bring back."""
    noor, _, _ = await noor_and_fatima(place)
    incoming = noor.incoming(UPDATE)
    async with place.store.work() as work:
        await work.inbox.add(UPDATE, "h", place.clock())
        visit = await place.router.visit(incoming, work)

        with pytest.raises(AlreadyDoneError):
            await erase(Erase(), visit, work, place.router.ports)

        assert await work.people.find(incoming.address) is not None


async def test_the_last_word_is_in_the_language_of_who_goes(place: Place) -> None:
    noor = place.person("Noor", "en")
    await noor.presses("L.uk")
    assert (await noor.presses(Home())).language == "uk"

    assert (await noor.presses(Erase())).language == "uk"
    assert (await noor.presses(Home())).language == "en"


async def test_a_guest_who_is_erased_leaves_and_who_booked_learns_nothing(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    mother = place.person("Mother")
    await mother.starts(link_in(await noor.presses(Bring(talk))))
    guest, card = await mother.person(), await noor.presses(Card(talk))
    pending = await told(place, NoticeKind.APART)
    asked = await noor.presses(Together(talk))

    await mother.presses(Erase())

    assert leads_to(guest, await place.everything()) == []
    assert await told(place, NoticeKind.APART) == pending == []
    assert await told(place) == []
    assert (await noor.presses(Card(talk))).screen == card.screen
    assert (await noor.presses(Together(talk))).screen == asked.screen
    assert (await place.talk(talk)).status is Status.BOOKED


async def test_a_guest_hears_that_the_talk_is_off(place: Place) -> None:
    noor, fatima, talk = await noor_and_fatima(place)
    mother = place.person("Mother")
    await mother.starts(link_in(await noor.presses(Bring(talk))))

    await noor.presses(Erase())

    people = {each["person"] for each in await told(place)}
    assert people == {await mother.person(), await fatima.person()}


async def test_a_link_for_a_guest_is_dead(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    link = link_in(await noor.presses(Bring(talk)))

    await noor.presses(Erase())

    assert note(await place.person("Mother").starts(link)) == "refused-invitation"
    left = [each["role"] for each in await place.rows("invitation")]
    assert Role.GUEST not in left


async def test_a_talk_that_runs_goes_on_of_nobody(place: Place) -> None:
    noor, fatima, talk = await noor_and_fatima(place)
    place.clock.now = TEN + timedelta(minutes=5)

    await noor.presses(Erase())

    stands = await place.talk(talk)
    assert (stands.status, stands.code) == (Status.BOOKED, None)
    assert await told(place) == []
    day = await fatima.presses(Day(TUESDAY.date()))
    assert "code-none" in str(day.screen.lines)
    assert "talk-ending" in {
        each.label.id for each in (await fatima.presses(Talk(talk))).screen.actions
    }


@pytest.mark.parametrize(
    ("role", "subject"), [(Role.WORKER, "fatima"), (Role.COORDINATOR, "sanne")]
)
async def test_a_desk_ends_with_its_account(place: Place, role: Role, subject: str) -> None:
    account = await place.staff("Staff", role, subject)
    sure = await account.presses(EraseSure())
    assert "erase-desk" in texts_of(sure)

    await account.presses(Erase())

    assert await place.rows("staff") == []
    assert title(await account.starts()) == "welcome-programme"


async def test_what_was_on_its_way_to_who_is_gone_is_not_said(place: Place) -> None:
    noor, _, _ = await noor_and_fatima(place)
    place.clock.now = TEN - timedelta(minutes=45)
    person = await noor.person()
    async with place.store.work() as work:
        waiting = await work.outbox.claim(TEN + timedelta(days=1), timedelta(minutes=2), 100)
        await work.commit()
    theirs = [each for each in waiting if each.notice.person == person]
    assert theirs

    await noor.presses(Erase())

    async with place.store.reading() as work:
        for each in theirs:
            assert await prepared(each.notice, work, place.router) == Moot("unreachable")


async def test_nothing_is_written_of_who_is_gone_by_what_was_on_the_way(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    person = await noor.person()
    await noor.presses(Erase())
    before = await place.everything()

    await place.router.take_away_later(person, 5, place.clock())  # type: ignore[arg-type]
    await place.router.remember_card(person, talk, 5)  # type: ignore[arg-type]
    await place.router.reach(noor.incoming().address, reachable=False)

    assert await place.everything() == before


async def test_what_was_typed_leads_to_the_question(place: Place) -> None:
    noor = await place.visitor("Noor")
    for text in ("wis alles van mij", "verwijder mijn gegevens"):
        answer = await noor.types(text)
        assert title(answer) == "erase-title", text


async def test_one_update_at_two_replicas_at_once_erases_once_and_tells_once(
    database_url: str,
) -> None:
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(database_url)) for _ in range(2)]
        one, other = (Router(make_ports(each, Ticker())) for each in stores)
        noor, twin, fatima = Account(one, "Noor"), Account(other, "Noor"), Account(one, "F")
        await fatima.starts(await invite(stores[0], Role.WORKER, "fatima", TUESDAY))
        await noor.starts(demo_programme().schools[0].link)
        await noor.presses(Enter(Audience.PUPIL))
        await noor.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))
        person = await noor.person()

        answers = await asyncio.gather(noor.presses(Erase(), UPDATE), twin.presses(Erase(), UPDATE))

    assert [title(each) for each in answers] == ["erased-done", "erased-done"]
    left = {each.name: await rows(database_url, each.name) for each in metadata.sorted_tables}
    assert leads_to(person, left) == []
    told = [each for each in left["notice"] if each["kind"] is NoticeKind.CANCELLED]
    assert len(told) == 1
