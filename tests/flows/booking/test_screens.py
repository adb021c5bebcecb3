"""What a person sees of talks: lists, pages, and the card of a talk by video."""

import pytest

from flows.booking.screens import WORKERS_A_PAGE, workers
from flows.errors import ForbiddenError
from flows.hours.almanac import Almanac
from flows.model import Address, Mode
from flows.programme import ref_of
from flows.steps import Card, Home, Mine, Times, Workers
from flows.visit import Visit
from tests.flows.place import HALF_PAST_TWELVE, JEROEN, TEN, Place, title
from tests.ports import demo_programme
from tests.town import TUESDAY


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

    first, second = (workers(listed, "nl", providers, page) for page in range(2))

    assert len(listed) > WORKERS_A_PAGE
    assert first.choices[-1].step == Workers(1)
    assert len(second.choices) == len(listed) - WORKERS_A_PAGE
    assert (first.back, second.back) == (Home(), Workers(0))


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
    most = place.router.ports.limits.booking.times_an_hour
    titles = [title(await noor.presses(Times())) for _ in range(most + 1)]

    assert titles.count("times-enough") == 1
    assert titles[-1] == "times-enough"
    assert title(await sam.presses(Times())) == "times-anybody"
