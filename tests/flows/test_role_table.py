"""Who may take which step, written down a second time: a slip in the one table shows here."""

import pytest

from flows import staff_steps as staff
from flows import steps
from flows.model import Role
from flows.packing import Step
from flows.programme import ref_of
from flows.routes import DOS, SHOWS, Who
from flows.screen import Screen
from flows.staff_steps import Invite, Remove, StaffMember
from flows.steps import STEPS, Home
from tests.flows.place import Place, note
from tests.ports import Account, demo_programme, link_in

ANYONE: set[type[Step]] = {
    steps.Home, steps.Help, steps.Call, steps.Hide, steps.More, steps.Privacy, steps.Languages,
    steps.Roles, steps.Schools, steps.Unsure, steps.About, steps.Opinion, steps.Thanks,
    steps.Enter, steps.Speak, steps.Attend, steps.Rate, steps.PrivacyPage, steps.MyData,
    steps.EraseSure, steps.Erased,
}  # fmt: skip
"""What shows and changes nothing but what somebody says of oneself, or an opinion."""
COORDINATOR: set[type[Step]] = {
    staff.Digest, staff.Sheet, staff.Trend, staff.Block, staff.Staff, staff.StaffMember,
    staff.Invite, staff.Remove,
}  # fmt: skip
STAFF: set[type[Step]] = {
    staff.GoneSure, staff.Colleagues, staff.ShutSure, staff.DoorText, staff.Leave, staff.Shut,
    staff.Reopen, steps.Sit,
}  # fmt: skip
AT_DESKS: set[type[Step]] = set(staff.STEPS)
WORKER: set[type[Step]] = AT_DESKS - COORDINATOR - STAFF
PERSON: set[type[Step]] = set(STEPS) - ANYONE - COORDINATOR - STAFF - WORKER
SHOWS_A_TALK = {
    staff.Day, staff.Talk, staff.Seats, staff.Number, staff.News, staff.Daily, staff.DeskWeek,
    staff.Hour, staff.NextTimes, staff.Ended, staff.Ending, staff.EndSure, staff.Door,
}  # fmt: skip
"""Screens of a worker on which talks or their times stand."""


@pytest.mark.parametrize("who", Who)
def test_the_table_lists_for_each_what_it_should(who: Who) -> None:
    listed: set[type[Step]] = {each for each, (may, _) in SHOWS.items() if may is who}
    listed |= {each for each, (may, _, _) in DOS.items() if may is who}

    assert (
        listed
        == {
            Who.ANYONE: ANYONE,
            Who.PERSON: PERSON,
            Who.WORKER: WORKER,
            Who.COORDINATOR: COORDINATOR,
            Who.STAFF: STAFF,
        }[who]
    )


@pytest.mark.parametrize("subject", ["sanne", "bram", "esra", "lotte"])
async def test_no_button_leads_a_coordinator_to_a_screen_with_a_talk(
    place: Place, subject: str
) -> None:
    await place.booked(await place.visitor("Noor"))
    account = await place.staff("Coordinator", Role.COORDINATOR, subject)
    on_the_way = (*staff.STEPS, Home)
    todo: list[Step] = [Home()]
    seen: set[Step] = set()

    while todo:
        step = todo.pop()
        seen.add(step)
        screen: Screen = (await account.presses(step)).screen
        found = [each.step for each in (*screen.choices, *screen.actions)]
        fresh = [each for each in found if each not in seen and each not in todo]
        todo += [each for each in fresh if isinstance(each, on_the_way)]

    assert {type(each) for each in seen} >= {Home, staff.Staff, staff.StaffMember, staff.Colleagues}
    assert not {type(each) for each in seen} & SHOWS_A_TALK


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("sanne", {each.id for each in demo_programme().workers}),
        ("bram", {"fatima", "daan"}),
        ("esra", {"fatima", "jeroen", "samira", "mike", "anouk"}),
        ("lotte", {"joris", "samira"}),
    ],
)
async def test_a_coordinator_gives_and_ends_links_of_the_own_scope_only(
    place: Place, subject: str, own: set[str]
) -> None:
    account = await place.staff("Coordinator", Role.COORDINATOR, subject)
    invited = set()

    for worker in demo_programme().workers:
        before = await place.rows("invitation")
        answer = await account.presses(Invite(worker.ref))
        if note(answer) == "note-invited":
            invited.add(worker.id)
            continue
        assert note(answer) == "refused-stale"
        assert note(await account.presses(Remove(worker.ref))) == "refused-stale"
        assert note(await account.presses(StaffMember(worker.ref))) == "refused-stale"
        assert await place.rows("invitation") == before

    assert invited == own


async def test_nobody_is_invited_whom_the_config_does_not_list(place: Place) -> None:
    sanne = await place.staff("Sanne", Role.COORDINATOR, "sanne")

    assert note(await sanne.presses(Invite(ref_of("mallory")))) == "refused-stale"


async def test_a_link_of_a_coordinator_is_good_once_for_a_day_and_can_be_ended(
    place: Place,
) -> None:
    sanne = await place.staff("Sanne", Role.COORDINATOR, "sanne")
    fatima = ref_of("fatima")

    async def linked() -> str:
        return link_in(await sanne.presses(Invite(fatima)))

    async def takes(name: str, payload: str) -> str | None:
        account: Account = place.person(name)
        return note(await account.starts(payload))

    older = await linked()
    newer = await linked()
    assert await takes("Mallory", older) == "refused-invitation", "a newer one took its place"
    assert await takes("Fatima", newer) == "note-joined"
    assert await takes("Mike", newer) == "refused-invitation", "it was used"

    ended = await linked()
    await sanne.presses(Remove(fatima))
    assert await takes("Mallory again", ended) == "refused-invitation", "it was ended"
    late = await linked()
    place.clock.now = place.clock.now.replace(day=place.clock.now.day + 1)
    assert await takes("Too late", late) == "refused-invitation", "a day is over"


async def test_a_link_binds_the_desk_to_who_used_it_and_frees_it_from_who_had_it(
    place: Place,
) -> None:
    first = await place.staff("Fatima", Role.WORKER, "fatima")
    second = await place.staff("Fatima's new phone", Role.WORKER, "fatima")

    assert note(await first.presses(staff.Day(place.clock().date()))) == "refused-stale"
    assert note(await second.presses(staff.Day(place.clock().date()))) is None
    assert len(await place.rows("staff")) == 1
