"""What a person sees of talks: lists, pages, and the card of a talk by video."""

from pathlib import Path

import pytest

from flows.booking.screens import WORKERS_A_PAGE, introduced, workers
from flows.errors import ForbiddenError
from flows.hours.almanac import Almanac
from flows.model import Address, Gender, Mode, WorkerId
from flows.programme import Worker, ref_of
from flows.screen import Line, Screen
from flows.steps import Card, Home, Mine, Times, Workers
from flows.texts import Texts
from flows.visit import Visit
from tests.flows.place import FATIMA, HALF_PAST_TWELVE, JEROEN, TEN, Place, texts_of, title
from tests.ports import demo_programme
from tests.town import TUESDAY

F, M = Gender.FEMALE, Gender.MALE


async def test_one_talk_ahead_is_shown_at_once_and_two_are_listed(place: Place) -> None:
    noor = await place.visitor("Noor")
    later = await place.booked(noor, HALF_PAST_TWELVE, JEROEN)
    assert title(await noor.presses(Mine())) == "card-booked"
    first = await place.booked(noor)

    listed = await noor.presses(Mine())

    assert title(listed) == "mine-choose"
    assert [each.step for each in listed.screen.choices] == [Card(first), Card(later)]


async def test_the_card_of_a_talk_by_video_holds_its_link(place: Place) -> None:
    noor = await place.visitor("Noor")
    thursday = TEN.replace(day=26)

    await place.booked(noor, thursday, ref_of("fatima"), Mode.VIDEO)

    items = [each for each in (await noor.presses(Mine())).screen.lines if each.item]
    assert [each.id for each in items] == ["card-code", "card-video-link"]
    assert items[1].args == {"link": "https://video.example.org/fatima"}


def test_a_long_list_of_workers_has_pages() -> None:
    programme = demo_programme()
    providers = {each.id: each.name for each in programme.providers}
    listed = programme.workers

    first, second = (workers(Workers(page), listed, "nl", providers) for page in range(2))

    assert len(listed) > WORKERS_A_PAGE
    assert first.choices[-1].step == Workers(1)
    assert len(second.choices) == len(listed) - WORKERS_A_PAGE
    assert (first.back, second.back) == (Home(), Workers(0))


def of(*genders: Gender | None) -> list[Worker]:
    """Workers who said this of themselves."""
    provider = demo_programme().providers[0].id
    return [
        Worker(id=WorkerId(f"worker-{n}"), name=f"W{n}", provider=provider, gender=gender)
        for n, gender in enumerate(genders)
    ]


def listed(step: Workers, offered: list[Worker]) -> Screen:
    programme = demo_programme()
    return workers(step, offered, "nl", {each.id: each.name for each in programme.providers})


def names(screen: Screen) -> list[object]:
    return [each.label.args["name"] for each in screen.choices if each.label.id == "worker-key"]


async def test_woman_or_man_is_said_of_who_wants_it_said(place: Place) -> None:
    noor = await place.visitor("Noor")
    texts = Texts(("nl",), demo_programme().zone)

    answer = await noor.presses(Workers())

    said = [texts.say("nl", each) for each in answer.screen.lines if each.item]
    assert [each.partition(":")[0] for each in said[:3]] == [
        "• Fatima (vrouw)",
        "• Jeroen (man)",
        "• Samira",
    ]


def test_where_more_work_than_fit_a_woman_or_a_man_can_be_asked_for() -> None:
    offered = of(F, M, None, F, None, None, M)

    everybody = listed(Workers(), offered)
    assert [each.step for each in everybody.actions] == [Workers(0, F), Workers(0, M)]

    women = listed(Workers(0, F), offered)
    assert names(women) == ["W0", "W3"]
    assert (women.actions, women.back) == ((), Workers())


def test_pages_of_women_lead_to_women() -> None:
    offered = of(*[F] * 7, M)
    first, second = (listed(Workers(page, F), offered) for page in range(2))
    assert first.choices[-1].step == Workers(1, F)
    assert (names(second), second.back) == (["W6"], Workers(0, F))


@pytest.mark.parametrize(
    "genders", [(None,) * 7, (F,) * 7, (M, None) * 4, (F, M, None, None, None, None)]
)
def test_nobody_is_asked_for_where_that_leaves_no_choice(
    genders: tuple[Gender | None, ...],
) -> None:
    assert listed(Workers(), of(*genders)).actions == ()


def test_where_nobody_said_so_any_more_all_are_shown() -> None:
    assert names(listed(Workers(0, F), of(M, None))) == ["W0", "W1"]


async def test_the_times_of_one_worker_begin_with_who_that_is(place: Place) -> None:
    noor = await place.visitor("Noor")

    first = await noor.presses(Times(FATIMA))

    assert texts_of(first) == ["times-with", "worker-about", "times-school"]
    later = await noor.presses(Times(FATIMA, None, TEN))
    assert texts_of(later) == ["times-with", "times-school"]
    assert "worker-about" not in texts_of(await noor.presses(Times()))


def test_a_photo_stands_with_who_gave_one() -> None:
    [plain] = of(F)
    given = plain.model_copy(update={"photo": Path("w.jpg")})
    providers = {each.id: each.name for each in demo_programme().providers}
    screen = Screen((Line("times-anybody"),))

    assert introduced(screen, given, "nl", providers).photo == Path("w.jpg")
    assert introduced(screen, plain, "nl", providers).photo is None


def test_an_address_keeps_its_id_out_of_logs() -> None:
    assert repr(Address("telegram", "4711")) == "Address(telegram, ...)"


def test_a_stranger_is_nobody_yet() -> None:
    with pytest.raises(ForbiddenError):
        _ = Visit(
            Address("telegram", "4711"), "nl", None, TUESDAY, Almanac(demo_programme(), 28)
        ).known


async def test_who_opens_times_again_and_again_is_asked_to_wait_and_may_walk_in(
    place: Place,
) -> None:
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    most = place.router.ports.limits.pace.times
    titles = [title(await noor.presses(Times())) for _ in range(most + 1)]

    assert titles.count("times-enough") == 1
    assert titles[-1] == "times-enough"
    assert title(await sam.presses(Times())) == "times-anybody"
