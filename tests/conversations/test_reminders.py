"""What arrives unasked, once each, and what must not."""

from tests.town import Chat, Town


async def _reminders(texts: list[str]) -> list[str]:
    return [text.splitlines()[0] for text in texts if text.startswith(("Herinnering", "Reminder"))]


async def test_a_pupil_is_reminded_the_evening_before_and_that_morning(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere dag")
    await noor.taps("woensdag 25")
    await noor.taps((await noor.keys())[0])

    await town.clock("2026-11-24T18:59")
    assert await _reminders(await noor.texts()) == []
    await town.clock("2026-11-24T19:00")
    assert await _reminders(await noor.texts()) == ["Herinnering voor morgen"]
    await town.clock("2026-11-25T07:40")
    await town.clock("2026-11-26T20:00")

    assert await _reminders(await noor.texts()) == [
        "Herinnering voor morgen",
        "Herinnering voor vandaag",
    ]


async def test_a_parent_is_reminded_an_hour_before(town: Town) -> None:
    olena = await town.person("Olena", "en")
    await olena.scans("linde")
    await olena.taps("Parent")
    await olena.taps("First free")
    await olena.taps("➡️ Later")
    await olena.taps("11:00")

    await town.clock("2026-11-24T09:59")
    assert await _reminders(await olena.texts()) == []
    await town.clock("2026-11-24T10:30")
    assert await _reminders(await olena.texts()) == ["Reminder for soon"]


async def test_a_moved_talk_is_reminded_of_at_its_new_time_only(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Kies met wie")
    await noor.taps("👤 Jeroen")
    await noor.taps("Andere dag")
    await noor.taps((await noor.keys())[1])
    await noor.taps((await noor.keys())[0])
    first = (await noor.sees()).splitlines()[1]

    await noor.taps("Andere tijd")
    await noor.taps("Andere dag")
    await noor.taps((await noor.keys())[2])
    await noor.taps((await noor.keys())[0])
    second = next(line for line in (await noor.sees()).splitlines() if line.startswith("📅"))
    assert second != first
    await town.clock("2026-12-15T20:00")

    reminders = [text for text in await noor.texts() if text.startswith("Herinnering")]
    assert len(reminders) == 2
    assert all(second in text for text in reminders)


async def test_a_cancelled_talk_is_not_reminded_of(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere dag")
    await noor.taps("woensdag 25")
    await noor.taps((await noor.keys())[0])
    await noor.taps("Afzeggen")

    await town.clock("2026-11-26T20:00")

    assert await _reminders(await noor.texts()) == []


async def test_whoever_blocked_the_bot_holds_nobody_else_up(town: Town) -> None:
    noor, sam = await town.pupil("Noor"), await town.pupil("Sam")
    for chat in (noor, sam):
        await chat.taps("Eerste vrije tijd")
        await chat.taps("Andere dag")
        await chat.taps("woensdag 25")
        await chat.taps((await chat.keys())[0])
    await town.post(f"/sim/users/{noor.id}/block", {})

    await town.clock("2026-11-25T08:00")

    assert len(await _reminders(await sam.texts())) == 2
    assert await _reminders(await noor.texts()) == []


async def _has_talk_tomorrow(town: Town, name: str) -> Chat:
    chat = await town.pupil(name)
    await chat.taps("Eerste vrije tijd")
    await chat.taps("Andere dag")
    await chat.taps("woensdag 25")
    await chat.taps((await chat.keys())[0])
    return chat


async def _chooses(chat: Chat, words: str) -> None:
    await chat.sends("/start")
    await chat.taps("☰ Meer")
    await chat.taps("Herinneringen")
    await chat.taps(words)


async def test_who_wants_one_on_the_day_only_gets_that_one(town: Town) -> None:
    noor = await _has_talk_tomorrow(town, "Noor")

    await _chooses(noor, "Alleen die dag")

    assert "Je krijgt een herinnering op de dag zelf." in await noor.sees()
    await town.clock("2026-11-26T20:00")
    assert await _reminders(await noor.texts()) == ["Herinnering voor vandaag"]


async def test_stop_ends_reminders_and_has_a_way_back(town: Town) -> None:
    noor = await _has_talk_tomorrow(town, "Noor")
    await noor.sends("/stop")
    assert "Gelukt. Je krijgt geen herinneringen meer." in await noor.sees()

    await town.clock("2026-11-24T20:00")
    assert await _reminders(await noor.texts()) == []
    await noor.taps("Aan")
    await town.clock("2026-11-25T08:00")
    assert await _reminders(await noor.texts()) == ["Herinnering voor vandaag"]


async def test_after_stop_a_talk_that_is_off_is_told_all_the_same(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps((await noor.keys())[0])
    await noor.sends("/stop")

    await fatima.sends("/start")
    await fatima.taps("Later of niet")
    await fatima.taps("Ik ben er niet")
    await fatima.taps("Vandaag niet meer")
    await fatima.taps("Ja, ik ben weg")

    assert "kan niet doorgaan" in await noor.sees()


async def test_who_comes_back_is_reminded_again(town: Town) -> None:
    noor = await _has_talk_tomorrow(town, "Noor")
    await town.post(f"/sim/users/{noor.id}/block", {})
    await town.clock("2026-11-24T20:00")
    assert await _reminders(await noor.texts()) == []
    await town.post(f"/sim/users/{noor.id}/unblock", {})
    await town.clock("2026-11-25T08:00")

    assert await _reminders(await noor.texts()) == [
        "Herinnering voor morgen",
        "Herinnering voor vandaag",
    ]
