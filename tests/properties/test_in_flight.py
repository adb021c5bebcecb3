"""News that hours overtake between the outbox and the chat: what is no longer so is not said."""

from datetime import timedelta
from pathlib import Path

from flows.attendance.rules import rest_of_day
from flows.model import Claimed, NoticeKind, Role
from flows.notices import Moot
from flows.staff_steps import Leave, Return
from tests.flows.place import Place, prepared
from tests.flows.place import place as place_in
from tests.ports import Account
from tests.properties.told import HoursAfresh, Postman
from tests.town import ZONE


async def claim(place: Place, kind: NoticeKind) -> Claimed:
    """The one notice of a kind; everything else that is due goes out."""
    postman, hours = Postman(place), HoursAfresh()
    await hours.read(place)
    claimed = await postman.claim(100)
    for each in claimed:
        if each.notice.kind is not kind:
            await postman.deliver(each, hours)
    (found,) = [each for each in claimed if each.notice.kind is kind]
    return found


async def leave(place: Place, worker: Account) -> None:
    rest = rest_of_day(place.clock(), ZONE)
    await worker.presses(Leave(rest.start, rest.end))


async def come_back(place: Place, worker: Account) -> None:
    async with place.store.reading() as work:
        changes = await work.hours.changes(place.clock() - timedelta(days=1))
    await worker.presses(Return(changes.absences[0].id))


async def hand_over(place: Place, claimed: Claimed) -> None:
    """The postman brings it, or finds that it is no longer so."""
    hours = HoursAfresh()
    await hours.read(place)
    await Postman(place).deliver(claimed, hours)


async def away_on_its_way(place: Place) -> tuple[Account, Claimed]:
    """Noor has a talk with Fatima, who leaves; the notice of it is claimed."""
    await place.booked(await place.visitor("Noor"))
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await leave(place, fatima)
    return fatima, await claim(place, NoticeKind.AWAY)


async def test_who_came_back_meanwhile_is_not_said_to_be_away(tmp_path: Path) -> None:
    async with place_in(tmp_path) as place:
        fatima, claimed = await away_on_its_way(place)

        await come_back(place, fatima)

        assert isinstance(await prepared(claimed, place.router), Moot)


async def test_who_left_again_meanwhile_is_not_said_to_be_back(tmp_path: Path) -> None:
    async with place_in(tmp_path) as place:
        fatima, claimed = await away_on_its_way(place)
        await hand_over(place, claimed)
        await come_back(place, fatima)
        claimed = await claim(place, NoticeKind.BACK)

        await leave(place, fatima)

        assert isinstance(await prepared(claimed, place.router), Moot)


async def test_who_left_again_is_said_to_be_away_though_the_first_word_was_given_up(
    tmp_path: Path,
) -> None:
    async with place_in(tmp_path) as place:
        fatima, claimed = await away_on_its_way(place)
        await come_back(place, fatima)
        await hand_over(place, claimed)

        await leave(place, fatima)

        again = await claim(place, NoticeKind.AWAY)
        assert again.id != claimed.id
        assert not isinstance(await prepared(again, place.router), Moot)


async def test_who_left_again_before_the_good_news_went_out_is_not_said_away_twice(
    tmp_path: Path,
) -> None:
    async with place_in(tmp_path) as place:
        fatima, claimed = await away_on_its_way(place)
        await hand_over(place, claimed)
        await come_back(place, fatima)

        await leave(place, fatima)

        due = await Postman(place).claim(100)
        assert not [each for each in due if each.notice.kind in {NoticeKind.AWAY, NoticeKind.BACK}]
