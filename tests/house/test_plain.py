"""The check of plain language finds what is hard, and only that; and our texts pass it."""

from pathlib import Path

import pytest

from tests.house.plain import Rules, Text, faults, main, rules, sentences, texts_of, unneeded, words

FREE = Rules({}, {}, {"nl": frozenset(), "en": frozenset()})


def _said(text: str, language: str = "nl", held: Rules | None = None) -> list[str]:
    return list(faults(Text(language, "x", (text,)), held or rules()))


def test_our_own_texts_are_plain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kies een tijd.", ["Kies een tijd."]),
        ("Is er gevaar? Bel 112.", ["Is er gevaar?", "Bel 112."]),
        ("هل هناك خطر؟ الرقم 112.", ["هل هناك خطر؟", "الرقم 112."]),
        ("🕐 Fatima, 10:30 – 11:00", ["🕐 Fatima, 10:30 – 11:00"]),
        ("Zie wie er is\nKies een tijd", ["Zie wie er is", "Kies een tijd"]),
        ("…", []),
        ("", []),
    ],
)
def test_a_text_falls_into_sentences(text: str, said: list[str]) -> None:
    assert sentences(text) == said


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Bel 112.", 2),
        ("112'yi ara.", 2),
        ("Bu e-posta", 2),
        ("• \u2068Fatima\u2069: 10:30 – 11:00", 3),
        ("ℹ️ Kom op tijd", 3),
        ("موعدًا", 1),
        ("☰", 0),
        ("", 0),
    ],
)
def test_words_are_counted_as_people_count_them(sentence: str, count: int) -> None:
    assert len(words(sentence)) == count


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nl", "Je mag nu wel of niet naar binnen gaan als je wilt.", "12 words"),
        ("tr", "bir iki üç dört beş altı yedi sekiz dokuz on on bir", "12 words"),
        ("nl", "Ja. Ja. Ja. Ja. Ja. Ja.", "6 sentences"),
        ("nl", "Bel 112 indien nodig.", "als"),
        ("nl", "Indien nodig: bel.", "als"),
        ("nl", "De school dient te bellen.", "je moet"),
        ("nl", "Bel i.p.v. app.", "write it out"),
        ("nl", "De tijd wordt nu door iemand gekozen.", "who does it"),
        ("nl", "Kies 12-12.", "the day in words"),
        ("nl", "Kom NU hier.", "small letters"),
        ("nl", "Je bent verhinderd.", "rare"),
        ("en", "Your desiderata", "rare"),
        ("en", "Call prior to the talk.", "before"),
        ("tr", "Söz konusu saat", "bu"),
        ("ar", "الساعة ١٠", "Western digits"),
        ("ar", "اختر وقتا", "speaks to everybody"),
        ("pl", "Zadzwoń w celu rozmowy", "żeby"),
        ("uk", "Подзвони з метою розмови", "щоб"),
    ],
)
def test_what_is_hard_is_found(language: str, text: str, found: str) -> None:
    [said] = _said(text, language)
    assert found in said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Kies een tijd. Scan de QR-code."),
        ("nl", "Bel 112 of 0800-0432."),
        ("nl", "De duur van vuur"),
        ("en", "We do not understand this."),
        ("tr", "Bir desiderata"),
        ("ar", "يرجى اختيار وقت."),
    ],
)
def test_what_is_plain_passes(language: str, text: str) -> None:
    assert _said(text, language) == []


def test_hostile_texts_are_read_in_no_time() -> None:
    for sign in ("a", "A", ".", " ", "'", "-", "\u2066", "é", "1.", "a.", "wordt "):
        list(faults(Text("nl", "x", (sign * 4096,)), rules()))


def test_what_is_excused_may_be_long_and_nothing_else() -> None:
    held = Rules({"nl": {"indien": "als"}}, {"x": "why"}, FREE.allowed)

    assert _said("Ja. Ja. Ja. Ja. Ja. Ja.", held=held) == []
    assert _said("Bel indien nodig.", held=held) == ["“indien”: als"]


def test_exceptions_that_nothing_needs_are_told() -> None:
    held = Rules({}, {"x": "why"}, {"nl": frozenset({"tolk", "dag"}), "en": frozenset({"zyx"})})
    told = list(unneeded([Text("nl", "x", ("Een tolk, de hele dag.",))], held))

    assert told == [
        "nl “dag” need not be allowed",
        "en “zyx” need not be allowed",
        "x need not be excused",
    ]


def test_every_form_of_a_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "a.ftl").write_text(
        "date-full = EEEE d MMMM\n"
        "x = Op { $on } { $count ->\n    [one] een dag\n   *[other] { $count } dagen\n}\n"
        'y = { "Kom" } { $n ->\n   *[a] { $m ->\n   *[b] nu\n}\n}\n',
        encoding="utf-8",
    )

    assert [(each.id, each.forms) for each in texts_of("xx", tmp_path)] == [
        ("x", ("Op 0 een dag", "Op 0 0 dagen")),
        ("y", ("Kom nu",)),
    ]
