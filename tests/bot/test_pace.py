"""So often an hour, and no longer remembered than that."""

from datetime import timedelta

from bot.pace import Pace
from flows.model import PersonId
from tests.town import TUESDAY

NOOR, SAM = PersonId(1), PersonId(2)
MINUTE = timedelta(minutes=1)


def test_so_often_and_then_again_an_hour_after_the_first() -> None:
    pace = Pace()
    asked = [pace.allows("times", NOOR, 3, TUESDAY + n * MINUTE) for n in range(5)]
    assert asked == [True, True, True, False, False]
    assert not pace.allows("times", NOOR, 3, TUESDAY + 59 * MINUTE)
    assert pace.allows("times", NOOR, 3, TUESDAY + 60 * MINUTE)
    assert not pace.allows("times", NOOR, 3, TUESDAY + 60 * MINUTE)


def test_people_and_deeds_do_not_count_for_each_other() -> None:
    pace = Pace()
    assert pace.allows("times", NOOR, 1, TUESDAY)
    assert pace.allows("times", SAM, 1, TUESDAY)
    assert pace.allows("books", NOOR, 1, TUESDAY)


def test_only_so_many_people_are_remembered() -> None:
    pace = Pace(most_people=2)
    for person in (NOOR, SAM, PersonId(3)):
        assert pace.allows("times", person, 1, TUESDAY)
    assert pace.allows("times", NOOR, 1, TUESDAY)
    assert not pace.allows("times", PersonId(3), 1, TUESDAY)
