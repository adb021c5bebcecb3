"""The privacy notice: in layers, and once more for everybody when it is a new one."""

from dataclasses import replace

import pytest

from flows.model import PRIVACY_VERSION, Clause, Role
from flows.policy import PrivacyLimits
from flows.rights.screens import page
from flows.rights.terms import terms_of
from flows.steps import EraseSure, Home, MyData, Privacy, PrivacyPage, Sharing
from tests.flows.place import Place, note, texts_of, title
from tests.ports import Account, demo_programme

TERMS = terms_of(PrivacyLimits())


async def of_an_older_notice(place: Place, account: Account) -> None:
    """As if the notice had changed since this person came."""
    async with place.store.work() as work:
        person = await work.people.get(await account.person())
        assert person is not None
        await work.people.save(replace(person, informed=PRIVACY_VERSION - 1))
        await work.commit()


async def informed(place: Place) -> list[int]:
    return [each["informed"] for each in await place.rows("person")]


async def test_it_leads_to_pages_and_to_what_one_may(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.presses(Privacy())

    assert [each.step for each in answer.screen.choices] == [PrivacyPage(each) for each in Clause]
    assert [each.step for each in answer.screen.actions] == [MyData(), EraseSure(), Sharing()]


@pytest.mark.parametrize("clause", Clause)
async def test_a_stranger_reads_every_page_and_leaves_no_row(place: Place, clause: Clause) -> None:
    mallory = place.person("Mallory")
    before = await place.everything()

    answer = await mallory.presses(PrivacyPage(clause))

    assert note(answer) is None
    assert answer.screen.back == Privacy()
    assert await place.everything() == before


def test_the_notice_names_who_answers_for_it_or_the_school() -> None:
    about = demo_programme().about
    named = page(Clause.WHO, about, TERMS).lines
    nobody = page(Clause.WHO, about.model_copy(update={"privacy": None}), TERMS).lines

    assert [each.id for each in named] == ["privacy-who", "who-ask", "contact-phone", "who-mail"]
    assert [each.id for each in nobody] == ["privacy-who", "who-school"]


def test_what_outlives_being_erased_stands_in_it() -> None:
    left = [each.id for each in page(Clause.AFTER, demo_programme().about, TERMS).lines]
    assert {"after-tag", "after-block"} <= set(left)


async def test_the_first_screen_says_where_the_notice_is(place: Place) -> None:
    assert "welcome-privacy" in texts_of(await place.person("Noor").starts())


async def test_who_is_new_has_seen_the_notice_of_today(place: Place) -> None:
    await place.visitor("Noor")
    assert await informed(place) == [PRIVACY_VERSION]


@pytest.mark.parametrize("role", [None, Role.WORKER, Role.COORDINATOR])
async def test_a_new_notice_is_shown_once_at_the_next_start(
    place: Place, role: Role | None
) -> None:
    subject = "sanne" if role is Role.COORDINATOR else "fatima"
    account = await (place.staff("A", role, subject) if role else place.visitor("A"))
    usual = title(await account.presses(Home()))
    await of_an_older_notice(place, account)

    first = await account.starts()
    assert texts_of(first)[:2] == ["privacy-new", "privacy-what"]
    assert first.screen.actions[0].step == Home()
    assert await informed(place) == [PRIVACY_VERSION]

    assert title(await account.presses(Home())) == usual


async def test_it_does_not_stand_in_the_way_of_anything_else(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await of_an_older_notice(place, noor)

    answer = await noor.presses("a")

    assert answer.screen.card == talk
    assert await informed(place) == [PRIVACY_VERSION - 1]


@pytest.mark.parametrize(("hours", "days"), [(24, 1), (25, 2), (48, 2)])
def test_it_says_the_days_of_the_config_rounded_up(hours: int, days: int) -> None:
    limits = PrivacyLimits(link_hours=hours, talk_days=5, idle_days=60)

    said = page(Clause.TERMS, demo_programme().about, terms_of(limits)).lines

    assert [each.args["days"] for each in said if each.args] == [days, 5, 60]
