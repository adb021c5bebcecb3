"""A worker who is ill, late, or back early; a school that closes: nobody waits at a closed door."""

from tests.town import Chat, Town


async def books(pupil: Chat, time: str, worker: str = "") -> None:
    """Book a time of today, with the first worker or a chosen one."""
    if worker:
        await pupil.taps("Kies met wie")
        await pupil.taps(f"👤 {worker}")
    else:
        await pupil.taps("Eerste vrije tijd")
    await pupil.taps(time)


async def says_away(worker: Chat, *how: str) -> None:
    """Report an absence from the start screen, of today unless said otherwise."""
    await worker.sends("/start")
    await worker.taps("Later of niet")
    await worker.taps("Ik ben er niet")
    for each in how or ("Vandaag niet meer",):
        await worker.taps(each)
    await worker.taps("Ja, ik ben weg")


def notes(texts: list[str], words: str) -> int:
    return sum(words in each for each in texts)


async def test_three_who_booked_hear_that_the_worker_is_ill_and_choose_each_another_way(
    town: Town,
) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor, sam, yusuf = [await town.pupil(name) for name in ("Noor", "Sam", "Yusuf")]
    await books(noor, "9:40")
    await books(sam, "10 uur")
    await books(yusuf, "10:20")

    await says_away(fatima)

    assert "3 afspraken vielen weg. Iedereen krijgt bericht." in await fatima.sees()
    assert "Fatima is er niet op dinsdag 24 november." in await fatima.sees()
    assert "is er weer op" in await fatima.sees()
    for each, at in ((noor, "9:40 uur"), (sam, "10 uur"), (yusuf, "10:20 uur")):
        assert (await each.sees()).splitlines() == [
            "Je afspraak kan niet doorgaan.",
            f"📅 dinsdag 24 november, {at}",
            "Fatima is er dan niet.",
            "Wat wil je doen?",
        ]
        assert [key.partition(",")[0] for key in await each.keys()] == [
            "🕐 di 24 nov",
            "🕐 do 26 nov",
            "❌ Afzeggen",
        ]

    await noor.taps("– Jeroen")
    assert "Gelukt. Je afspraak is verzet." in await noor.sees()
    assert "Met Jeroen, De Linde, B2" in await noor.sees()
    await sam.taps("do 26 nov")
    assert "donderdag 26 november" in await sam.sees()
    assert "Met Fatima" in await sam.sees()
    await yusuf.taps("Afzeggen")
    assert "Deze afspraak is afgezegd." in await yusuf.sees()

    await noor.sends("/today")
    assert "✖️ Fatima is er vandaag niet." in await noor.sees()
    assert "Jeroen komt om 12:30 uur" in await noor.sees()


async def test_a_parent_is_told_in_the_own_language_and_the_card_says_the_same(town: Town) -> None:
    fatima, olena = await town.worker("Fatima", "fatima"), await town.person("Olena", "en")
    await olena.scans()
    await olena.taps("Parent")
    await olena.taps("First free time")
    await olena.taps("10:00")

    await says_away(fatima)

    assert (await olena.sees()).startswith("Your talk cannot go on.")
    assert "Fatima is not there then." in await olena.sees()
    assert any(key.endswith("– Jeroen") for key in await olena.keys())
    await olena.sends("/appointments")
    assert (await olena.sees()).startswith("Your talk cannot go on.")


async def test_an_absence_that_ends_early_gives_back_what_was_not_taken(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor, sam, yusuf = [await town.pupil(name) for name in ("Noor", "Sam", "Yusuf")]
    await books(noor, "10:20")
    await books(sam, "10 uur")
    await says_away(fatima)
    await sam.taps("– Jeroen")
    told = len(await sam.texts())

    await fatima.sends("/start")
    assert "Je hebt nu geen spreekuur meer vandaag." in await fatima.sees()
    await fatima.taps("Afwezigheid")
    await fatima.taps("Er toch weer")

    assert "Fijn dat je er weer bent." in await fatima.sees()
    assert (await noor.sees()).startswith("Er is iets veranderd.\nJe afspraak gaat toch door.")
    assert "10:20 uur" in await noor.sees()
    assert len(await sam.texts()) == told
    await yusuf.taps("Eerste vrije tijd")
    assert (await yusuf.keys())[:2] == [
        "🕐 di 24 nov, 9:40 uur – Fatima",
        "🕐 di 24 nov, 10 uur – Fatima",
    ]


async def test_correcting_an_absence_tells_nobody_twice(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor, sam = await town.pupil("Noor"), await town.pupil("Sam")
    await books(noor, "9:40")
    await sam.taps("Eerste vrije tijd")
    await sam.taps("Later")
    await sam.taps("11 uur")

    await says_away(fatima, "Tot een tijd", "Tot 10 uur")
    assert "1 afspraak viel weg." in await fatima.sees()
    told = len(await noor.texts())
    assert "Je afspraak kan niet doorgaan." in await noor.sees()
    assert "Je afspraak kan niet doorgaan." not in await sam.sees()

    await says_away(fatima)

    assert "1 afspraak viel weg." in await fatima.sees()
    assert len(await noor.texts()) == told
    assert "Je afspraak kan niet doorgaan." in await sam.sees()


async def test_only_those_still_to_come_hear_that_the_worker_is_late(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor, sam = await town.pupil("Noor"), await town.pupil("Sam")
    await books(noor, "9:40")
    await books(sam, "10 uur")
    await town.clock("2026-11-24T09:45")
    before = len(await noor.texts())

    await fatima.sends("/start")
    await fatima.taps("Later of niet")
    assert await fatima.keys() == [
        "⏳ 10 minuten",
        "⏳ 20 minuten",
        "⏳ 30 minuten",
        "✖️ Ik ben er niet",
    ]
    await fatima.taps("20 minuten")

    assert "Gelukt. Je komt 20 minuten later." in await fatima.sees()
    assert (await sam.sees()).startswith("Er is iets veranderd.\nFatima komt 20 minuten later.")
    assert len(await noor.texts()) == before
    await sam.sends("/today")
    assert "⏳ Fatima komt later: om 10:05 uur. B2." in await sam.sees()

    await fatima.taps("Ik ben er")
    await sam.sends("/today")
    assert "✅ Fatima is er nu, tot 12 uur. B2." in await sam.sees()


async def test_who_is_late_twice_is_believed_the_second_time(town: Town) -> None:
    fatima, sam = await town.worker("Fatima", "fatima"), await town.pupil("Sam")
    await books(sam, "10:20")
    for minutes in ("10 minuten", "30 minuten"):
        await fatima.sends("/start")
        await fatima.taps("Later of niet")
        await fatima.taps(minutes)
    assert "Fatima komt 30 minuten later." in await sam.sees()


async def test_a_colleague_can_say_it_and_sees_nothing_of_who_booked(town: Town) -> None:
    fatima, jeroen = await town.worker("Fatima", "fatima"), await town.worker("Jeroen", "jeroen")
    noor = await town.pupil("Noor")
    await books(noor, "10:20")
    before = len(await fatima.texts())

    await jeroen.sends("/start")
    await jeroen.taps("Meer")
    await jeroen.taps("Collega er niet")
    await jeroen.taps("✖️ Fatima")
    assert (await jeroen.sees()).splitlines() == [
        "Fatima is er vandaag niet meer.",
        "Wie een afspraak heeft, krijgt bericht.",
    ]
    await jeroen.taps("Ja, dat klopt")

    assert "Gelukt. Wie een afspraak heeft, krijgt bericht." in await jeroen.sees()
    assert "10:20" not in "".join(await jeroen.texts())
    assert (await noor.sees()).startswith("Je afspraak kan niet doorgaan.")
    assert len(await fatima.texts()) == before


async def test_a_school_that_closes_keeps_the_phone_and_tells_who_would_come(town: Town) -> None:
    jeroen, noor, sam = (
        await town.worker("Jeroen", "jeroen"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    await books(noor, "10:20")
    await sam.taps("Eerste vrije tijd")
    await sam.taps("Andere manier")
    await sam.taps("Bellen")
    await sam.taps("11 uur" if any("11 uur" in k for k in await sam.keys()) else "10 uur")
    card = await sam.sees()

    await jeroen.sends("/start")
    await jeroen.taps("Meer")
    await jeroen.taps("Collega er niet")
    await jeroen.taps("De Linde dicht")
    await jeroen.taps("Ja, dicht")

    assert "De school is dan dicht." in await noor.sees()
    assert await sam.sees() == card
    await noor.sends("/today")
    assert "Het gebouw is vandaag dicht: onverwacht." in await noor.sees()
    assert "📞 Fatima: alleen bellen, 9 uur tot 12 uur." in await noor.sees()

    await jeroen.taps("Meer")
    await jeroen.taps("Collega er niet")
    await jeroen.taps("De Linde open")
    assert (await noor.sees()).startswith("De Linde, dinsdag 24 november.") or (
        "Je afspraak gaat toch door." in await noor.sees()
    )
    assert notes(await noor.texts(), "Je afspraak gaat toch door.") == 1


async def test_nobody_is_here_says_sorry_who_is_and_tells_the_worker(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await books(noor, "9:40")
    await town.clock("2026-11-24T09:42")

    await noor.sends("/appointments")
    assert "🚪 Er is niemand" in await noor.keys()
    await noor.taps("Er is niemand")

    assert (await noor.sees()).startswith("Sorry. Dat is niet goed.\nFatima krijgt nu een bericht.")
    assert [key for key in await noor.keys() if key.startswith("🕐 di 24 nov, 10 uur")]
    assert (await fatima.sees()).startswith("Er stond iemand voor je deur.")
    told = len(await fatima.texts())
    await noor.taps("Terug")
    await noor.taps("Er is niemand")
    assert len(await fatima.texts()) == told


async def test_a_talk_whose_worker_is_away_gets_the_ways_on_instead_of_a_reminder(
    town: Town,
) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await noor.taps("Kies met wie")
    await noor.taps("👤 Fatima")
    await noor.taps("Andere dag")
    await noor.taps((await noor.keys())[1])
    await noor.taps((await noor.keys())[0])
    await fatima.sends("/start")
    await fatima.taps("Later of niet")
    await fatima.taps("Ik ben er niet")
    await fatima.taps("Andere dagen")
    await fatima.taps("donderdag 26 november")
    await fatima.taps("vrijdag 27 november")
    assert "• do 26 nov tot en met vr 27 nov" in await fatima.sees()
    assert "Er valt 1 afspraak weg." in await fatima.sees()
    await fatima.taps("Ja, ik ben weg")
    [card] = await noor.texts()
    assert "Fatima is er dan niet." in card

    await town.clock("2026-11-25T19:30")
    card, reminded = await noor.texts()
    assert card == reminded
    assert card.startswith("Je afspraak kan niet doorgaan.")


async def test_a_pupil_who_comes_later_says_so_in_two_taps_and_the_worker_hears_it(
    town: Town,
) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await books(noor, "9:40")
    assert "⏳ Ik kom later" not in await noor.keys()
    await town.clock("2026-11-24T09:36")
    await noor.sends("/appointments")
    await noor.taps("Ik kom later")
    assert (await noor.keys())[:3] == ["⏳ 5 minuten", "⏳ 10 minuten", "⏳ 15 minuten"]
    await noor.taps("10 minuten")

    assert "Gelukt. We zeggen het door." in await noor.sees()
    assert "Je komt 10 minuten later." in await noor.sees()
    assert (await fatima.sees()).startswith("Iemand komt later.")
    assert "⏳ Komt 10 minuten later." in await fatima.sees()
    await fatima.taps("Die dag")
    assert "⏳ 10 minuten later" in await fatima.sees()

    await town.clock("2026-11-24T09:45")
    await noor.taps("Ik kom later")
    await noor.taps("15 minuten")
    assert "⏳ Komt 15 minuten later." in await fatima.sees()
