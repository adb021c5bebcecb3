"""Everything that is kept, in words and as a file; on a shared phone behind the pictures."""

import json
from datetime import UTC, timedelta
from typing import Any

import pytest

from flows.booking.codes import code_line
from flows.model import (
    CAN_BE_TAKEN_AWAY,
    AppointmentId,
    Audience,
    Consult,
    Mode,
    Reminded,
    Role,
    Status,
    Typed,
)
from flows.policy import PrivacyLimits
from flows.rights.data import AS_ROWS, IN_FILE, SAID, my_data
from flows.rights.terms import terms_of
from flows.router import Answer
from flows.screen import Line
from flows.steps import (
    Await,
    Book,
    Bring,
    Interpret,
    Mine,
    MyData,
    MyFile,
    Share,
    Type,
)
from flows.visit import READ
from storage.rights import HELD
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, title
from tests.ports import Account, demo_programme, link_in
from tests.town import TUESDAY

TERMS = terms_of(PrivacyLimits())


def lines(answer: Answer) -> dict[str, dict[str, Any]]:
    """The values of every text of a screen."""
    return {each.id: dict(each.args) for each in answer.screen.lines}


def content(answer: Answer) -> dict[str, Any]:
    """What the file says."""
    assert answer.screen.document is not None
    found: dict[str, Any] = json.loads(answer.screen.document.content)
    return found


async def olena_with_everything(place: Place) -> tuple[Account, AppointmentId]:
    """A parent with a talk by phone, a number, a child, a nickname, in line for an earlier time."""
    olena = await place.visitor("Olena", Audience.PARENT)
    other = await place.visitor("Other")
    await place.booked(other, TEN - timedelta(minutes=20))
    talk = await place.booked(olena, mode=Mode.PHONE)
    await olena.types("0612345678")
    for what, words in ((Typed.LABEL, "Bo"), (Typed.NICKNAME, "Oleńka")):
        await olena.presses(Type(talk, what))
        await olena.types(words)
    await olena.presses(Interpret(talk))
    await olena.presses(Await(talk))
    return olena, talk


ANOTHER: dict[str, Any] = {
    "person.address": "test|Another", "person.language": "pl", "person.audience": Audience.STAFF,
    "person.school": "windkant", "person.school_code": None, "person.seen_on": None,
    "person.created_at": TEN - timedelta(days=9), "person.reminded": Reminded.DAY,
    "person.shared": True, "participant.seat": 1, "participant.interpreter": "pl",
    "participant.label": "Ab", "participant.phone": "0687654321", "participant.nickname": "Ol",
    "appointment.worker": "jeroen", "appointment.start_at": TEN + timedelta(days=9),
    "appointment.mode": Mode.VIDEO, "appointment.status": Status.NOSHOW, "appointment.code": None,
    "appointment.consult": Consult.TEAM, "appointment.late_minutes": 5,
}  # fmt: skip
"""Another value for every column that is told."""


def test_every_column_is_told_or_in_the_file() -> None:
    """A new column has to be put in one of the lists, a new table too."""
    columns = {
        f"{table}.{each.name}"
        for table, asked in HELD.items()
        for each in asked.selected_columns
        if table not in AS_ROWS
    }
    assert columns == SAID | IN_FILE
    assert set(HELD) >= AS_ROWS
    assert set(ANOTHER) == SAID


@pytest.mark.parametrize("column", sorted(SAID))
async def test_another_value_is_told_in_other_words(place: Place, column: str) -> None:
    olena, _ = await olena_with_everything(place)
    async with place.store.reading() as work:
        held = await work.people.held(await olena.person())
    (table, name), file = column.split("."), MyFile()
    other = {**held, table: [{**each, name: ANOTHER[column]} for each in held[table]]}

    shown = [my_data(each, demo_programme(), TERMS, file, TEN) for each in (held, other)]

    assert shown[0] != shown[1]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("staff", "data-desk"),
        ("waiting", "card-waits"),
        ("notice", "data-notices"),
        ("awaiting", "data-awaited"),
    ],
)
async def test_it_is_told_that_there_is_something(place: Place, table: str, text: str) -> None:
    olena, talk = await olena_with_everything(place)
    await olena.presses(Type(talk, Typed.NICKNAME))
    async with place.store.work() as work:
        await work.people.join(await olena.person(), Role.WORKER, "mike", place.clock())
        await work.commit()
    async with place.store.reading() as work:
        held = await work.people.held(await olena.person())
    shown = [
        my_data(each, demo_programme(), TERMS, MyFile(), TEN)
        for each in (held, {**held, table: []})
    ]

    assert [text in [line.id for line in each.lines] for each in shown] == [True, False]


async def test_everything_is_told_in_words(place: Place) -> None:
    olena, talk = await olena_with_everything(place)

    answer = await olena.presses(MyData())

    said, code = lines(answer), (await place.talk(talk)).code
    assert title(answer) == "data-title"
    assert {"audience-parent", "data-linked", "card-waits", "data-notices"} <= said.keys()
    assert said["data-channel"] == {"channel": "test", "id": "Olena"}
    assert said["data-school"] == {"school": "De Linde"}
    assert said["data-talk"] == {"at": TEN, "name": "Fatima"}
    assert said["data-status"] == {"status": "booked", "way": Line("way-phone")}
    assert said["data-phone"] == {"words": "0612345678"}
    assert said["data-label"] == {"words": "Bo"}
    assert said["data-nickname"] == {"words": "Oleńka"}
    assert said["data-since"] == {"on": TUESDAY.date()}
    assert {"data-interpreter", "data-reminded", "data-shared"} <= said.keys()
    assert code_line(code) in answer.screen.lines


async def test_the_file_has_every_column(place: Place) -> None:
    olena, talk = await olena_with_everything(place)

    found = content(await olena.presses(MyFile()))

    assert set(found["kept"]) == set(HELD)
    assert found["kept"]["person"][0]["address"] == "test|Olena"
    [seat] = found["kept"]["participant"]
    assert (seat["phone"], seat["label"], seat["nickname"]) == ("0612345678", "Bo", "Oleńka")
    [row] = found["kept"]["appointment"]
    assert (row["id"], row["mode"]) == (talk, "phone")
    assert row["start_at"] == TEN.astimezone(UTC).isoformat()
    assert found["kept_for"] == {"talk_days": 2, "rest_days": 7, "idle_days": 90}
    assert found["counted"]["readable"] is False


async def test_nothing_is_kept_of_a_stranger(place: Place) -> None:
    mallory = place.person("Mallory")
    before = await place.everything()

    assert title(await mallory.presses(MyData())) == "data-nothing"
    assert note(await mallory.presses(MyFile())) == "refused-stale"

    assert await place.everything() == before


async def test_a_guest_sees_the_talk_and_not_what_was_typed_for_it(place: Place) -> None:
    olena, talk = await olena_with_everything(place)
    sam = place.person("Sam")
    await sam.starts(link_in(await olena.presses(Bring(talk))))

    said, file = lines(await sam.presses(MyData())), content(await sam.presses(MyFile()))

    assert "data-guest" in said
    assert not {"data-phone", "data-label", "data-nickname", "card-waits"} & said.keys()
    for word in ("0612345678", "Bo", "Oleńka"):
        assert f'"{word}"' not in json.dumps(file, ensure_ascii=False)


async def test_what_others_hold_is_in_nobody_elses_file(place: Place) -> None:
    await olena_with_everything(place)
    sam = await place.visitor("Sam")

    file = content(await sam.presses(MyFile()))

    assert [len(file["kept"][table]) for table in ("person", "participant", "notice")] == [1, 0, 0]


async def test_a_worker_sees_that_there_is_a_desk_and_no_talk_of_others(place: Place) -> None:
    await olena_with_everything(place)
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    said = lines(await fatima.presses(MyData()))

    assert "data-desk" in said
    assert "data-talk" not in said


async def shared(place: Place) -> tuple[Account, int]:
    """Noor, on a phone that others look at, with a talk at ten; its pictures."""
    noor = await place.visitor("Noor")
    noor.shares = True
    await noor.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))
    async with place.store.reading() as work:
        [talk] = await work.appointments.ahead(await noor.person(), place.clock())
    assert talk.code is not None
    return noor, talk.code


async def test_on_a_shared_phone_the_pictures_open_it(place: Place) -> None:
    noor, code = await shared(place)

    closed = await noor.presses(MyData())
    assert title(closed) == "locked-ask"
    offered = [each.step for each in closed.screen.choices]
    assert MyData(code) in offered
    assert len(offered) == 8
    others = [each for each in offered if each != MyData(code)]
    assert title(await noor.presses(others[0])) == "locked-wrong"

    opened = await noor.presses(MyData(code))
    assert title(opened) == "data-title"
    assert opened.screen.vanish_at == place.clock() + READ
    assert opened.screen.actions[0].step == MyFile(code)
    assert (await noor.presses(MyFile(code))).screen.document is not None


async def test_on_a_shared_phone_the_file_is_closed_too(place: Place) -> None:
    noor, code = await shared(place)

    answer = await noor.presses(MyFile())

    assert (title(answer), answer.screen.document) == ("locked-ask", None)
    assert MyFile(code) in [each.step for each in answer.screen.choices]


async def test_whoever_guesses_is_stopped_wherever_the_guesses_are_made(place: Place) -> None:
    noor, code = await shared(place)
    wrong = [
        each.step
        for each in (await noor.presses(MyData())).screen.choices
        if each.step != MyData(code)
    ]
    for each in wrong[:5]:
        await noor.presses(each)

    assert title(await noor.presses(MyData(code))) == "locked-enough"
    assert title(await noor.presses(MyFile(code))) == "locked-enough"
    for key in (await noor.presses(Mine())).screen.choices:
        assert title(await noor.presses(key.step)) == "locked-enough"


async def test_without_a_talk_a_shared_phone_hides_nothing(place: Place) -> None:
    noor = await place.visitor("Noor")
    await noor.presses(Share(1))

    assert title(await noor.presses(MyData())) == "data-title"


async def test_what_was_shown_leaves_every_chat_while_it_can(place: Place) -> None:
    olena, _ = await olena_with_everything(place)
    for step in (MyData(), MyFile()):
        assert (await olena.presses(step)).screen.vanish_at == place.clock() + CAN_BE_TAKEN_AWAY
