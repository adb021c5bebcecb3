"""What nobody should send, and a kind answer to each."""

import pytest

from tests.town import Town

HOME = "De Linde, dinsdag 24 november."


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("hoi", HOME),
        ("is fatima er", "Fatima, dinsdag 24 november:"),
        ("<b>x</b>", "Bedoel je dit?"),
        ("/frobnicate", HOME),
        ("/start", HOME),
        ("🙂", "Bedoel je dit?"),
    ],
)
async def test_text_where_a_button_was_expected_gets_an_answer_and_the_way_on(
    town: Town, words: str, answer: str
) -> None:
    noor = await town.pupil("Noor")

    await noor.sends(words)

    assert answer in await noor.sees()
    assert await noor.keys()


async def test_what_is_not_understood_names_the_numbers_to_call(town: Town) -> None:
    noor = await town.pupil("Noor")

    await noor.sends("qwertyuiop")

    assert "Bel 112." in await noor.sees()
    assert "Bel 113." in await noor.sees()


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker"])
async def test_nobody_heard_a_voice_or_saw_a_picture(town: Town, kind: str) -> None:
    noor = await town.pupil("Noor")

    await noor.shows(kind)

    assert (await noor.sees()).startswith(
        "Dit kan ik niet horen of zien. Niemand heeft het gezien. Is er gevaar? Bel 112."
    )


@pytest.mark.parametrize("words", ["112", "SOS", "help!", "hulp nodig"])
async def test_asking_for_help_in_so_many_words_shows_who_to_call(town: Town, words: str) -> None:
    noor = await town.person("Noor")

    await noor.sends(words)

    assert "🚨 112" in await noor.sees()
    assert "💙 113" in await noor.sees()
    assert "Er leest nu niemand mee." in await noor.sees()


@pytest.mark.parametrize("payload", ["s_linde_wrongcode", "s_nowhere_abcdef12", "i_nothing", "x"])
async def test_a_link_that_does_not_exist_is_answered_kindly(town: Town, payload: str) -> None:
    noor = await town.person("Noor")

    await noor.sends(f"/start {payload}")

    assert "Wie ben je?" in await noor.sees()
    assert "Fatima" not in await noor.sees()


@pytest.mark.parametrize(
    "data", ["", "z", "B", "B.1.2.3.s", "B.zzzzzzzzzzzzzzzzz.1.1.s", "X.1.1", "c.zz", "é", "T.1.x"]
)
async def test_a_forged_button_changes_nothing_and_shows_the_present_state(
    town: Town, data: str
) -> None:
    noor = await town.pupil("Noor")

    await noor.forges(data)

    assert "De Linde, dinsdag 24 november." in await noor.sees() or "Kies een tijd" in (
        await noor.sees()
    )
    await noor.sends("/appointments")
    assert "Je hebt geen afspraken." in await noor.sees()


async def test_a_button_of_somebody_elses_talk_does_nothing(town: Town) -> None:
    noor, mallory = await town.pupil("Noor"), await town.pupil("Mallory")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    card = (await noor.messages())[-1]["keyboard"]
    stolen = [key["data"].removeprefix("+") for row in card[:3] for key in row]
    stolen.append(f"c.{stolen[1].split('.')[1]}")

    for data in stolen:
        await mallory.forges(data)
        assert "9:40" not in await mallory.sees()

    await noor.sends("/appointments")
    assert "9:40" in await noor.sees()


async def test_without_the_schools_link_no_names_rooms_or_times(town: Town) -> None:
    noor = await town.person("Noor")
    await noor.sends("/start")
    await noor.taps("Leerling")
    await noor.taps("De Linde")

    assert await noor.sees() == (
        "Je koos De Linde.\nJe kunt op school altijd binnenlopen.\n"
        "Scan de QR-code op school. Dan zie je wie er is.\n" + (await noor.sees()).split("\n", 3)[3]
    )
    for command in ("/today", "/week", "/book"):
        await noor.sends(command)
        assert "Fatima" not in await noor.sees()
    for data in ("t", "k", "w", "d", "y"):
        await noor.forges(data)
        assert "Scan eerst de QR-code op school." in await noor.sees()

    await noor.scans("linde")
    assert "Fatima" in await noor.sees()


async def test_a_press_delivered_twice_books_once(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await town.post(
        "/sim/faults", {"method": "editMessageText", "kind": "5xx", "times": 1, "status": 502}
    )

    await noor.taps("9:40")

    assert (await noor.sees()).startswith("Je afspraak")
    await noor.sends("/appointments")
    assert (await noor.sees()).count("9:40") == 1


async def test_a_talk_in_the_past_is_shown_as_past(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    cancel = (await noor.messages())[-1]["keyboard"][1][0]["data"]

    await town.clock("2026-11-24T12:00")
    await noor.forges(cancel)

    assert "Dat kan nu niet meer." in await noor.sees()
    assert "Deze afspraak is geweest." in await noor.sees()
