"""A crawl: every role presses every button it is shown, and every screen keeps the house rules."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.invitations import invite
from bot.telegram.words import message
from flows.demand.job import release_due
from flows.demand.periods import monday_of
from flows.model import (
    AppointmentId,
    Audience,
    Consult,
    Crisis,
    End,
    Intent,
    Mode,
    NoticeKind,
    Page,
    Question,
    Role,
    Smile,
    Typed,
)
from flows.packing import Do, Show, Step
from flows.policy import BookingLimits, Limits
from flows.programme import ref_of
from flows.router import Answer, Router
from flows.routes import DOS, SHOWS
from flows.screen import MAX_ACTIONS, MAX_CHOICES, Screen
from flows.staff_steps import (
    Again,
    Ask,
    Block,
    Came,
    Conclude,
    Daily,
    Day,
    Digest,
    DoorText,
    Ended,
    Ending,
    EndSure,
    Gone,
    Late,
    Leave,
    News,
    NextTimes,
    Number,
    Regular,
    Reopen,
    Return,
    Seats,
    Sheet,
    Talk,
    Trend,
)
from flows.steps import (
    STEPS,
    About,
    Apart,
    Attend,
    Await,
    Book,
    Bring,
    Calendar,
    Call,
    Cancel,
    Card,
    CardMore,
    Consults,
    Decline,
    Delay,
    Delays,
    Discuss,
    Enter,
    Erase,
    Erased,
    Groups,
    Home,
    Interpret,
    Meant,
    Mine,
    Nobody,
    Offer,
    Opinion,
    Part,
    Rate,
    Reminder,
    Share,
    Sharing,
    Sorry,
    Speak,
    Stop,
    Thanks,
    There,
    Together,
    Told,
    Type,
    Unbring,
    Unlock,
    Unsure,
    unpack,
)
from flows.texts import Texts, known_languages
from flows.waiting.job import offer_due
from storage.releasing import Releasing
from storage.unit import Store
from tests.databases import fresh_sqlite, opened
from tests.house.plain import MOST_SENTENCES, MOST_WORDS, sentences, words
from tests.ports import Account, Ticker, buttons, demo_programme, link_in, make_ports
from tests.town import TUESDAY

MOST_LINES_OF_A_DIGEST = 8
TOLD = (NoticeKind.BOOKED, NoticeKind.MOVED, NoticeKind.CANCELLED)
CHANGED = (NoticeKind.BOOKED, NoticeKind.BACK, NoticeKind.LATE, NoticeKind.PLACE)
LINDE = ref_of("linde")
REMINDED = (NoticeKind.EVENING, NoticeKind.MORNING, NoticeKind.HOUR)
WITH_A_DAY = (Intent.PRESENCE, Intent.BOOK)
VISITS = 1
"""How often one shape of button is followed; the next page of a list looks alike."""
LANGUAGE = "nl"
"""Of the accounts; every screen they come by is said in all languages."""
MANY = Limits(booking=BookingLimits(ahead=20))
"""So that a crawl may book in every way."""

BEGUN_BY_THE_BOT = {
    Home, Call, Reminder, News, Number, Digest, Sheet, Trend, Block, Told, Daily, Ask, Ended,
    Offer, Apart, Unsure, There, Meant, About,
}  # fmt: skip
BROUGHT_BY_TIME = {
    Sorry, Nobody, DoorText, Return, Ending, EndSure, Came, Conclude, Again, NextTimes, Late,
    Reopen, Interpret, Delay, Delays, Type, Consults, Discuss, Opinion, Thanks, Rate, Decline,
    Together, Bring, Unbring, Part, Seats, Stop, Share, Unlock, Erased,
}  # fmt: skip
"""What a crawl on a single moment does not come by; two tests below do, or a conversation."""


@dataclass
class House:
    """What a crawl needs."""

    store: Store
    router: Router
    texts: Texts
    seen: set[type[Step]] = field(default_factory=set)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    programme = demo_programme()
    async with opened(fresh_sqlite(tmp_path)) as store:
        yield House(
            store,
            Router(make_ports(store, Ticker(), MANY)),
            Texts(known_languages(), programme.zone),
        )


async def _stranger(house: House, language: str) -> Account:
    account = Account(house.router, f"stranger-{language}", language)
    await account.starts()
    return account


async def _visitor(house: House, language: str, audience: Audience) -> Account:
    account = Account(house.router, f"{audience.value}-{language}", language)
    await account.starts(demo_programme().schools[0].link)
    await account.presses(Enter(audience))
    return account


async def _outsider(house: House, language: str) -> Account:
    account = Account(house.router, f"outsider-{language}", language)
    await account.presses(Enter(Audience.PUPIL))
    return account


async def _staff(house: House, language: str, role: Role, subject: str) -> Account:
    account = Account(house.router, f"{role.value}-{language}", language)
    await account.starts(await invite(house.store, role, subject, TUESDAY))
    return account


async def _books_by_phone(account: Account) -> None:
    """A talk with Fatima at half past nine, ten minutes from now, with a number to call."""
    fatima, linde = ref_of("fatima"), ref_of("linde")
    await account.presses(Book(fatima, linde, TUESDAY + timedelta(minutes=10), Mode.PHONE))
    await account.types("0612345678")


async def _newest_talk(house: House, account: Account) -> AppointmentId:
    async with house.router.ports.reading() as work:
        talks = await work.appointments.ahead(await account.person(), TUESDAY)
    return talks[-1].id


def _ticker(house: House) -> Ticker:
    ticker = house.router.ports.clock
    assert isinstance(ticker, Ticker)
    return ticker


async def _released(house: House, span: timedelta) -> date:
    """Publish the running block, as the Mondays to come would."""
    releasing = Releasing(house.store.engine)
    await release_due(releasing, house.router.ports, Random(1))
    _ticker(house).advance(span)
    weeks = await release_due(releasing, house.router.ports, Random(1))
    return monday_of(weeks[-1])


async def _crawl(house: House, account: Account) -> None:
    """Follow every button from home; a do step is taken too, then its outcome is looked at.

    What changes school or language comes last, for it closes the doors behind it; what erases
    everything would leave others nobody to look at.
    """
    assert account.last is not None
    waiting, leaving, known = [account.last], list[str](), {Home().pack()}
    visits = Counter[str]()
    while waiting or leaving:
        if not waiting:
            waiting.append(await account.presses(leaving.pop(0)))
        answer = waiting.pop(0)
        _keeps_the_rules(house, answer)
        for data in _offered(house, answer):
            shape = data[0] + re.sub(r"[^.]{2,}", "_", data[1:])
            if data in known or visits[shape] >= VISITS:
                continue
            known.add(data)
            house.seen.add(type(unpack(data)))
            visits[shape] += 1
            if isinstance(unpack(data), Attend | Speak):
                leaving.append(data)
            elif not isinstance(unpack(data), Erase):
                waiting.append(await account.presses(data))
                visits[shape] -= _was_refused(waiting[-1])


def _was_refused(answer: Answer) -> bool:
    """A press that came too late shows nothing new of its kind, so it does not count."""
    return answer.note is not None and answer.note.id.startswith("refused-")


def _offered(house: House, answer: Answer) -> list[str]:
    keyboard = message(answer, house.texts).keyboard.inline_keyboard
    return [str(key.callback_data).removeprefix("+") for row in keyboard for key in row]


def _keeps_the_rules(house: House, answer: Answer) -> None:
    """In every language: what a screen may hold, and what it may say."""
    screen = answer.screen
    assert len(screen.actions) <= MAX_ACTIONS, screen
    assert len(screen.choices) <= MAX_CHOICES, screen
    for each in known_languages():
        _is_short(house, screen, each)
        _has_good_buttons(house, replace(answer, language=each))


def _is_short(house: House, screen: Screen, language: str) -> None:
    said = [house.texts.say(language, each) for each in screen.lines if not each.item]
    found = [one for each in said for one in sentences(each)]
    most = MOST_LINES_OF_A_DIGEST if screen.picture else MOST_SENTENCES
    assert len(found) <= most, found
    assert all(len(words(one)) <= MOST_WORDS for one in found), found


def _has_good_buttons(house: House, answer: Answer) -> None:
    screen, shown = answer.screen, message(answer, house.texts)
    assert len(shown.html) <= (1024 if screen.picture or screen.photo else 4096)
    for row in shown.keyboard.inline_keyboard:
        for key in row:
            assert 1 <= len(str(key.callback_data).encode()) <= 64
            assert isinstance(unpack(str(key.callback_data).removeprefix("+")), Show | Do)
            assert re.match(r"^\W+ \W*\w", key.text) or screen.choices, key.text


async def test_every_button_of_every_role_leads_to_a_screen_that_keeps_the_rules(
    house: House,
) -> None:
    booked = await _visitor(house, "n", Audience.PUPIL)
    await _books_by_phone(booked)
    accounts = [
        await _stranger(house, LANGUAGE),
        await _outsider(house, LANGUAGE),
        *[await _visitor(house, LANGUAGE, each) for each in Audience],
        await _staff(house, LANGUAGE, Role.WORKER, "fatima"),
        await _staff(house, LANGUAGE, Role.COORDINATOR, "sanne"),
    ]

    for account in accounts:
        await _crawl(house, account)
    for account in accounts:
        _keeps_the_rules(house, await account.presses(Erase()))

    assert set(STEPS) - house.seen <= BEGUN_BY_THE_BOT | BROUGHT_BY_TIME


async def test_what_the_bot_says_unasked_keeps_the_rules(house: House) -> None:
    worker = await _staff(house, LANGUAGE, Role.WORKER, "fatima")
    colleague = await _staff(house, f"{LANGUAGE}-colleague", Role.WORKER, "jeroen")
    sanne = await _staff(house, LANGUAGE, Role.COORDINATOR, "sanne")
    parent = await _visitor(house, LANGUAGE, Audience.PARENT)
    await _books_by_phone(parent)
    talk = await _newest_talk(house, parent)
    unasked = [
        *[await worker.presses(News(talk, k)) for k in TOLD],
        await worker.presses(News(talk, NoticeKind.MOVED, TUESDAY)),
        await colleague.presses(News(talk, NoticeKind.CANCELLED, TUESDAY)),
        *[await parent.presses(Reminder(talk, k)) for k in REMINDED],
        await worker.presses(Number(talk)),
        await worker.presses(Daily(TUESDAY.date())),
        await worker.presses(Ask(LINDE, TUESDAY.date())),
    ]
    monday = await _released(house, timedelta(weeks=6))
    unasked += [await sanne.presses(each(monday)) for each in (Digest, Sheet, Trend)]
    unasked += [await sanne.presses(Block(monday, page)) for page in Page if page is not Page.TOPIC]

    for answer in unasked:
        assert answer.note is None
        _keeps_the_rules(house, answer)


@pytest.mark.parametrize("audience", Audience)
async def test_what_can_be_added_to_a_talk_keeps_the_rules(
    house: House, audience: Audience
) -> None:
    person = await _visitor(house, LANGUAGE, audience)
    await _books_by_phone(person)
    talk = await _newest_talk(house, person)
    added = [await person.presses(Type(talk, each)) for each in Typed]
    added += [await person.types("Noor & <b>co</b>"), await person.presses(CardMore(talk))]
    added += [await person.presses(key.step) for key in added[-1].screen.choices]
    if audience is Audience.STAFF:
        added += [await person.presses(Discuss(talk, each)) for each in Consult]
    added += [await person.presses(Opinion(each)) for each in Question]
    added += [await person.presses(Rate(Question.CLEAR, Smile.SO_SO))]

    for answer in added:
        _keeps_the_rules(house, answer)


async def test_what_changes_a_talk_is_told_by_the_rules(house: House) -> None:
    worker = await _staff(house, LANGUAGE, Role.WORKER, "fatima")
    parent = await _visitor(house, LANGUAGE, Audience.PARENT)
    await _books_by_phone(parent)
    talk = await _newest_talk(house, parent)
    today, nine = TUESDAY.date(), TUESDAY.replace(hour=9, minute=0)
    told = [
        *[await parent.presses(Told(talk, k, 20)) for k in CHANGED],
        await parent.presses(Told(talk, NoticeKind.LAPSED)),
    ]
    await worker.presses(Leave(TUESDAY, TUESDAY.replace(hour=12)))
    told += [
        await parent.presses(Told(talk, NoticeKind.AWAY)),
        await parent.presses(Card(talk)),
        await parent.presses(Reminder(talk, NoticeKind.HOUR)),
        await parent.presses(Home()),
        await worker.presses(DoorText(ref_of("fatima"), today)),
        await worker.presses(Home()),
        await worker.presses(Gone()),
    ]
    [back] = told[-1].screen.choices
    told.append(await worker.presses(back.step))
    _ticker(house).advance(timedelta(minutes=15))
    told += [
        await parent.presses(Card(talk)),
        await parent.presses(Nobody(talk, 1)),
        await worker.presses(News(talk, NoticeKind.NOBODY)),
        await worker.presses(Ended(LINDE, nine)),
        await worker.presses(Ending(talk)),
        await worker.presses(Came(talk, 1)),
        await worker.presses(EndSure(talk, End.REFERRAL)),
        await worker.presses(Conclude(talk, End.ANOTHER)),
    ]
    told.append(await worker.presses(told[-1].screen.choices[0].step))
    told.append(await worker.presses(Ending(talk)))

    for answer in told:
        assert answer.note is None or not answer.note.id.startswith("refused-"), answer
        _keeps_the_rules(house, answer)


async def test_the_offer_of_an_earlier_time_keeps_the_rules(house: House) -> None:
    first = await _visitor(house, f"{LANGUAGE}-first", Audience.PUPIL)
    parent = await _visitor(house, LANGUAGE, Audience.PARENT)
    fatima, eleven = ref_of("fatima"), TUESDAY.replace(hour=11, minute=0)
    ten = TUESDAY.replace(hour=10, minute=0)
    await first.presses(Book(fatima, LINDE, ten, Mode.SCHOOL))
    await parent.presses(Book(fatima, LINDE, eleven, Mode.SCHOOL))
    freed, talk = await _newest_talk(house, first), await _newest_talk(house, parent)
    shown = [await parent.presses(Await(talk))]
    await first.presses(Cancel(freed, 1))
    await offer_due(house.router.ports)
    shown += [
        await parent.presses(Offer(talk, fatima, ten)),
        await parent.presses(Decline(talk, fatima, ten)),
    ]

    for answer in shown:
        assert answer.note is None or not answer.note.id.startswith("refused-"), answer
        _keeps_the_rules(house, answer)


async def test_what_a_guest_sees_keeps_the_rules(house: House) -> None:
    worker = await _staff(house, LANGUAGE, Role.WORKER, "fatima")
    parent = await _visitor(house, LANGUAGE, Audience.PARENT)
    await _books_by_phone(parent)
    talk = await _newest_talk(house, parent)
    shown = [await parent.presses(Together(talk)), await parent.presses(Bring(talk))]
    guest = Account(house.router, "guest", LANGUAGE)
    shown += [await guest.starts(link_in(shown[-1])), await parent.presses(Together(talk))]
    shown += [await worker.presses(Talk(talk))]
    shown += [await guest.presses(Told(talk, kind)) for kind in (*CHANGED[1:], NoticeKind.MOVED)]
    shown += [await guest.presses(each) for each in (CardMore(talk), Calendar(talk))]
    shown += [await guest.presses(Reminder(talk, NoticeKind.HOUR))]
    await worker.presses(Leave(TUESDAY, TUESDAY.replace(hour=12)))
    shown += [await guest.presses(Card(talk)), await guest.presses(Told(talk, NoticeKind.AWAY))]
    shown += [await guest.presses(Part(talk)), await parent.presses(Cancel(talk, 1))]
    shown += [await guest.presses(Apart(TUESDAY, busy)) for busy in range(2)]

    for answer in shown:
        assert answer.note is None or not answer.note.id.startswith("refused-"), answer
        _keeps_the_rules(house, answer)


async def test_what_a_group_shows_keeps_the_rules(house: House) -> None:
    fatima = ref_of("fatima")
    worker = await _staff(house, LANGUAGE, Role.WORKER, "fatima")
    thursday = (TUESDAY + timedelta(days=2)).replace(hour=12, minute=15)
    seat = Book(fatima, LINDE, thursday, Mode.SCHOOL, group=1)
    people = [await _visitor(house, f"{LANGUAGE}-{n}", Audience.PUPIL) for n in range(3)]
    shown = [await each.presses(step) for each in people for step in (Groups(), seat)]
    talk = await _newest_talk(house, people[0])
    shown += [await people[0].presses(Groups(None, talk, 1)), await worker.presses(Talk(talk))]
    shown += [await worker.presses(News(talk, NoticeKind.BOOKED))]
    shown += [await worker.presses(Day(thursday.date()))]
    shown += [await worker.presses(Seats(thursday, thursday.date()))]
    shown += [await worker.presses(buttons(shown[-1])[-1].step)]
    shown += [await worker.presses(Regular(ref_of("linde-do-groep")))]
    await worker.presses(Leave(thursday, thursday + timedelta(hours=1)))
    shown += [await people[0].presses(Card(talk)), await people[0].presses(Groups())]

    for answer in shown:
        assert answer.note is None or not answer.note.id.startswith("refused-"), answer
        _keeps_the_rules(house, answer)


async def test_what_is_shown_to_typed_text_keeps_the_rules(house: House) -> None:
    fatima, today = ref_of("fatima"), TUESDAY.date()
    noor = await _visitor(house, LANGUAGE, Audience.PUPIL)
    days = [today - timedelta(days=1), *(today + timedelta(days=n) for n in (0, 1, 4, 30, 400))]
    shown = [await noor.presses(There(who, on)) for who in (None, fatima) for on in (None, *days)]
    shown += [await noor.presses(Meant(each, today, days[-1])) for each in WITH_A_DAY]
    shown += [await noor.presses(Unsure(each, Intent.HELP, Intent.UNKNOWN)) for each in Intent]
    shown += [await noor.presses(About())]
    shown += [await noor.presses(key.step) for each in shown for key in buttons(each)]

    for answer in shown:
        _keeps_the_rules(house, answer)


async def test_what_a_phone_shows_that_others_look_at_keeps_the_rules(house: House) -> None:
    parent = await _visitor(house, LANGUAGE, Audience.PARENT)
    parent.shares = None
    fatima = ref_of("fatima")
    shown = [
        await parent.presses(Sharing()),
        await parent.presses(Book(fatima, LINDE, TUESDAY + timedelta(minutes=30), Mode.SCHOOL)),
    ]
    shown += [await parent.presses(shown[-1].screen.actions[0].step), await parent.presses(Mine())]
    talk = await _newest_talk(house, parent)
    shown += [await parent.presses(CardMore(talk)), await parent.presses(Stop())]
    shown += [await parent.presses(each.step) for each in shown[3].screen.choices[:6]]

    for answer in shown:
        _keeps_the_rules(house, answer)


@pytest.mark.parametrize("crisis", [*Crisis, None])
async def test_every_card_with_who_to_call_keeps_the_rules(
    house: House, crisis: Crisis | None
) -> None:
    for audience in Audience:
        person = await _visitor(house, LANGUAGE, audience)
        _keeps_the_rules(house, await person.presses(Call(crisis)))


def test_every_step_has_one_place_in_the_table() -> None:
    assert {*SHOWS, *DOS} == set(STEPS)


def test_codes_of_steps_are_unique_and_stay() -> None:
    assert {each.__name__: each.code for each in STEPS} == {
        "Home": "h", "Help": "x", "Call": "xc", "Hide": "xh",
        "More": "m", "Privacy": "p", "Languages": "l", "Roles": "e",
        "Schools": "s", "Week": "w", "Workers": "k", "Times": "t", "Days": "d", "Ways": "y",
        "Mine": "a", "Card": "c", "Topics": "o", "Reminder": "r", "Told": "v", "Sorry": "z",
        "Delays": "q", "Delay": "Q", "CardMore": "cm", "Consults": "cc",
        "Calendar": "ci", "Type": "W", "Discuss": "C", "Opinion": "f", "Thanks": "ft", "Rate": "F",
        "Enter": "E", "Speak": "L", "Attend": "S", "Book": "B", "Move": "V", "Cancel": "X",
        "Restore": "U", "Tell": "T", "GivePhone": "P", "Nobody": "N", "Interpret": "J",
        "Sit": "A", "Day": "dd", "DeskWeek": "dk", "Hour": "dh", "Talk": "dt", "Number": "dn",
        "News": "dw", "Daily": "di", "Ask": "dq", "Later": "dl", "Gone": "da", "GoneUntil": "du",
        "GoneDays": "dv", "GoneSure": "dy", "Colleagues": "do", "ShutSure": "dm",
        "DoorText": "dT", "Places": "dp", "Weekly": "dg", "Regular": "dr", "Meeting": "df",
        "Plan": "dj", "Door": "db", "NextTimes": "dN", "Ended": "de", "Ending": "dc",
        "Sheet": "gs", "Trend": "gt", "Block": "gb",
        "EndSure": "ds", "Visitors": "dz", "Settings": "dx", "Digest": "g", "Staff": "gw",
        "StaffMember": "gx", "Here": "I", "Late": "IL", "Meet": "IP", "Leave": "IA",
        "Return": "IB", "Shut": "IS", "Reopen": "IO", "Settle": "IH", "Drop": "ID",
        "Unblock": "IU", "WalkIn": "IW", "DoorBook": "DB", "DoorMove": "DV", "DoorCancel": "DX",
        "Again": "DA", "Came": "OC", "Conclude": "OE", "TellDaily": "IG", "Invite": "GI",
        "Remove": "GR", "Offer": "u", "Await": "K", "Unawait": "KU", "Decline": "KD",
        "Together": "ct", "Apart": "ca", "Bring": "H", "Unbring": "HU", "Part": "HP",
        "Groups": "b", "Seats": "dG", "There": "n", "Meant": "nd", "Unsure": "nu", "About": "i",
        "Reminders": "rr", "Remind": "RM", "Stop": "RS",
        "Ban": "DP", "Unban": "DO",
        "Sharing": "sp", "Unlock": "au", "Share": "SP",
        "PrivacyPage": "pp", "MyData": "pm", "MyFile": "pj", "EraseSure": "ps", "Erased": "pd",
        "Erase": "PE", "CancelSure": "dC", "CancelFor": "DC",
    }  # fmt: skip
