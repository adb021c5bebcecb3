"""What a coordinator gets, and what a coordinator never sees."""

from tests.town import Town


async def test_the_digest_arrives_on_monday_at_eight_with_a_chart_once(town: Town) -> None:
    sanne = await town.person("Sanne")
    await sanne.joins("coordinators", "sanne")
    assert "De eerste cijfers komen nog." in await sanne.sees()
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")

    await town.clock("2026-11-30T07:59")
    assert not any("Cijfers van de week" in text for text in await sanne.texts())
    await town.clock("2026-11-30T08:00")
    await town.clock("2026-12-03T12:00")

    digests = [m for m in await sanne.messages() if "Cijfers van de week" in m["text"]]
    assert len(digests) == 1
    assert digests[0]["text"].startswith("Cijfers van de week van maandag 23 november")
    assert digests[0]["photo"]["url"]


async def test_asked_for_again_it_is_the_same(town: Town) -> None:
    sanne = await town.person("Sanne")
    await sanne.joins("coordinators", "sanne")
    await town.clock("2026-11-30T08:00")
    *_, first, table = await sanne.messages()
    assert table["document"]["file_name"] == "inloop-2026-W48.csv"

    await sanne.sends("/start")
    await sanne.taps("Laatste cijfers")

    assert await sanne.sees() == first["text"]
    await sanne.taps("Als tabel")
    assert await sanne.sees() == table["text"]


async def test_a_coordinator_reaches_no_talk_and_no_desk(town: Town) -> None:
    sanne, noor = await town.person("Sanne"), await town.pupil("Noor")
    await sanne.joins("coordinators", "sanne")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    cancel = (await noor.messages())[-1]["keyboard"][1][0]["data"]
    talk = cancel.split(".")[1]

    for data in (f"c.{talk}", f"dt.{talk}", f"dn.{talk}", f"dw.{talk}.b", cancel, "dd.fgz4", "k"):
        await sanne.forges(data)
        assert "Dag Sanne" in await sanne.sees()
        assert "9:40" not in await sanne.sees()

    await noor.sends("/appointments")
    assert "9:40" in await noor.sees()
