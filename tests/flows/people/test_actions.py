"""Who somebody is: role, school, language, and what each opens."""

from dataclasses import replace

import pytest

from flows.model import Audience
from flows.packing import LanguageCode
from flows.people.screens import contact_lines, schools
from flows.programme import Contact, ref_of
from flows.screen import Line
from flows.steps import Attend, Enter, Home, Languages, More, Roles, Schools, Speak
from flows.steps import Week as WeekStep
from tests.flows.place import LINDE, Place, note, title
from tests.ports import demo_programme

CODES = {str(each.id): each.link for each in demo_programme().schools}


async def test_a_role_comes_first_then_a_school_from_the_list(place: Place) -> None:
    noor = place.person("Noor")

    assert title(await noor.presses(Home())) == "welcome-programme"
    assert title(await noor.presses(Enter(Audience.PUPIL))) == "school-choose"
    assert title(await noor.presses(Attend(LINDE))) == "outside-school"


async def test_who_came_by_the_link_needs_a_role_only(place: Place) -> None:
    noor = place.person("Noor")

    assert title(await noor.starts(CODES["linde"])) == "welcome-school"
    assert title(await noor.presses(Enter(Audience.PUPIL))) == "today-title"


async def test_choosing_the_own_school_from_the_list_keeps_the_link(place: Place) -> None:
    noor = await place.visitor("Noor")

    assert title(await noor.presses(Attend(LINDE))) == "today-title"


async def test_choosing_another_school_from_the_list_gives_the_link_up(place: Place) -> None:
    noor = await place.visitor("Noor")

    assert title(await noor.presses(Attend(ref_of("windkant")))) == "outside-school"
    assert title(await noor.presses(Attend(LINDE))) == "outside-school"


async def test_a_stranger_may_choose_school_or_language_first(place: Place) -> None:
    noor, sam = place.person("Noor"), place.person("Sam", "en")

    assert title(await noor.presses(Attend(LINDE))) == "welcome-school"
    spoken = await sam.presses(Speak(LanguageCode("nl")))

    assert (title(spoken), spoken.language) == ("welcome-programme", "nl")


@pytest.mark.parametrize(
    ("app", "spoken"),
    [
        ("nl", "nl"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("tr", "tr"),
        ("de", "nl"),
        ("", "nl"),
        ("xyz", "nl"),
    ],
)
async def test_a_stranger_is_spoken_to_in_the_language_of_the_app(
    place: Place, app: str, spoken: str
) -> None:
    assert (await place.person("Noor", app).presses(Home())).language == spoken


async def test_the_same_choice_again_changes_nothing(place: Place) -> None:
    noor = await place.visitor("Noor")
    before = await place.rows("person")

    await noor.presses(Enter(Audience.PUPIL))
    await noor.presses(Speak(LanguageCode("nl")))

    assert await place.rows("person") == before


async def test_a_role_can_be_changed(place: Place) -> None:
    noor = await place.visitor("Noor")

    assert title(await noor.presses(Roles())) == "welcome-who"
    await noor.presses(Enter(Audience.STAFF))

    (row,) = await place.rows("person")
    assert row["audience"] is Audience.STAFF


async def test_more_offers_talks_and_week_only_with_the_link(place: Place) -> None:
    noor, sam = await place.visitor("Noor"), place.person("Sam")

    inside = [each.step for each in (await noor.presses(More())).screen.choices]
    outside = [each.step for each in (await sam.presses(More())).screen.choices]

    assert WeekStep() in inside
    assert set(inside) > set(outside)
    assert Languages() in outside


async def test_a_school_that_left_the_programme_is_asked_for_again(place: Place) -> None:
    noor = await place.visitor("Noor")
    async with place.store.work() as work:
        known = await work.people.get(await noor.person())
        assert known is not None
        await work.people.save(replace(known, school=None))
        await work.commit()

    assert title(await noor.presses(Home())) == "school-choose"
    assert note(await noor.presses(WeekStep())) == "refused-link"


def test_a_long_list_of_schools_has_pages() -> None:
    listed = [demo_programme().schools[0]] * 15

    first, second, third = (schools(listed, page) for page in range(3))

    assert [len(each.choices) for each in (first, second, third)] == [8, 8, 1]
    assert first.choices[-1].step == Schools(1)
    assert (first.back, second.back, third.back) == (Home(), Schools(0), Schools(1))


def test_a_contact_is_shown_with_or_without_a_number() -> None:
    known = contact_lines([Contact(name="Balie"), Contact(name="Wijk", phone="+31 20 000 0100")])

    assert known == (
        Line("contact-name", {"name": "Balie"}, item=True),
        Line("contact-phone", {"name": "Wijk", "phone": "+31 20 000 0100"}, item=True),
    )
