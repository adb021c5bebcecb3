"""What is a cry for help, however it is typed, and what is none."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.booking.codes import COUNT, code_line
from flows.model import Crisis
from flows.safety.detecting import detect
from flows.safety.finding import Finding, Subject
from flows.safety.spelling import READ
from flows.texts import Texts, known_languages

EXPLICIT = [
    ("ik wil dood", Crisis.SUICIDE, "nl"),
    ("mijn vader slaat mij", Crisis.ABUSE, "nl"),
    ("hij heeft een mes bij zich op school", Crisis.VIOLENCE, "nl"),
    ("mijn vriend is bewusteloos", Crisis.MEDICAL, "nl"),
    ("hij chanteert me met naaktfoto's", Crisis.EXPLOITATION, "nl"),
    ("ik ben weggelopen van huis", Crisis.RUNAWAY, "nl"),
    ("ik moet trouwen van mijn ouders", Crisis.FORCED_MARRIAGE, "nl"),
    ("i want to die", Crisis.SUICIDE, "en"),
    ("my uncle touches me", Crisis.ABUSE, "en"),
    ("ölmek istiyorum", Crisis.SUICIDE, "tr"),
    ("babam beni dövüyor", Crisis.ABUSE, "tr"),
    ("أريد أن أموت", Crisis.SUICIDE, "ar"),
    ("bghit nmout", Crisis.SUICIDE, "ar"),
    ("baba kayderbni", Crisis.ABUSE, "ar"),
    ("chcę umrzeć", Crisis.SUICIDE, "pl"),
    ("ojczym mnie dotyka", Crisis.ABUSE, "pl"),
    ("я хочу померти", Crisis.SUICIDE, "uk"),
    ("хочу умереть", Crisis.SUICIDE, "uk"),
    ("мене б'є батько", Crisis.ABUSE, "uk"),
]


@pytest.mark.parametrize(("text", "kind", "language"), EXPLICIT)
def test_an_explicit_cry_is_known_with_its_need_and_its_language(
    text: str, kind: Crisis, language: str
) -> None:
    found = detect(text)

    assert (found.level, found.kind, found.language) == (2, kind, language)


@pytest.mark.parametrize(
    "text",
    [
        "IK WIL DOOD!!!",
        "ik   wil\ndood",
        "ikwildood",
        "i k w i l d o o d",
        "ik wil d o o d",
        "ik wil d.o.o.d",
        "ik wil d00d",
        "z3lfm00rd",
        "zelfmord",
        "zelf\u200bmoord",
        "ik wil doooood 😭",
        "ik w\u00eel d\u00f3\u00f3d",
        "\u202eik wil dood",
        "lol ik wil dood haha grapje",
        "ik wil niet dood",
        "vroeger wilde ik dood",
        "lach me dood maar ik wil echt dood",
        "mijn telefoon is dood en ik wil dood",
        "hoi is fatima er morgen? " * 150 + "ik wil dood",
    ],
)
def test_neither_spelling_nor_joke_nor_negation_nor_length_hides_it(text: str) -> None:
    found = detect(text)

    assert (found.level, found.kind) == (2, Crisis.SUICIDE)


LONG = " ".join(f"{n} mijn zus en ik gaan naar de markt want daar is het druk" for n in range(80))


@pytest.mark.parametrize("cry", ["ik wil dood", "mijn vader slaat mij", "я хочу померти"])
@pytest.mark.parametrize("place", [0, 0.25, 0.5, 0.75, 1])
def test_a_cry_is_found_wherever_it_stands_in_the_longest_message(cry: str, place: float) -> None:
    at = int(place * (READ - len(cry) - 2))
    text = f"{LONG[:at]} {cry} {LONG[at:]}"[:READ]

    assert len(text) == READ
    assert cry in text
    assert detect(LONG).level == 0
    assert detect(text).level == 2


@pytest.mark.parametrize("at", [200, 260, 700, 2000, 3700])
def test_the_model_finds_what_rules_doubt_in_the_middle_of_a_long_message(at: int) -> None:
    cry = "mijn stiefvader doet dingen met mij die niet mogen"

    assert detect(f"{LONG[:at]} {cry} {LONG[at:]}"[:READ]).level == 2


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("ik wil dood", Subject.SELF),
        ("mijn dochter wil dood", Subject.CHILD),
        ("kızım ölmek istiyor", Subject.CHILD),
        ("mijn vriendin wil dood", Subject.FRIEND),
        ("my friend wants to die", Subject.FRIEND),
    ],
)
def test_it_is_known_of_whom_it_speaks(text: str, subject: Subject) -> None:
    assert detect(text).subject is subject


@pytest.mark.parametrize(
    "text",
    [
        "die tijd is goed",
        "is het opgeslagen",
        "mijn fiets is opgesloten in het hok",
        "ik wil niet meer komen",
        "ik kan niet meer komen",
        "ik wil stoppen met de afspraak",
        "mijn telefoon gaat dood",
        "de les was dodelijk saai",
        "ik ben kapot moe",
        "uien snijden in de kookles",
        "hij schiet de bal in het doel",
        "een wesp heeft me gestoken",
        "messi",
        "de pil",
        "ik ben dood in fortnite",
        "i killed him in cod",
        "werkstuk over de tweede wereldoorlog",
        "lach me dood",
        "ik ben doodmoe",
        "dood op",
        "hulp nodig met mijn afspraak",
        "ik wil een afspraak",
        "trouwens ik kom morgen",
        "",
        "112",
        "🙂",
        "a" * 4096,
    ],
)
def test_what_only_looks_like_one_gets_no_card(text: str) -> None:
    assert detect(text).level < 2


@given(st.text(max_size=5000))
@example("\u0000\ud800\u202e")
@example("0" * 4096)
@example("wil dood " * 600)
@example("ikwil" * 900)
@example("ب" * 4096)
@settings(max_examples=300)
def test_whatever_is_typed_it_is_answered(text: str) -> None:
    found = detect(text)

    assert isinstance(found, Finding)
    assert found.level in {0, 1, 2}
    assert detect(text) == found


@pytest.mark.parametrize("name", ["Maks", "Daan", "klein", "groot", "A", "Maks2", "Noor", "2B"])
def test_a_name_or_a_letter_alone_is_no_cry(name: str) -> None:
    assert detect(name).level == 0


@pytest.mark.parametrize(
    "text",
    [
        "hij zit met drie vrienden",
        "kan ik met mike praten om drie uur",
        "ik wil later trouwen met een prinses haha",
        "ik sta beneden",
        "koffie is op",
        "hangi gün uygun",
        "zacznijcie beze mnie",
    ],
)
def test_a_usual_word_is_no_slip_of_another(text: str) -> None:
    assert detect(text).level == 0


KNOWN_MISSES = [
    "als ik er straks niet ben, zorg dan voor mijn hond",
    "ik geef mijn spullen weg, ik heb ze niet meer nodig",
    "jullie zien me niet meer",
    "thuis gebeurt er iets waar ik niet over mag praten",
    "na vandaag heeft niemand meer last van me",
    "il veut mourir",
]
"""Said around, or in a seventh language; kept by name, and none of them is explicit."""


@pytest.mark.parametrize("text", KNOWN_MISSES)
@pytest.mark.xfail(reason="a known miss: see docs/crisis.md", strict=True)
def test_what_is_known_to_be_missed(text: str) -> None:
    assert detect(text).level


@pytest.mark.parametrize("language", known_languages())
def test_the_words_of_pictures_are_no_cry_and_hide_none(language: str) -> None:
    texts, cry = Texts([language], ZoneInfo("UTC")), "ik wil niet meer leven"
    for code in range(COUNT):
        told = texts.say(language, code_line(code))
        pictures, words = told.split(" ", 1)
        backwards = " ".join(reversed(words.split()))
        assert [detect(each).level for each in (told, words.upper(), backwards, pictures)] == [
            0
        ] * 4
        assert detect(f"{words} {cry}").level == detect(f"{cry} {words}").level == 2
