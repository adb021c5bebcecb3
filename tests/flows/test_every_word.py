"""Whatever stands in a button that can be read, forged or not, leads to a screen that can be shown.

Every step, with every word of a list in its place, and each other field at its edges.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from bot.telegram.words import message
from flows.model import AbsenceId, AppointmentId, Audience, MessageId, Mode, Ref, Role, Word
from flows.packing import LARGEST_SMALL, TICK, Do, LanguageCode, Show, Small, Step, kind_of
from flows.policy import Limits, PaceLimits
from flows.steps import STEPS, Book, Erase, unpack
from flows.texts import Texts
from tests.flows.place import FATIMA, LINDE, TEN, Place
from tests.flows.place import place as build
from tests.ports import Account
from tests.town import TUESDAY, ZONE

LAST = datetime(2100, 1, 1, tzinfo=UTC) - TICK
TWENTY = timedelta(minutes=20)
LARGEST = (1 << 63) - 1
EDGES: dict[Any, list[Any]] = {
    date: [TUESDAY.date(), date(2021, 1, 1), date(2099, 12, 31)],
    datetime: [TEN, datetime(2021, 1, 1, tzinfo=UTC), LAST],
    Ref: [FATIMA, LINDE, Ref((1 << 32) - 1)],
    Small: [0, 1, LARGEST_SMALL],
    LanguageCode: [LanguageCode("nl"), LanguageCode("zz")],
    AbsenceId: [AbsenceId(1), AbsenceId(LARGEST)],
    MessageId: [MessageId(1), MessageId(LARGEST)],
    int: [1, 0, LARGEST],
    bool: [False, True],
}


def values(hint: Any, talk: AppointmentId) -> list[Any]:
    """What a field may hold, the likeliest first."""
    kind = kind_of(hint)
    if kind is AppointmentId:
        held: list[Any] = [talk, AppointmentId(LARGEST)]
    elif isinstance(kind, type) and issubclass(kind, Word):
        held = list(kind)
    else:
        held = EDGES[kind]
    return held if kind is hint else [*held, None]


def variants(kind: type[Step], talk: AppointmentId) -> Iterator[Step]:
    """Every combination of words, then each other field at its edges."""
    hints = get_type_hints(kind, include_extras=True)
    held = {each.name: values(hints[each.name], talk) for each in fields(kind)}
    first = {name: found[0] for name, found in held.items()}
    words = {name: found for name, found in held.items() if isinstance(found[0], Word)}
    for chosen in product(*words.values()):
        yield kind(**first | dict(zip(words, chosen, strict=True)))
    for name, found in held.items():
        for each in found[1:] if name not in words else ():
            yield kind(**first | {name: each})


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Place]:
    """De Linde, where nobody presses too often."""
    pace = PaceLimits(messages=10_000, bookings=1000, times=1000)
    async with build(tmp_path, Limits(pace=pace)) as built:
        yield built


async def actor(place: Place, who: str) -> Account:
    if who == "worker":
        return await place.staff("Fatima", Role.WORKER, "fatima")
    if who == "coordinator":
        return await place.staff("Sanne", Role.COORDINATOR, "sanne")
    if who == "stranger":
        return place.person("Mallory")
    return await place.visitor(who, Audience[who.upper()])


async def talk_of(place: Place, booker: Account) -> AppointmentId:
    """A talk that stands, a new one where the last was given up."""
    for n in range(6):
        answer = await booker.presses(Book(FATIMA, LINDE, TEN + n * TWENTY, Mode.SCHOOL))
        if answer.screen.card is not None:
            return answer.screen.card
    async with place.store.reading() as work:
        person = await work.people.find(booker.incoming().address)
        assert person is not None
        return next(each.id for each in await work.appointments.ahead(person.id, place.clock()))


@pytest.mark.parametrize("who", ["stranger", "pupil", "parent", "worker", "coordinator"])
@pytest.mark.parametrize("side", [Show, Do], ids=["shows", "does"])
async def test_every_button_that_can_be_read_leads_to_a_screen(
    patient: Place, who: str, side: type[Step]
) -> None:
    account, texts = await actor(patient, who), Texts(("nl", "en"), ZONE)
    booker = account if who in {"pupil", "parent"} else await patient.visitor("Sam")

    for kind in STEPS:
        if not issubclass(kind, side) or kind is Erase:
            continue
        talk = await talk_of(patient, booker)
        for step in variants(kind, talk):
            assert unpack(step.pack()) == step
            message(await account.presses(step), texts)
