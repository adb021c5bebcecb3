"""The page behind a link, over real HTTP: it asks, its button does, once."""

import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.mail.links import Links
from flows.model import Known, NoticeKind, PersonId, Role
from flows.programme import ref_of
from flows.staff_steps import Here
from storage.sealing import KeyRing, Sealer
from tests.bot.mail.desk import FATIMAS, Desk
from tests.bot.mail.desk import desk as build
from tests.town import TUESDAY, ZONE

HERE = Here(ref_of("linde"), TUESDAY.date())
JEROENS = "jeroen@inloop.example"


async def invited(desk: Desk) -> str:
    """The path of the link in a mail about a new talk."""
    await desk.news()
    return desk.link()


async def made(desk: Desk, person: PersonId, links: Links | None = None) -> str:
    """The path of a link that is in no mail."""
    return (links or desk.links).address(person, HERE, desk.clock()).removeprefix(desk.address)


async def test_a_link_asks_and_its_button_tells_everybody_that_she_is_there(desk: Desk) -> None:
    path = await invited(desk)

    status, page = await desk.opens(path)
    assert status == 200
    assert "Wil je dit doorgeven?" in page
    assert page.count("<button>") == 1
    assert "<button>✅ Ik ben er</button>" in page

    status, page = await desk.presses(path)
    assert status == 200
    assert "Iedereen ziet dat je er bent op De Linde." in page
    assert "<button>" not in page
    (said,) = await desk.rows("presence")
    assert (said["worker"], said["school"]) == ("fatima", "linde")


async def test_a_scanner_that_follows_links_changes_nothing(desk: Desk) -> None:
    path = await invited(desk)
    before = await desk.everything()

    for _ in range(3):
        assert (await desk.opens(path))[0] == 200
    async with desk.web.head(path) as answer:
        assert answer.status == 200

    assert await desk.everything() == before


async def test_pressed_twice_it_has_one_effect_and_shows_what_came_of_it(desk: Desk) -> None:
    path = await invited(desk)
    await desk.presses(path)
    after = await desk.everything()

    status, page = await desk.presses(path)

    assert status == 200
    assert "Je bent er." in page
    assert await desk.everything() == after
    assert len([each for each in after["notice"] if each["kind"] is NoticeKind.CARD]) == 1


async def test_opened_again_afterwards_it_asks_no_more(desk: Desk) -> None:
    path = await invited(desk)
    await desk.presses(path)

    status, page = await desk.opens(path)

    assert status == 200
    assert "Dit is al doorgegeven." in page
    assert "Je bent er." in page
    assert "<button>" not in page


async def test_nothing_of_a_page_is_kept_found_or_told_to_others(desk: Desk) -> None:
    path = await invited(desk)
    for call in (desk.web.get, desk.web.post):
        async with call(path) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert "noindex" in answer.headers["X-Robots-Tag"]
            assert '<html lang="nl"' in await answer.text()
            assert "Set-Cookie" not in answer.headers


async def refused(desk: Desk, path: str, status: int) -> str:
    """What a path is told, asked and pressed; nothing changes."""
    before = await desk.everything()
    asked, page = await desk.opens(path)
    pressed, same = await desk.presses(path)
    assert (asked, pressed) == (status, status)
    assert page == same
    assert "<button>" not in page
    assert await desk.everything() == before
    return page


@pytest.mark.parametrize("token", ["x", "1~2~h~", "~~~", "%00", "%ff", "é", "a" * 4000, "..%2f"])
async def test_a_token_that_was_never_made_is_unknown(desk: Desk, token: str) -> None:
    assert "Deze link ken ik niet." in await refused(desk, f"/l/{token}", 404)


async def test_a_forged_link_is_unknown(desk: Desk) -> None:
    fatima = await desk.known()
    other = Links(Sealer(KeyRing(1, {1: bytes(32)})), desk.address, ZONE)
    assert "ken ik niet" in await refused(desk, await made(desk, fatima.id, other), 404)


async def test_a_link_is_over_after_tomorrow(desk: Desk) -> None:
    path = await invited(desk)
    desk.clock.now = TUESDAY.replace(day=25, hour=23, minute=59)
    status, _ = await desk.opens(path)
    assert status == 200
    desk.clock.now = TUESDAY.replace(day=26, hour=0, minute=0)
    assert "Deze link is te oud." in await refused(desk, path, 410)


async def test_yesterdays_link_changes_nothing_and_shows_how_it_is(desk: Desk) -> None:
    path = await invited(desk)
    desk.clock.advance(timedelta(days=1))

    status, page = await desk.presses(path)

    assert status == 200
    assert "Deze knop is oud." in page
    assert await desk.rows("presence") == []


async def test_the_link_of_somebody_unknown_is_over(desk: Desk) -> None:
    await refused(desk, await made(desk, PersonId(1)), 410)


async def test_a_pupils_link_would_be_over_even_if_there_were_one(desk: Desk) -> None:
    noor = await desk.visitor("Noor")
    await refused(desk, await made(desk, await noor.person()), 410)


async def test_a_link_for_who_uses_telegram_is_over_though_it_be_signed(desk: Desk) -> None:
    jeroen = await desk.staff("Jeroen", Role.WORKER, "jeroen")
    await refused(desk, await made(desk, await jeroen.person()), 410)


async def test_a_colleagues_link_says_the_colleague_is_there(tmp_path: Path) -> None:
    """Whoever holds a link may press it; it says who it is, and nothing makes it say another."""
    async with build(tmp_path, {"fatima": FATIMAS, "jeroen": JEROENS}) as desk:
        jeroen = await desk.known(JEROENS)
        await desk.presses(await made(desk, jeroen.id))
        (said,) = await desk.rows("presence")
        assert said["worker"] == "jeroen"


async def test_a_link_is_over_once_the_worker_uses_telegram(desk: Desk) -> None:
    path = await invited(desk)
    await desk.staff("Fatima", Role.WORKER, "fatima")
    await refused(desk, path, 410)


async def test_a_step_the_desk_does_not_offer_now_is_not_asked(desk: Desk) -> None:
    fatima = await desk.known()
    elsewhere = Here(ref_of("hamerslag"), TUESDAY.date())
    path = desk.links.address(fatima.id, elsewhere, TUESDAY).removeprefix(desk.address)
    status, page = await desk.opens(path)
    assert status == 200
    assert "<button>" not in page
    assert "De Linde, B2" in page, "how it is now"


async def test_late_is_told_by_a_link(desk: Desk) -> None:
    await desk.news()
    path = desk.link("20 minuten")

    _, page = await desk.opens(path)
    assert "<button>⏳ 20 minuten</button>" in page
    assert "Wie nog komt, krijgt bericht." in page

    _, page = await desk.presses(path)
    assert "Je komt 20 minuten later." in page
    (said,) = await desk.rows("presence")
    assert said["until_at"] is not None


async def test_late_and_then_here_are_two_links(desk: Desk) -> None:
    await desk.news()
    await desk.presses(desk.link("20 minuten"))
    _, page = await desk.opens(desk.link())
    assert "<button>✅ Ik ben er</button>" in page
    await desk.presses(desk.link())
    (said,) = await desk.rows("presence")
    assert said["known"] is Known.CONFIRMED


async def test_away_says_what_will_happen_before_it_does(desk: Desk) -> None:
    talk = await desk.news()
    path = desk.link("Ja, ik ben weg")

    _, page = await desk.opens(path)
    assert "Er valt 1 afspraak weg. Die persoon krijgt bericht." in page
    assert "<button>✖️ Ja, ik ben weg</button>" in page
    assert await desk.rows("absence") == []

    _, page = await desk.presses(path)
    assert "1 afspraak viel weg." in page
    assert len(await desk.rows("absence")) == 1
    told = [each for each in await desk.rows("notice") if each["kind"] is NoticeKind.AWAY]
    assert [each["appointment"] for each in told] == [talk]

    before = await desk.everything()
    await desk.presses(path)
    assert await desk.everything() == before


async def test_a_stranger_is_told_in_the_language_of_the_browser(desk: Desk) -> None:
    async with desk.web.get("/l/x", headers={"Accept-Language": "en-GB,nl;q=0.5"}) as answer:
        assert "I do not know this link." in await answer.text()
    async with desk.web.get("/l/x", headers={"Accept-Language": "<b>"}) as answer:
        assert "Deze link ken ik niet." in await answer.text()


async def test_a_large_body_is_not_read(desk: Desk) -> None:
    path = await invited(desk)
    async with desk.web.post(path, data=b"x" * 100_000) as answer:
        assert answer.status == 413
    assert await desk.rows("presence") == []


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("GET", "/l/"), ("DELETE", "/l/x")])
async def test_there_is_nothing_else(desk: Desk, method: str, path: str) -> None:
    async with desk.web.request(method, path) as answer:
        assert answer.status in {404, 405}


async def test_our_own_fault_is_an_apology_and_the_log_holds_no_link(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    path = await invited(desk)
    async with desk.store.engine.sql.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE presence RENAME TO lost")

    with caplog.at_level(logging.ERROR):
        status, page = await desk.presses(path)

    assert status == 500
    assert "Er ging iets mis." in page
    assert [each.getMessage() for each in caplog.records] == ["a page failed"]


async def test_a_press_wakes_whoever_tells_the_others(desk: Desk) -> None:
    told: list[Any] = []
    path = await invited(desk)
    desk.pages.done = lambda: told.append(1)
    await desk.opens(path)
    assert told == []
    await desk.presses(path)
    assert told == [1]
