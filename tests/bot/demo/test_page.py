"""The chat page in a real browser, on a real server with a small bot."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Route,
    async_playwright,
    expect,
)

from bot.demo.page import FOLDER
from tests.bot.demo.page_bot import HOSTILE, MORNING, Demo, keys, running
from tests.browser import find_browser, launch, must_have_browser

NOOR, OLENA, FATIMA, SANNE = 1001, 1002, 1003, 1004
pytestmark = pytest.mark.asyncio(loop_scope="module")
expect.set_options(timeout=90_000)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    path = find_browser()
    if path is None:
        stop = pytest.fail if must_have_browser() else pytest.skip
        stop("no Chromium: python -m tests.browser says how to get one")
    async with async_playwright() as playwright, await launch(playwright, path) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def demo() -> AsyncIterator[Demo]:
    async with running() as demo:
        yield demo


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(context: BrowserContext, demo: Demo) -> AsyncIterator[Page]:
    """The page with the first four people; nothing may go wrong in it unseen."""
    wrong: list[str] = []
    page = await context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if _is_policy(said.text) else None)
    await page.goto(demo.address)
    await expect(page.get_by_role("region", name="Sanne")).to_be_visible()
    yield page
    assert wrong == []


def _is_policy(text: str) -> bool:
    return "Content Security Policy" in text or "Trusted" in text


def phone(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


async def started(page: Page, name: str = "Noor") -> Locator:
    """Somebody's phone after START."""
    it = phone(page, name)
    await it.get_by_role("button", name="START").click()
    await expect(it.get_by_text("Hoi! Wat wil je?")).to_be_visible()
    return it


async def types(it: Locator, text: str) -> None:
    await it.get_by_role("textbox").fill(text)
    await it.get_by_role("textbox").press("Enter")


async def button(it: Locator, name: str) -> None:
    await it.get_by_role("button", name=name, exact=True).click()


async def test_page_and_its_files_are_served_under_a_strict_policy(demo: Demo) -> None:
    paths = ["/", *(f"/page/{path.name}" for path in FOLDER.iterdir())]
    async with aiohttp.ClientSession(demo.address) as session:
        for path in paths:
            async with session.get(path) as answer:
                assert answer.status == 200
                assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["Cache-Control"] == "no-store"
        async with session.get("/page/..%2fpage.py") as answer:
            assert answer.status == 404


async def test_four_people_stand_side_by_side_on_a_wide_window(page: Page) -> None:
    for name in ("Noor", "Olena", "Fatima", "Sanne"):
        await expect(phone(page, name)).to_be_in_viewport(ratio=0.99)
    await expect(page.get_by_label("Personen")).to_be_hidden()
    await expect(page.get_by_text("Loop binnen bij iemand van school.")).to_have_count(4)


async def test_start_says_what_was_scanned_and_sends_the_payload(page: Page, demo: Demo) -> None:
    await expect(phone(page, "Noor").get_by_text("QR-code van De Linde")).to_be_visible()
    noor = await started(page)
    assert demo.typed(NOOR) == ["/start s-linde"]
    await expect(noor.get_by_text("/start", exact=True)).to_be_visible()
    await expect(noor.get_by_role("button", name="START")).to_be_hidden()


async def test_start_of_a_worker_takes_an_invitation_nobody_has_seen(
    page: Page, demo: Demo
) -> None:
    before = demo.invited
    await expect(phone(page, "Fatima").get_by_text("uitnodiging voor Fatima")).to_be_visible()
    await started(page, "Fatima")
    assert demo.typed(FATIMA) == [f"/start w-fatima-{before + 1}"]
    await started(page, "Sanne")
    assert demo.typed(SANNE) == [f"/start c-sanne-{before + 2}"]


async def test_a_pressed_button_changes_its_message_in_place(page: Page) -> None:
    noor = await started(page)
    await types(noor, "hallo")
    await expect(noor.get_by_text("Ik hoor")).to_be_visible()
    await button(noor, "Tijd")
    first = noor.get_by_role("article").nth(1)
    await expect(first).to_contain_text("Kies een tijd.\n\U0001f550 Vandaag")
    await expect(first.locator("strong")).to_have_text("Kies")
    await expect(first.locator("em")).to_have_text("Vandaag")
    await expect(first.get_by_text("bewerkt")).to_be_visible()
    await button(noor, "10:15")
    await expect(first).to_contain_text("Je afspraak staat: 10:15.")
    await expect(noor.get_by_role("article")).to_have_count(4)


async def test_an_edit_far_up_does_not_move_what_is_read(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await types(noor, "lang")
    await expect(noor.get_by_text("Regel 11")).to_have_count(1)
    read = noor.get_by_role("article").filter(has_text="Regel 6")
    await read.evaluate("node => Promise.all(node.getAnimations().map(each => each.finished))")
    await read.evaluate("node => { node.parentElement.scrollTop = node.offsetTop - 60; }")
    top = await read.evaluate("node => node.getBoundingClientRect().top")
    await demo.call("editMessageText", chat_id=NOOR, message_id=2, text="kort\n" * 9 + "uit")
    await expect(noor.get_by_role("article").nth(1)).to_contain_text("uit")
    assert abs(await read.evaluate("node => node.getBoundingClientRect().top") - top) < 2


async def test_what_the_bot_says_by_itself_comes_into_view(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await types(noor, "lang")
    await expect(noor.get_by_text("Regel 11")).to_have_count(1)
    await demo.say(NOOR, "Herinnering: je hebt straks een afspraak.", keys("Afzeggen"))
    await expect(noor.get_by_text("Herinnering")).to_be_in_viewport(ratio=0.99)
    await expect(noor.get_by_role("button", name="Afzeggen")).to_be_in_viewport(ratio=0.99)


async def test_who_reads_the_end_goes_on_reading_it_in_a_smaller_window(page: Page) -> None:
    noor = await started(page)
    await types(noor, "plaat")
    await types(noor, "knoppen")
    await expect(noor.get_by_role("button", name="Let op")).to_be_in_viewport(ratio=0.99)
    await page.set_viewport_size({"width": 1440, "height": 640})
    await expect(noor.get_by_role("button", name="Let op")).to_be_in_viewport(ratio=0.99)


async def test_a_toast_is_shown_and_announced(page: Page) -> None:
    noor = await started(page)
    await types(noor, "knoppen")
    await button(noor, "Klaar")
    await expect(noor.get_by_role("status")).to_have_text("Gedaan: Klaar")


async def test_an_alert_waits_until_it_is_read(page: Page) -> None:
    noor = await started(page)
    await types(noor, "knoppen")
    await button(noor, "Let op")
    alert = page.get_by_role("dialog", name="Melding van Inloop")
    await expect(alert).to_contain_text("Gedaan: Let op")
    await button(alert, "Oké")
    await expect(alert).to_be_hidden()


async def test_a_deleted_message_vanishes(page: Page) -> None:
    noor = await started(page)
    await types(noor, "knoppen")
    await button(noor, "Weg")
    await expect(noor.get_by_role("button", name="Weg")).to_have_count(0)
    await expect(noor.get_by_role("article")).to_have_count(3)


async def test_while_the_bot_is_busy_a_second_press_does_nothing(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await types(noor, "knoppen")
    await button(noor, "Wacht")
    await expect(noor.get_by_text("Inloop is bezig")).to_be_visible()
    await expect(noor.get_by_role("button", name="Klaar")).to_be_disabled()
    await noor.get_by_role("button", name="Klaar").dispatch_event("click")
    demo.gate.set()
    await expect(noor.get_by_role("status")).to_have_text("Gedaan: Wacht")
    await expect(noor.get_by_text("Inloop is bezig")).to_be_hidden()
    await expect(noor.get_by_role("button", name="Klaar")).to_be_enabled()
    log = [call.json() for call in demo.core.log.since(0)]
    assert sum(call["method"] == "answerCallbackQuery" for call in log) == 1


async def test_hostile_text_is_shown_as_text(page: Page, demo: Demo) -> None:
    person = demo.core.people.add("<i>Sam</i>", "nl")
    sam = phone(page, "<i>Sam</i>")
    await sam.get_by_role("button", name="START").click()
    await types(sam, "kwaad")
    await expect(sam.get_by_role("article").last).to_contain_text(HOSTILE)
    await types(sam, HOSTILE)
    await expect(sam.get_by_text(HOSTILE)).to_have_count(2)
    assert demo.typed(person.id) == ["/start", "kwaad", HOSTILE]
    assert await page.title() == "Inloop: de demo"
    assert await sam.get_by_role("log").locator("img").count() == 0


async def test_a_link_with_a_script_is_no_link(page: Page, demo: Demo) -> None:
    demo.core.people.type(NOOR, "/start")
    entity = {"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(1)"}
    answer = {"message_id": 99, "from": "bot", "date": MORNING.isoformat(), "edited": False}
    answer |= {"text": "Klik", "entities": [entity], "keyboard": []}

    async def lie(route: Route) -> None:  # the real server refuses such an address
        await route.fulfill(json={"messages": [answer], "toasts": []})

    await page.route(f"**/sim/users/{NOOR}/messages", lie)
    await page.reload()
    await expect(phone(page, "Noor").get_by_text("Klik")).to_be_visible()
    await expect(phone(page, "Noor").get_by_role("link")).to_have_count(0)


async def test_phone_numbers_can_be_called_and_rooms_cannot(page: Page) -> None:
    noor = await started(page)
    await button(noor, "Hulp")
    for name, address in (
        ("112", "tel:112"),
        ("0800-0432", "tel:08000432"),
        ("honderddertien", "tel:113"),
    ):
        link = noor.get_by_role("link", name=name, exact=True)
        await expect(link).to_have_count(1)
        await expect(link).to_have_attribute("href", address)


async def test_hidden_words_show_on_a_tap(page: Page) -> None:
    noor = await started(page)
    await button(noor, "Hulp")
    await button(noor, "Verborgen tekst lezen")
    await expect(noor.locator(".revealed")).to_have_text("Olifant")


async def test_a_copy_button_copies(page: Page, context: BrowserContext) -> None:
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    noor = await started(page)
    await button(noor, "Hulp")
    await noor.get_by_role("button", name="Code (kopieert)").click()
    await expect(noor.get_by_role("status")).to_have_text("Gekopieerd.")
    assert await page.evaluate("navigator.clipboard.readText()") == "INLOOP-7"


async def test_a_link_to_the_bot_itself_opens_in_the_chat(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await button(noor, "Hulp")
    await noor.get_by_role("link", name="Naar De Es").click()
    await expect(noor.get_by_text("/start", exact=True)).to_have_count(2)
    assert demo.typed(NOOR)[-1] == "/start s-es"


async def test_photo_and_document_are_shown(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await types(noor, "plaat")
    photo = noor.get_by_role("img", name="Week 47", exact=True)
    await expect(photo).to_be_visible()
    await expect(photo).to_have_js_property("naturalWidth", 8)
    document = noor.get_by_role("link", name="week-47.csv")
    await expect(document).to_have_attribute("download", "week-47.csv")
    address = str(await document.get_attribute("href"))
    async with aiohttp.ClientSession(demo.address) as session, session.get(address) as answer:
        assert await answer.read() == b"school;vragen\n"
    await noor.get_by_role("button", name="Week 47").click()
    viewer = page.get_by_role("dialog", name="Foto")
    await expect(viewer.get_by_role("img", name="Week 47")).to_be_visible()
    await button(viewer, "Sluiten")


@pytest.mark.parametrize(
    ("entry", "shown"), [("Foto", "Foto"), ("Spraak", "Spraakbericht"), ("Sticker", "Sticker")]
)
async def test_what_is_no_text_can_be_sent_too(page: Page, entry: str, shown: str) -> None:
    noor = await started(page)
    await button(noor, "Foto, spraak of sticker")
    await noor.get_by_role("button", name=f"{entry}").last.click()
    await expect(noor.locator(".mine").last).to_contain_text(shown)
    await expect(noor.get_by_text("Ik hoor")).to_be_visible()


async def test_a_command_of_the_bot_is_in_the_menu(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await button(noor, "Foto, spraak of sticker")
    await button(noor, "/help · Hulp")
    await expect(noor.get_by_text("Ik hoor")).to_be_visible()
    assert demo.typed(NOOR)[-1] == "/help"


async def test_a_blocked_bot_can_be_unblocked(page: Page) -> None:
    noor = await started(page)
    await button(noor, "Meer voor Noor")
    await button(noor, "Bot blokkeren")
    await expect(noor.get_by_role("textbox")).to_be_hidden()
    await button(noor, "Deblokkeren")
    await expect(noor.get_by_role("textbox")).to_be_visible()


async def test_an_arabic_speaker_gets_a_mirrored_phone(page: Page) -> None:
    await button(page.get_by_role("banner").first, "+ Persoon")
    form = page.get_by_role("dialog", name="Persoon erbij")
    await form.get_by_label("Naam").fill("Yasmin")
    await form.get_by_label("Taal van de app").select_option("ar")
    await form.get_by_label("Wie is het?").select_option("parent")
    await form.get_by_label("School").select_option("De Es")
    await button(form, "Toevoegen")
    yasmin = phone(page, "Yasmin")
    await expect(yasmin).to_have_attribute("dir", "rtl")
    await expect(yasmin.get_by_text("QR-code van De Es")).to_be_in_viewport()
    await started(page, "Yasmin")
    await types(yasmin, "مرحبا 0800")
    mine, bots = yasmin.locator(".mine .bubble").last, yasmin.locator(".bots .bubble").first
    await expect(mine.locator(".words")).to_have_css("direction", "rtl")
    await expect(bots.locator(".words")).to_have_css("direction", "ltr")
    left, right = await mine.bounding_box(), await bots.bounding_box()
    assert left
    assert right
    assert left["x"] < right["x"]


async def test_an_added_person_can_open_a_forwarded_link(page: Page, demo: Demo) -> None:
    await button(page.get_by_role("banner").first, "+ Persoon")
    form = page.get_by_role("dialog", name="Persoon erbij")
    await form.get_by_label("Naam").fill("Mike")
    await form.get_by_label("Wie is het?").select_option("link")
    await form.get_by_label("Link of code").fill("https://t.me/inloop_demo_bot")
    await button(form, "Toevoegen")
    await expect(form.get_by_role("alert")).to_have_text("In deze link staat geen code.")
    await form.get_by_label("Link of code").fill("https://t.me/inloop_demo_bot?start=w-mike_9")
    await button(form, "Toevoegen")
    await started(page, "Mike")
    assert demo.typed(1005) == ["/start w-mike_9"]


async def test_somebody_who_is_there_opens_another_link(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await button(noor, "Meer voor Noor")
    await button(noor, "QR-code of link openen…")
    form = page.get_by_role("dialog", name="Noor opent een link")
    await expect(form.get_by_label("Naam")).to_be_hidden()
    await form.get_by_label("School").select_option("De Es")
    await button(form, "Openen")
    await expect(noor.get_by_text("/start", exact=True)).to_have_count(2)
    assert demo.typed(NOOR)[-1] == "/start s-es"


async def test_a_reload_keeps_people_chats_and_roles(page: Page) -> None:
    await button(page.get_by_role("banner").first, "+ Persoon")
    form = page.get_by_role("dialog", name="Persoon erbij")
    await form.get_by_label("Naam").fill("Sam")
    await form.get_by_label("Wie is het?").select_option("parent")
    await button(form, "Toevoegen")
    await started(page)
    await page.reload()
    await expect(phone(page, "Noor").get_by_text("Hoi! Wat wil je?")).to_be_visible()
    await expect(phone(page, "Sam").get_by_text("ouder")).to_be_visible()
    await expect(page.get_by_role("region").filter(has=page.get_by_role("log"))).to_have_count(5)


async def test_two_open_pages_stay_in_step(page: Page, context: BrowserContext, demo: Demo) -> None:
    other = await context.new_page()
    await other.goto(demo.address)
    await expect(phone(other, "Noor").get_by_role("button", name="START")).to_be_visible()
    await started(page)
    await expect(phone(other, "Noor").get_by_text("Hoi! Wat wil je?")).to_be_visible()
    await button(phone(other, "Noor"), "Tijd")
    await expect(phone(page, "Noor").get_by_text("Kies een tijd.")).to_be_visible()


async def test_the_clock_walks_and_says_so(page: Page, demo: Demo) -> None:
    clock = page.get_by_role("region", name="Klok")
    await expect(clock.get_by_text("woensdag 25 november 2026, 9:30")).to_be_visible()
    await demo.core.clock.follow(None, None, 0)
    await button(clock, "+1 uur")
    await expect(clock.get_by_role("status")).to_have_text("De klok loopt…")
    await expect(clock.get_by_role("button", name="vanavond")).to_be_disabled()
    while demo.core.clock.done < demo.core.clock.beat:
        await demo.core.clock.follow(demo.core.clock.beat, None, 1.0)
        if await clock.get_by_role("button", name="vanavond").is_enabled():
            break
    said = "Het is nu woensdag 25 november 2026, 10:30."
    await expect(clock.get_by_role("status")).to_have_text(said)
    await expect(clock.get_by_role("button", name="vanavond")).to_be_enabled()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("+10 minuten", "woensdag 25 november 2026, 9:40"),
        ("vanavond", "woensdag 25 november 2026, 19:00"),
        ("morgenochtend", "donderdag 26 november 2026, 7:40"),
        ("maandag 8 uur", "maandag 30 november 2026, 8:00"),
    ],
)
async def test_the_clock_jumps_to_a_moment_that_matters(page: Page, name: str, shown: str) -> None:
    clock = page.get_by_role("region", name="Klok")
    await button(clock, name)
    await expect(clock.get_by_role("time")).to_have_text(shown)


async def test_the_clock_counts_from_now_and_across_summer_time(page: Page) -> None:
    clock = page.get_by_role("region", name="Klok")
    shown = clock.get_by_role("time")
    await button(clock, "vanavond")
    await expect(shown).to_have_text("woensdag 25 november 2026, 19:00")
    await button(clock, "vanavond")
    await expect(shown).to_have_text("donderdag 26 november 2026, 19:00")
    await clock.get_by_text("ander moment").click()
    await clock.get_by_label("Dag en tijd").fill("2027-03-27T20:00")
    await button(clock, "Ga")
    await expect(shown).to_have_text("zaterdag 27 maart 2027, 20:00")
    await button(clock, "morgenochtend")
    await expect(shown).to_have_text("zondag 28 maart 2027, 7:40")


async def test_a_clock_that_should_go_back_says_that_it_cannot(page: Page) -> None:
    clock = page.get_by_role("region", name="Klok")
    await clock.get_by_text("ander moment").click()
    await clock.get_by_label("Dag en tijd").fill("2026-01-01T00:00")
    await button(clock, "Ga")
    await expect(page.get_by_text("De klok kan alleen vooruit.")).to_be_visible()


async def test_a_refusal_of_the_server_is_a_sentence_in_the_chat(page: Page, demo: Demo) -> None:
    noor = await started(page)
    await page.route("**/sim/users", lambda route: route.abort())
    demo.core.people.block(NOOR)  # the page has not heard of it
    await types(noor, "hallo")
    await expect(noor.get_by_role("alert")).to_contain_text("Dat kan nu niet. De server zegt:")
    await expect(noor.get_by_role("textbox")).to_have_value("hallo")


async def test_a_server_that_is_gone_is_a_sentence_on_the_page(page: Page) -> None:
    await page.route("**/sim/clock", lambda route: route.abort())
    await button(page.get_by_role("region", name="Klok"), "+1 uur")
    gone = "De demo antwoordt niet. Draait ‘make demo’ nog?"
    await expect(page.get_by_text(gone)).to_be_visible()


async def test_a_talk_is_booked_with_the_keyboard_alone(page: Page, demo: Demo) -> None:
    noor = phone(page, "Noor")
    await _tab_to(page, noor.get_by_role("button", name="START"))
    await page.keyboard.press("Enter")
    await expect(noor.get_by_role("log")).to_be_focused()
    await _tab_to(page, noor.get_by_role("button", name="Tijd"))
    await page.keyboard.press("Enter")
    await expect(noor.get_by_role("article").nth(1)).to_be_focused()
    await _tab_to(page, noor.get_by_role("button", name="10:15"))
    await page.keyboard.press("Space")
    await expect(noor.get_by_text("Je afspraak staat: 10:15.")).to_be_visible()
    await _tab_to(page, noor.get_by_role("button", name="Foto, spraak of sticker"))
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await expect(noor.get_by_role("button", name="Foto sturen")).to_be_focused()
    await page.keyboard.press("Escape")
    await _tab_to(page, noor.get_by_role("textbox", name="Bericht van Noor"))
    await page.keyboard.type("dank")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("je wel")
    await page.keyboard.press("Enter")
    await expect(noor.get_by_text("Ik hoor")).to_be_visible()
    assert demo.typed(NOOR)[-1] == "dank\nje wel"


async def _tab_to(page: Page, target: Locator) -> None:
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)  # a key would be lost on it
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await target.evaluate("node => node === document.activeElement"):
            outline = await target.evaluate("node => getComputedStyle(node).outlineStyle")
            assert outline == "solid"
            return
    pytest.fail(f"Tab does not reach {target}")


NAMELESS = """() => [...document.querySelectorAll("button, a[href], input, select, textarea, img")]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.getAttribute("aria-label") || node.textContent.trim() || node.alt
    || node.labels?.length || node.querySelector?.("img[alt]:not([alt=''])")))
  .filter((node) => node.getAttribute("alt") === null)
  .map((node) => node.outerHTML)"""

FAINT = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest(".spoiler, .unseen, script")) continue;
    const pair = [light(numbers(getComputedStyle(node).color)), light(ground(node))].sort();
    const [dark, bright] = pair.sort((one, other) => one - other);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faint.push(`${node.outerHTML} ${contrast.toFixed(1)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_has_a_name_and_can_be_read(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    noor = await started(page)
    await types(noor, "plaat")
    await expect(noor.get_by_role("link", name="week-47.csv")).to_be_visible()
    await button(noor, "Hulp")
    await expect(noor.get_by_role("link", name="0800-0432")).to_be_visible()
    await expect(page.get_by_role("log", name="Chat van Olena")).to_have_attribute("lang", "en")
    assert await page.evaluate("document.documentElement.lang") == "nl"
    assert await page.evaluate(NAMELESS) == []
    assert await page.evaluate(FAINT) == []
    doubles = "() => [...document.querySelectorAll('[id]')].map((node) => node.id)"
    ids = await page.evaluate(doubles)
    assert len(ids) == len(set(ids))


async def test_on_a_phone_people_are_reached_by_their_names(page: Page, demo: Demo) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    names = page.get_by_label("Personen")
    await expect(phone(page, "Noor")).to_be_in_viewport(ratio=0.9)
    await button(names, "Fatima")
    await expect(phone(page, "Fatima")).to_be_in_viewport(ratio=0.9)
    await expect(names.get_by_role("button", name="Fatima")).to_have_attribute(
        "aria-current", "true"
    )
    await started(page, "Fatima")
    assert await page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    demo.core.people.type(NOOR, "/start")
    await expect(names.get_by_role("button", name="Noor (nieuw bericht)")).to_be_visible()
