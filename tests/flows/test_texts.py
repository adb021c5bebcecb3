"""Words: dates and clock times in every language, fallbacks, and files that cannot be used."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.screen import Clock, Line, Short, Tongues, Value
from flows.texts import LOCALES, Texts, TextsError, direction, known_languages

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
COMMON = (LOCALES / "nl" / "common.ftl").read_text(encoding="utf-8")
DATES = "\n".join(line for line in COMMON.splitlines() if line.startswith(("date-", "time-")))
TUESDAY = date(2026, 11, 24)
HALF_PAST_NINE = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

Write = Callable[..., Texts]


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(("nl", "en"), AMSTERDAM)


@pytest.fixture(scope="module")
def arabic() -> Texts:
    return Texts(("ar",), AMSTERDAM)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Locale files of one's own, each a language and its lines; Dutch can write dates."""

    def written(*languages: str, **files: str) -> Texts:
        for language in ("nl", "en", *languages):
            (tmp_path / language).mkdir()
            content = files.get(language, "")
            (tmp_path / language / "a.ftl").write_text(content, encoding="utf-8")
        with (tmp_path / "nl" / "dates.ftl").open("w", encoding="utf-8") as dates:
            dates.write(DATES)
        return Texts(languages, AMSTERDAM, tmp_path)

    return written


@pytest.mark.parametrize(
    ("text_id", "values", "dutch", "english"),
    [
        pytest.param(
            "card-when",
            {"at": HALF_PAST_NINE},
            "📅 dinsdag 24 november, 9:30 uur",
            "📅 Tuesday 24 November, 9:30",
            id="a moment",
        ),
        pytest.param(
            "card-when",
            {"at": datetime(2026, 11, 24, 9, tzinfo=UTC)},
            "📅 dinsdag 24 november, 10 uur",
            "📅 Tuesday 24 November, 10:00",
            id="a whole hour",
        ),
        pytest.param(
            "card-when",
            {"at": datetime(2026, 7, 1, 22, 5, tzinfo=UTC)},
            "📅 donderdag 2 juli, 0:05 uur",
            "📅 Thursday 2 July, 0:05",
            id="after midnight in summer",
        ),
        pytest.param(
            "card-when",
            {"at": datetime(2026, 10, 25, 1, 30, tzinfo=UTC)},
            "📅 zondag 25 oktober, 2:30 uur",
            "📅 Sunday 25 October, 2:30",
            id="the second half past two",
        ),
        pytest.param(
            "day-title",
            {"on": TUESDAY},
            "Afspraken op dinsdag 24 november",
            "Talks on Tuesday 24 November",
            id="a date",
        ),
        pytest.param(
            "time-key",
            {"day": Short(TUESDAY), "clock": Clock(HALF_PAST_NINE)},
            "🕐 di 24 nov, 9:30 uur",
            "🕐 Tue 24 Nov, 9:30",
            id="on a button",
        ),
        pytest.param(
            "talk-key-pupil",
            {"clock": Clock(HALF_PAST_NINE), "way": Line("way-phone")},
            "🎒 9:30 uur – 📞 Bellen",
            "🎒 9:30 – 📞 By phone",
            id="a text inside a text",
        ),
        pytest.param(
            "desk-talks",
            {"count": 1},
            "Vandaag nog 1 afspraak.",
            "1 talk left today.",
            id="one",
        ),
        pytest.param(
            "desk-talks",
            {"count": 12},
            "Vandaag nog 12 afspraken.",
            "12 talks left today.",
            id="many",
        ),
    ],
)
def test_values_are_written_as_people_write_them(
    texts: Texts, text_id: str, values: dict[str, Value], dutch: str, english: str
) -> None:
    assert texts.say("nl", Line(text_id, values)) == dutch
    assert texts.say("en", Line(text_id, values)) == english


def test_languages_are_named_in_the_readers_own_and_by_code_where_nobody_knows_them(
    write: Write,
) -> None:
    texts = write(nl="speaks = { $all }", en="speaks = { $all }")
    spoken = Line("speaks", {"all": Tongues(("nl", "ar", "ti", "xx"))})

    assert texts.say("nl", spoken) == "Nederlands, Arabisch, Tigrinya, xx"
    assert texts.say("en", spoken) == "Dutch, Arabic, Tigrinya, xx"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("tr", "türkçe"), ("pl", "Nederlands"), ("de", "Nederlands")],
    ids=["its own", "a text it lacks", "a language nobody wrote"],
)
def test_where_a_language_lacks_a_text_dutch_stands_in(
    write: Write, language: str, shown: str
) -> None:
    texts = write("tr", "pl", nl="hello = Nederlands", tr="hello = türkçe", en="hello = English")

    assert texts.say(language, Line("hello")) == shown


def test_where_dutch_lacks_it_too_english_does(write: Write) -> None:
    assert write("tr", en="hello = English").say("tr", Line("hello")) == "English"


def test_a_text_that_stands_in_writes_its_dates_in_its_own_language(write: Write) -> None:
    texts = write("tr", nl="when = Op { $on }", tr="date-full = d MMMM")

    assert texts.say("tr", Line("when", {"on": TUESDAY})) == "Op dinsdag 24 november"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (Line("nowhere"), "no text nowhere in nl"),
        (Line("hello"), "name"),
        (Line("hollow"), "hollow in nl is empty"),
        (Line("hello", {"name": Line("nowhere")}), "no text nowhere in nl"),
    ],
    ids=["no such text", "a value is missing", "attributes only", "inside"],
)
def test_what_cannot_be_said_is_an_error_and_no_half_sentence(
    write: Write, line: Line, complaint: str
) -> None:
    texts = write(nl="hello = Hoi { $name }\nhollow =\n  .title = leeg")

    with pytest.raises(TextsError, match=complaint):
        texts.say("nl", line)


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("hello = a\nhello = b", "nl/a.ftl: hello is written twice"),
        ("date-full = d", "nl/dates.ftl: date-full is written twice"),
        ("hello = { $name", "nl/a.ftl: does not parse: hello"),
        ("what is this", "nl/a.ftl: does not parse: what is this"),
    ],
    ids=["in one file", "in two files", "half a value", "no text at all"],
)
def test_a_file_with_a_fault_is_refused_by_name(write: Write, file: str, complaint: str) -> None:
    with pytest.raises(TextsError, match=complaint):
        write(nl=file)


def test_a_language_is_read_when_it_is_first_spoken_and_one_with_a_fault_is_not_spoken(
    write: Write,
) -> None:
    texts = write("tr", nl="hello = Hoi", tr="hello = { $name")

    assert texts.say("tr", Line("hello")) == "Hoi"
    with pytest.raises(TextsError, match=r"tr/a\.ftl: does not parse"):
        texts.read_all()


def test_a_language_without_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextsError, match="no texts for language xx"):
        Texts(["xx"], AMSTERDAM)
    with pytest.raises(TextsError, match="no texts for language nl"):
        Texts([], AMSTERDAM, tmp_path)


def test_in_a_language_from_right_to_left_values_keep_their_own_direction(write: Write) -> None:
    texts = write("ar", nl="hello = Hoi { $name }", ar="hello = مرحبا { $name }")

    assert texts.say("ar", Line("hello", {"name": "Noor"})) == "مرحبا \u2068Noor\u2069"
    assert texts.say("nl", Line("hello", {"name": "Noor"})) == "Hoi Noor"


@pytest.mark.parametrize(
    ("arabic", "begins"),
    [
        pytest.param("مرحبا { $name }", "م", id="with a word"),
        pytest.param("👤 { $name } هنا", "👤", id="a word after a value"),
        pytest.param("👤 { $name }", "\u200f👤", id="only values"),
        pytest.param("{ $name }: QR هنا", "\u200f", id="a Latin word first"),
        pytest.param("{ $name }", "N", id="a value alone"),
        pytest.param("QR", "Q", id="no value"),
    ],
)
def test_a_line_from_right_to_left_begins_there_for_every_reader(
    write: Write, arabic: str, begins: str
) -> None:
    texts = write("ar", nl="line = { $name }", ar=f"line = {arabic}")
    assert texts.say("ar", Line("line", {"name": "Noor"})).startswith(begins)


def test_arabic_writes_dates_and_numbers_in_western_digits(arabic: Texts) -> None:
    moment = Line("card-when", {"at": HALF_PAST_NINE})

    assert (
        arabic.say("ar", moment)
        == "\u200f📅 \u2068\u2068الثلاثاء 24 نوفمبر\u2069، الساعة \u20689:30\u2069\u2069"
    )
    assert "\u206812\u2069" in arabic.say("ar", Line("desk-talks", {"count": 12}))
    assert "\u20681,250\u2069" in arabic.say("ar", Line("digest-total-few", {"floor": 1250}))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا توجد مواعيد."),
        (1, "يوجد موعد واحد."),
        (2, "يوجد موعدان."),
        (3, "مواعيد."),
        (11, "موعدا."),
        (100, "موعدا."),
    ],
)
def test_arabic_counts_in_its_own_way(arabic: Texts, count: int, said: str) -> None:
    assert arabic.say("ar", Line("hour-talks", {"count": count})).endswith(said)


@pytest.mark.parametrize(
    ("language", "way"), [("nl", "ltr"), ("uk", "ltr"), ("ar", "rtl"), ("fa", "rtl")]
)
def test_every_language_has_a_direction(language: str, way: str) -> None:
    assert direction(language) == way


def test_a_language_has_only_its_own_texts(texts: Texts) -> None:
    assert texts.has("nl", "card-booked")
    assert not texts.has("nl", "nowhere")
    assert not texts.has("xx", "card-booked")


def test_known_languages_are_those_with_a_folder() -> None:
    assert {"nl", "en"} <= set(known_languages())
    assert list(known_languages()) == sorted(known_languages())
