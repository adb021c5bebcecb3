"""What a lock screen shows of what the bot says unasked: a first line without a name or a place."""

import pytest

from flows.booking.cards import TOLD
from flows.model import Mode, NoticeKind
from flows.steps import Book, Reminder, Told
from flows.texts import Texts, known_languages
from tests.flows.place import FATIMA, LINDE, TEN, Place
from tests.town import ZONE

REMINDERS = (NoticeKind.EVENING, NoticeKind.MORNING, NoticeKind.HOUR)
PRIVATE = ("Fatima", "Linde", "B2", "112", "113")


@pytest.mark.parametrize("kind", [*REMINDERS, *TOLD, NoticeKind.LAPSED])
async def test_the_first_line_says_nothing_of_a_talk(place: Place, kind: NoticeKind) -> None:
    noor = await place.visitor("Noor")
    talk = (await noor.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))).screen.card
    assert talk is not None
    step = Reminder(talk, kind) if kind in REMINDERS else Told(talk, kind, 10)

    screen = (await noor.presses(step)).screen

    assert len(screen.lines) > 1, "the talk itself, below"
    assert screen.lines[0].args == {}
    texts = Texts(known_languages(), ZONE)
    for language in known_languages():
        first = texts.say(language, screen.lines[0])
        assert not [each for each in PRIVATE if each in first]
