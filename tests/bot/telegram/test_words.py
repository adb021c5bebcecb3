"""From an answer to words and keys: everything escaped, the keyboard in rows, the footer below."""

import pytest

from bot.telegram.words import KEEP, Message, message
from flows.model import AppointmentId
from flows.packing import Step
from flows.router import Answer
from flows.screen import Button, Line, Picture, Screen, Tone
from flows.steps import Cancel, Card, Home, Languages, Mine, Times
from flows.texts import Texts
from tests.ports import demo_programme

TEXTS = Texts(("nl", "en"), demo_programme().zone)
TALK = AppointmentId(35)


def shown(screen: Screen, note: Line | None = None, language: str = "nl") -> Message:
    return message(Answer(screen, language, note), TEXTS)


def rows(screen: Screen) -> list[list[str]]:
    """The labels, row by row."""
    keyboard = shown(screen).keyboard.inline_keyboard
    return [[key.text for key in row] for row in keyboard]


def data(screen: Screen) -> list[str]:
    """The callback data, in order."""
    keyboard = shown(screen).keyboard.inline_keyboard
    return [str(key.callback_data) for row in keyboard for key in row]


def worker(name: str, step: Step | None = None) -> Button:
    return Button(Line("worker-key", {"name": name}), step or Times())


NONE = Line("mine-none")


def test_the_first_line_is_bold_and_a_note_stands_above_it() -> None:
    screen = Screen((NONE, Line("topics-free")))

    assert shown(screen).html == (
        "<b>Je hebt geen afspraken.</b>\nJe hoeft niets te kiezen. We tellen het alleen."
    )
    assert shown(screen, Line("note-thanks")).html.startswith("Dank je.\n\n<b>Je hebt")
    assert shown(screen, language="en").html.startswith("<b>You have no talks.</b>")


def test_a_short_number_is_copied_in_one_tap_and_a_long_one_is_left_to_the_app() -> None:
    screen = Screen(
        (
            NONE,
            Line("line-112", {"number": "112"}, item=True),
            Line("line-veiligthuis", {"number": "0800-2000"}, item=True),
        )
    )

    assert "<code>112</code>" in shown(screen).html
    assert "🏠 0800-2000" in shown(screen).html


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("<b>Fatima</b>", "&lt;b&gt;Fatima&lt;/b&gt;"),
        ("R&B", "R&amp;B"),
        ("&lt;", "&amp;lt;"),
        ('"d\'Arc"', '"d\'Arc"'),
        (
            "</b><a href='tg://user?id=1'>x</a>",
            "&lt;/b&gt;&lt;a href='tg://user?id=1'&gt;x&lt;/a&gt;",
        ),
    ],
)
def test_no_name_becomes_a_tag(name: str, escaped: str) -> None:
    screen = Screen((Line("worker-name", {"name": name, "provider": "p", "languages": "l"}),))

    assert shown(screen).html == f"<b>• {escaped}. Van p. Spreekt l.</b>"
    assert shown(Screen((NONE,)), Line("card-here", {"name": name})).html.startswith(
        f"✅ {escaped} is er."
    )


def test_a_label_is_text_and_stays_as_it_is() -> None:
    assert rows(Screen((NONE,), choices=(worker("<R&B>"),)))[0] == ["👤 <R&B>"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Noor"], [["👤 Noor"]]),
        (["A", "B", "C", "D"], [["👤 A"], ["👤 B"], ["👤 C"], ["👤 D"]]),
        (["A", "B", "C", "D", "E"], [["👤 A", "👤 B"], ["👤 C", "👤 D"], ["👤 E"]]),
        (["A", "B", "C", "D", "x" * 14], [["👤 A", "👤 B"], ["👤 C", "👤 D"], [f"👤 {'x' * 14}"]]),
        (
            ["A", "B", "C", "D", "x" * 15],
            [["👤 A"], ["👤 B"], ["👤 C"], ["👤 D"], [f"👤 {'x' * 15}"]],
        ),
    ],
    ids=["one", "four", "five share rows", "five that just fit", "five with a long one"],
)
def test_a_long_pick_list_of_short_labels_has_two_a_row(
    names: list[str], expected: list[list[str]]
) -> None:
    screen = Screen((NONE,), choices=tuple(worker(each) for each in names))

    assert rows(screen)[:-1] == expected


def test_actions_stand_below_choices_each_in_a_row_of_its_own() -> None:
    screen = Screen((NONE,), choices=(worker("Noor"),), actions=(worker("A"), worker("B")))

    assert rows(screen)[:-1] == [["👤 Noor"], ["👤 A"], ["👤 B"]]


@pytest.mark.parametrize(
    ("screen", "footer"),
    [
        (Screen((NONE,)), ["🆘 Hulp", "☰ Meer"]),
        (Screen((NONE,), back=Home()), ["⬅️ Terug", "🆘 Hulp", "☰ Meer"]),
        (
            Screen((NONE,), corner=Button(Line("key-mine"), Mine())),
            ["📋 Mijn afspraken", "🆘 Hulp", "☰ Meer"],
        ),
        (
            Screen((NONE,), back=Home(), corner=Button(Line("key-languages"), Languages())),
            ["⬅️ Terug", "🆘 Hulp", "☰ Meer"],
        ),
    ],
    ids=["at the start", "with a way back", "with a corner", "back before corner"],
)
def test_below_every_screen_stands_the_footer(screen: Screen, footer: list[str]) -> None:
    assert rows(screen)[-1] == footer


def test_on_a_message_that_stays_show_buttons_open_below_and_do_buttons_act_in_place() -> None:
    keys = (worker("A", Card(TALK)), worker("B", Cancel(TALK, 1)))

    assert data(Screen((NONE,), actions=keys, back=Home(), keep=True)) == [
        f"{KEEP}c.z",
        "X.z.1",
        f"{KEEP}h",
        f"{KEEP}x",
        f"{KEEP}m",
    ]
    assert data(Screen((NONE,), actions=keys, back=Home())) == ["c.z", "X.z.1", "h", "x", "m"]


def test_a_hint_of_colour_stands_on_its_button_only() -> None:
    danger = Button(Line("card-cancel"), Cancel(TALK, 1), Tone.DANGER)
    keyboard = shown(Screen((NONE,), actions=(danger, worker("A")))).keyboard.inline_keyboard

    assert [key.style for row in keyboard for key in row] == ["danger", None, None, None]


def test_picture_language_and_silence_are_handed_on() -> None:
    picture = Picture(Line("digest-even"), ((Line("topic-home"), 3, 7),))
    screen = Screen((NONE,), picture=picture, silent=True)

    told = shown(screen, language="en")

    assert (told.picture, told.language, told.silent) == (picture, "en", True)
