"""Whom a step is for: every kind of visitor tries every step with another person's ids."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from bot.telegram.words import message
from flows.model import (
    AbsenceId,
    AppointmentId,
    Audience,
    Clause,
    Consult,
    Crisis,
    End,
    Intent,
    Mode,
    NoticeKind,
    Page,
    PlanKind,
    Question,
    Reminded,
    Role,
    Smile,
    Topic,
    Typed,
)
from flows.packing import Do, LanguageCode, Show, Step
from flows.programme import ref_of
from flows.router import Answer
from flows.routes import DOS, SHOWS, Who
from flows.staff_steps import (
    Again,
    Ask,
    Ban,
    Block,
    Came,
    CancelFor,
    CancelSure,
    Colleagues,
    Conclude,
    Daily,
    Day,
    DeskWeek,
    Digest,
    Door,
    DoorBook,
    DoorCancel,
    DoorMove,
    DoorText,
    Drop,
    Ended,
    Ending,
    EndSure,
    Gone,
    GoneDays,
    GoneSure,
    GoneUntil,
    Here,
    Hour,
    Invite,
    Late,
    Later,
    Leave,
    Meet,
    Meeting,
    News,
    NextTimes,
    Number,
    Places,
    Plan,
    Regular,
    Remove,
    Reopen,
    Return,
    Seats,
    Settings,
    Settle,
    Sheet,
    Shut,
    ShutSure,
    Staff,
    StaffMember,
    Talk,
    TellDaily,
    Trend,
    Unban,
    Unblock,
    Visitors,
    WalkIn,
    Weekly,
)
from flows.steps import (
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
    Days,
    Decline,
    Delay,
    Delays,
    Discuss,
    Enter,
    Erase,
    Erased,
    EraseSure,
    GivePhone,
    Groups,
    Help,
    Hide,
    Home,
    Interpret,
    Languages,
    Meant,
    Mine,
    More,
    Move,
    MyData,
    MyFile,
    Nobody,
    Offer,
    Opinion,
    Part,
    Privacy,
    PrivacyPage,
    Rate,
    Remind,
    Reminder,
    Reminders,
    Restore,
    Roles,
    Schools,
    Share,
    Sharing,
    Sit,
    Sorry,
    Speak,
    Stop,
    Tell,
    Thanks,
    There,
    Times,
    Together,
    Told,
    Topics,
    Type,
    Unawait,
    Unbring,
    Unlock,
    Unsure,
    Ways,
    Week,
    Workers,
)
from flows.texts import Texts
from tests.flows.place import FATIMA, LINDE, TEN, Place, note
from tests.ports import Account, demo_programme
from tests.town import TUESDAY

TWENTY_PAST = TEN + timedelta(minutes=20)
NUMBER = "0612345678"
SECRETS = ("Fatima", "10:20", NUMBER, "B2")
"""With whom Noor talks, when, under which number, and where."""
TEXTS = Texts(("nl", "en"), demo_programme().zone)
TODAY = TUESDAY.date()
HOUR = timedelta(hours=1)
NINE = TUESDAY.replace(hour=9, minute=0)
FATIMA_HOURS = next(
    ref_of(each.id) for each in demo_programme().schedules if each.worker == "fatima"
)
SETTLED = [each for each in PlanKind if each is not PlanKind.BLOCK]
"""A meeting of one's own is one's own affair, wherever it is planned."""

Actor = Callable[[Place], Awaitable[Account]]


async def _stranger(place: Place) -> Account:
    return place.person("Mallory")


async def _outsider(place: Place) -> Account:
    account = place.person("Mallory")
    await account.presses(Enter(Audience.PUPIL))
    await account.presses(Attend(LINDE))
    return account


async def _pupil(place: Place) -> Account:
    return await place.visitor("Sam", Audience.PUPIL, "hamerslag")


async def _parent(place: Place) -> Account:
    return await place.visitor("Olena", Audience.PARENT, "hamerslag")


async def _worker(place: Place) -> Account:
    return await place.staff("Ewa", Role.WORKER, "ewa")


async def _coordinator(place: Place) -> Account:
    return await place.staff("Lotte", Role.COORDINATOR, "lotte")


async def _colleague(place: Place) -> Account:
    return await place.staff("Jeroen", Role.WORKER, "jeroen")


async def _of_programme(place: Place) -> Account:
    return await place.staff("Sanne", Role.COORDINATOR, "sanne")


async def _of_provider(place: Place) -> Account:
    return await place.staff("Bram", Role.COORDINATOR, "bram")


async def _of_school(place: Place) -> Account:
    return await place.staff("Esra", Role.COORDINATOR, "esra")


MAY: dict[Actor, set[Who]] = {
    _stranger: {Who.ANYONE},
    _outsider: {Who.ANYONE, Who.PERSON},
    _pupil: {Who.ANYONE, Who.PERSON},
    _parent: {Who.ANYONE, Who.PERSON},
    _worker: {Who.ANYONE, Who.PERSON, Who.WORKER, Who.STAFF},
    _coordinator: {Who.ANYONE, Who.PERSON, Who.COORDINATOR, Who.STAFF},
}


INSIDERS: dict[Actor, set[Who]] = {
    _colleague: MAY[_worker],
    _of_programme: MAY[_coordinator],
    _of_provider: MAY[_coordinator],
    _of_school: MAY[_coordinator],
}
"""Those to whom Fatima's name and hours are no secret, and her talks are."""
FOR_OTHERS = (Leave, Shut, Reopen, Invite, Remove)
"""What they may do about her: absence, the school's closing, her link."""


def every_step(talk: AppointmentId) -> list[Step]:
    """Every step there is, aimed at Noor's talk, Fatima's hours and a week of numbers."""
    return [
        Home(), Help(), Hide(), More(), Privacy(),
        Languages(), Roles(), Schools(), Week(), Workers(),
        Times(FATIMA, Mode.PHONE, TUESDAY, talk, 1), Days(FATIMA, Mode.PHONE, talk, 1),
        Ways(FATIMA, talk, 1), Mine(), Card(talk), Topics(talk), Reminder(talk, NoticeKind.HOUR),
        *(Told(talk, kind) for kind in NoticeKind), Sorry(talk),
        Day(TODAY), Talk(talk), Number(talk), News(talk, NoticeKind.BOOKED), Digest(TODAY),
        Sheet(TODAY), Trend(TODAY), *(Block(TODAY, each) for each in Page),
        News(talk, NoticeKind.CANCELLED, TEN), Daily(TODAY), Settings(), DeskWeek(),
        Hour(LINDE, TEN), Weekly(), Regular(FATIMA_HOURS), Meeting(1), Ask(LINDE, TODAY),
        *(Plan(kind, LINDE, FATIMA_HOURS, TODAY, 1, 120, 12) for kind in PlanKind),
        Later(LINDE, TODAY), Gone(), GoneUntil(), GoneDays(TODAY), Colleagues(),
        GoneSure(TEN, TEN + 2 * HOUR), GoneSure(TEN, TEN + 2 * HOUR, FATIMA),
        ShutSure(LINDE, TODAY), DoorText(FATIMA, TODAY), Places(LINDE, TODAY),
        Door(Audience.PUPIL, Mode.PHONE, None, talk, 1), NextTimes(talk), Ended(LINDE, NINE),
        Ending(talk), EndSure(talk, End.REFERRAL), Visitors(Audience.PUPIL), Staff(),
        StaffMember(FATIMA),
        Nobody(talk, 1), Delays(talk), Delay(talk, 1, 5),
        CardMore(talk), Consults(talk), Calendar(talk), Type(talk, Typed.NICKNAME),
        Discuss(talk, Consult.TEAM),
        Opinion(Question.CLEAR, talk), Rate(Question.CLEAR, Smile.BAD, talk), Thanks(),
        Interpret(talk),
        Late(LINDE, TODAY, 10), Meet(LINDE, TODAY, 0),
        Leave(TEN, TEN + 2 * HOUR, FATIMA), Return(AbsenceId(1)), Shut(LINDE, TODAY),
        Reopen(LINDE, TODAY),
        *(Settle(kind, LINDE, FATIMA_HOURS, TODAY, 1, 180, 12) for kind in SETTLED),
        Drop(LINDE, NINE, NINE + 3 * HOUR), Unblock(1),
        DoorBook(LINDE, TWENTY_PAST, Audience.PUPIL, Mode.PHONE),
        DoorMove(talk, 1, TEN, Mode.PHONE), DoorCancel(talk, 1), CancelSure(talk, 1),
        CancelFor(talk, 1), Again(talk, TEN), Came(talk, 1),
        Conclude(talk, End.ENOUGH), Invite(FATIMA), Remove(FATIMA),
        Ban(talk), Unban(talk), Unban(),
        TellDaily(1), WalkIn(Audience.PUPIL),
        Book(FATIMA, LINDE, TWENTY_PAST, Mode.PHONE), Move(talk, 1, FATIMA, TEN, Mode.PHONE),
        Cancel(talk, 1), Restore(talk, 1), Tell(talk, Topic.MONEY), GivePhone(talk),
        Here(LINDE, TODAY),
        Offer(talk, FATIMA, TEN), Await(talk), Decline(talk, FATIMA, TEN), Unawait(talk),
        Together(talk), Bring(talk), Unbring(talk), Part(talk), Apart(TEN),
        *(Call(each) for each in (None, *Crisis)), Hide(),
        There(FATIMA, TODAY), Meant(Intent.BOOK, TODAY, TODAY, FATIMA), About(),
        Unsure(Intent.BOOK, Intent.LATE, Intent.HUMAN, FATIMA, TEN),
        Groups(), Groups(None, talk, 1), Seats(TWENTY_PAST, TODAY),
        Sit(0), Sit(1), Reminders(), Remind(Reminded.DAY), Stop(),
        Unlock(0), Share(0), Sharing(FATIMA, LINDE, TWENTY_PAST, Mode.PHONE),
        Share(0, FATIMA, LINDE, TWENTY_PAST, Mode.PHONE),
        *(PrivacyPage(each) for each in Clause), MyData(), MyData(0), MyFile(), MyFile(0),
        EraseSure(), Erased(),
        Enter(Audience.PARENT), Speak(LanguageCode("nl")), Attend(ref_of("hamerslag")),
    ]  # fmt: skip


def who_may(step: Step) -> Who:
    """For whom the router's table lists a step."""
    if isinstance(step, Show):
        return SHOWS[type(step)][0]
    assert isinstance(step, Do)
    return DOS[type(step)][0]


def words_of(answer: Answer) -> str:
    """Everything a person reads: text and buttons."""
    shown = message(answer, TEXTS)
    keys = [key.text for row in shown.keyboard.inline_keyboard for key in row]
    return "\n".join([shown.html, *keys])


async def noors_talk(place: Place) -> AppointmentId:
    """Noor talks with Fatima by phone at twenty past ten, in five minutes."""
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, TWENTY_PAST, mode=Mode.PHONE)
    await noor.types(NUMBER)
    place.clock.now = TWENTY_PAST - timedelta(minutes=5)
    return talk


def test_the_list_of_steps_is_whole() -> None:
    steps = every_step(AppointmentId(1))

    assert {type(each) for each in steps} == {*SHOWS, *DOS} - {Erase}


@pytest.mark.parametrize("actor", MAY, ids=lambda each: str(each.__name__).strip("_"))
async def test_no_step_shows_or_changes_anything_of_somebody_else(
    place: Place, actor: Actor
) -> None:
    talk = await noors_talk(place)
    account = await actor(place)
    await _presses_what_is_for_others(account, MAY[actor], talk, place)
    before = await place.others(account)

    for step in every_step(talk):
        if who_may(step) not in MAY[actor]:
            continue
        answer = await account.presses(step)
        shown = words_of(answer)
        own_times = {"10:20"} if isinstance(step, Door | DoorBook) else set()
        assert not [each for each in SECRETS if each in shown and each not in own_times], step

    assert await place.others(account) == before


@pytest.mark.parametrize("actor", MAY, ids=lambda each: str(each.__name__).strip("_"))
async def test_who_erases_everything_takes_nothing_of_anybody_else(
    place: Place, actor: Actor
) -> None:
    await noors_talk(place)
    before = await place.everything()
    account = await actor(place)

    answer = await account.presses(Erase())

    is_known = who_may(Erase()) in MAY[actor]
    assert note(answer) == (None if is_known else "refused-stale")
    after = await place.everything()
    for counted in ("audit", "inbox", "invitation", "demand_counter", "demand_seen"):
        del before[counted], after[counted]
    assert after == before


async def _presses_what_is_for_others(
    account: Account, may: set[Who], talk: AppointmentId, place: Place
) -> None:
    """Every step the table does not list for somebody is a stale button, and changes no row."""
    before = await place.everything()
    for step in every_step(talk):
        if who_may(step) in may:
            continue
        answer = await account.presses(step)
        assert note(answer) == "refused-stale", step
        assert not [each for each in (NUMBER, "10:20") if each in words_of(answer)], step
    assert await place.everything() == before


@pytest.mark.parametrize("actor", INSIDERS, ids=lambda each: str(each.__name__).strip("_"))
async def test_whoever_knows_fatima_reaches_none_of_her_talks(place: Place, actor: Actor) -> None:
    talk = await noors_talk(place)
    account = await actor(place)
    await _presses_what_is_for_others(account, INSIDERS[actor], talk, place)
    before, stands = await place.others(account), await _talks(place)

    listed = [each for each in every_step(talk) if who_may(each) in INSIDERS[actor]]
    for about_her in (False, True):
        for step in listed:
            if isinstance(step, FOR_OTHERS) is not about_her:
                continue
            shown = words_of(await account.presses(step))
            assert not [each for each in (NUMBER, "10:20") if each in shown], step
        assert about_her or await place.others(account) == before

    assert await _talks(place) == stands


async def _talks(place: Place) -> list[list[dict[str, object]]]:
    """Every talk, who takes part, and what is taken."""
    return [await place.rows(each) for each in ("appointment", "participant", "occupancy")]


async def test_another_pupil_of_the_same_school_reaches_no_talk_but_the_own(place: Place) -> None:
    talk = await noors_talk(place)
    sam = await place.visitor("Sam")
    before = await place.others(sam)

    for step in every_step(talk):
        answer = await sam.presses(step)
        shown = words_of(answer)
        assert NUMBER not in shown, step
        assert "10:20" not in shown, step

    assert await place.others(sam) == before


async def test_noor_and_fatima_reach_the_talk(place: Place) -> None:
    """What the others do not see is there to be seen."""
    talk = await noors_talk(place)
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor = place.person("Noor")

    assert "10:20" in words_of(await noor.presses(Card(talk)))
    assert "10:20" in words_of(await noor.presses(Reminder(talk, NoticeKind.HOUR)))
    assert "10:20" in words_of(await fatima.presses(Talk(talk)))
    assert "10:20" in words_of(await fatima.presses(News(talk, NoticeKind.BOOKED)))
    assert NUMBER in words_of(await fatima.presses(Number(talk)))


@pytest.mark.parametrize(("role", "subject"), [(Role.WORKER, "gone"), (Role.COORDINATOR, "gone")])
async def test_whoever_left_the_config_has_no_desk_any_more(
    place: Place, role: Role, subject: str
) -> None:
    talk = await noors_talk(place)
    ghost = await place.staff("Ghost", role, subject)

    for step in (Day(TODAY), Talk(talk), Number(talk), Digest(date(2026, 11, 16))):
        answer = await ghost.presses(step)
        assert note(answer) == "refused-stale", step
        assert answer.screen.lines[0].id == "welcome-programme"
