"""What a worker is told and does between two talks."""

from tests.town import Town


async def test_hears_of_a_booking_a_move_and_a_cancel_at_once(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor = await town.pupil("Noor")

    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    assert (await fatima.sees()).startswith("Nieuwe afspraak\n📅 dinsdag 24 november, 9:40 uur")
    assert "🎒 Een leerling" in await fatima.sees()

    await noor.taps("Andere tijd")
    await noor.taps("10:20")
    assert (await fatima.sees()).startswith("Een afspraak is verzet.")
    assert "Eerst was het dinsdag 24 november, 9:40 uur." in await fatima.sees()

    await noor.taps("Afzeggen")
    assert (await fatima.sees()).startswith("Een afspraak is afgezegd.")
    assert "Noor" not in "".join(await fatima.texts())


async def test_a_talk_that_goes_to_a_colleague_tells_both(town: Town) -> None:
    fatima, jeroen = await town.worker("Fatima", "fatima"), await town.worker("Jeroen", "jeroen")
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    card = (await noor.messages())[-1]
    move = card["keyboard"][0][0]["data"].removeprefix("+").split(".")

    await noor.forges(f"t...fjv9.{move[4]}.{move[5]}")
    later = [key for key in await noor.keys() if "Jeroen" in key]
    while not later:
        await noor.taps("➡️ Later")
        later = [key for key in await noor.keys() if "Jeroen" in key]
    await noor.taps(later[0])

    assert (await fatima.sees()).startswith("Een afspraak ging naar een collega.")
    assert "Eerst was het dinsdag 24 november, 9:40 uur." in await fatima.sees()
    assert (await jeroen.sees()).startswith("Een afspraak is verzet.")


async def test_i_am_here_changes_the_cards_of_today_silently(town: Town) -> None:
    fatima, noor, sam = (
        await town.worker("Fatima", "fatima"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    await sam.taps("Kies met wie")
    await sam.taps("👤 Fatima")
    await sam.taps("Andere dag")
    await sam.taps((await sam.keys())[1])
    await sam.taps((await sam.keys())[0])
    before = len(await noor.messages())

    await fatima.sends("/start")
    assert "✅ Ik ben er" in await fatima.keys()
    await fatima.taps("Ik ben er")

    assert "Gelukt. Iedereen ziet dat je er bent op De Linde." in await fatima.sees()
    assert "✅ Fatima is er." in await noor.sees()
    assert len(await noor.messages()) == before
    assert "✅ Fatima is er." not in await sam.sees()
    await noor.sends("/today")
    assert "✅ Fatima is er nu, tot 12 uur. B2." in await noor.sees()


async def test_sees_the_day_without_names(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("10:20")

    await fatima.sends("/start")
    assert "Vandaag nog 1 afspraak." in await fatima.sees()
    await fatima.taps("Vandaag")

    assert "Afspraken op dinsdag 24 november" in await fatima.sees()
    assert (await fatima.keys())[0] == "🎒 10:20 uur – 🏫 Op school"
    await fatima.taps("Dag later")
    assert "woensdag 25 november" in await fatima.sees()


async def test_an_invitation_works_once(town: Town) -> None:
    fatima, stranger = await town.person("Fatima"), await town.person("Mallory")
    listed = (await town.get("/sim/programme"))["workers"]
    payload = next(each["payload"] for each in listed if each["id"] == "fatima")

    await fatima.sends(f"/start {payload}")
    assert "Deze chat hoort nu bij jou." in await fatima.sees()

    await stranger.sends(f"/start {payload}")
    assert "Deze uitnodiging werkt niet meer." in await stranger.sees()


async def test_an_invitation_of_yesterday_is_refused(town: Town) -> None:
    fatima = await town.person("Fatima")
    listed = (await town.get("/sim/programme"))["workers"]

    await town.clock("2026-11-25T09:31")
    await fatima.sends(f"/start {listed[0]['payload']}")

    assert "Deze uitnodiging werkt niet meer." in await fatima.sees()


async def test_takes_no_bookings_of_somebody_for_a_while_and_takes_that_back(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    await fatima.taps("Die dag")
    await fatima.taps("9:40")
    await fatima.taps("Even geen afspraken")
    assert (await fatima.sees()).startswith(
        "Deze persoon kan 14 dagen geen afspraak met jou maken. Binnenlopen en hulp blijven open."
    )

    await noor.sends("/start")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("10:20")
    assert (await noor.sees()).startswith(
        "Met deze hulpverlener kun je nu even geen afspraak maken. Binnenlopen mag altijd."
    )
    assert "Fatima" in await noor.sees(), "who is there stands below"

    await fatima.taps("Weer afspraken")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("10:20")
    assert (await noor.sees()).startswith("Je afspraak\n📅 dinsdag 24 november, 10:20 uur")
