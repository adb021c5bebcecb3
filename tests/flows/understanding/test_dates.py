"""Dates and times, as people type them in six languages."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understanding.dates import When, find_when
from tests.flows.understanding.date_cases import CASES, WITHOUT

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=AMSTERDAM)
FRIDAY_EVENING = datetime(2026, 11, 27, 19, 30, tzinfo=AMSTERDAM)
NEW_YEARS_EVE = datetime(2026, 12, 31, 23, 30, tzinfo=AMSTERDAM)
CLOCKS_BACK = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
SUNDAY = datetime(2026, 11, 29, 12, 0, tzinfo=AMSTERDAM)


def when(text: str, now: datetime = WEDNESDAY) -> When:
    return find_when(text, now, AMSTERDAM)


def said(found: When) -> tuple[str, str]:
    return (
        found.date.isoformat() if found.date else "",
        found.time.strftime("%H:%M") if found.time else "",
    )


@pytest.mark.parametrize(
    ("text", "on", "at"), [case for language in CASES.values() for case in language]
)
def test_what_is_typed_is_that_day_and_time(text: str, on: str, at: str) -> None:
    assert said(when(text)) == (on, at)


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [row for rows in CASES.values() for row in rows if any(row[1:]) and row[0][:4] != "was "],
)
def test_a_sentence_around_it_changes_nothing(text: str, on: str, at: str) -> None:
    assert said(when(f"Hoi, is Fatima er {text.lower()}?")) == (on, at)


@pytest.mark.parametrize("text", WITHOUT)
def test_no_date_is_made_of_a_sentence_without_one(text: str) -> None:
    assert said(when(text)) == ("", "")


@pytest.mark.parametrize(
    ("now", "text", "on", "at"),
    [
        (FRIDAY_EVENING, "morgen", "2026-11-28", ""),
        (FRIDAY_EVENING, "maandag", "2026-11-30", ""),
        (FRIDAY_EVENING, "vrijdag om 10 uur", "2026-12-04", "10:00"),
        (FRIDAY_EVENING, "komende vrijdag", "2026-12-04", ""),
        (FRIDAY_EVENING, "volgende week", "2026-11-30", ""),
        (FRIDAY_EVENING, "volgende maandag", "2026-11-30", ""),
        (FRIDAY_EVENING, "dit weekend", "2026-11-28", ""),
        (FRIDAY_EVENING, "de 27e", "2026-11-27", ""),
        (SUNDAY, "dit weekend", "2026-11-29", ""),
        (SUNDAY, "volgende week", "2026-11-30", ""),
        (SUNDAY, "morgen", "2026-11-30", ""),
        (NEW_YEARS_EVE, "morgen", "2027-01-01", ""),
        (NEW_YEARS_EVE, "over een uur", "2027-01-01", "00:30"),
        (NEW_YEARS_EVE, "1 januari", "2027-01-01", ""),
        (NEW_YEARS_EVE, "over twee maanden", "2027-02-28", ""),
        (NEW_YEARS_EVE, "volgende maand", "2027-01-01", ""),
        (NEW_YEARS_EVE, "de 30e", "2027-01-30", ""),
        (NEW_YEARS_EVE, "29 februari", "2028-02-29", ""),
        (CLOCKS_BACK, "over een uur", "2026-10-25", "02:30"),
        (CLOCKS_BACK, "over 2 uur", "2026-10-25", "03:30"),
        (CLOCKS_BACK, "morgen om half drie", "2026-10-26", "14:30"),
        (datetime(2026, 11, 25, 23, 30, tzinfo=UTC), "vandaag", "2026-11-26", ""),
    ],
)
def test_it_is_told_from_the_moment_of_the_message(
    now: datetime, text: str, on: str, at: str
) -> None:
    assert said(when(text, now)) == (on, at)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("volgende maandag", ["2026-11-30", "2026-12-07"]),
        ("volgende vrijdag", ["2026-11-27", "2026-12-04"]),
        ("next friday", ["2026-11-27", "2026-12-04"]),
        ("w przyszły piątek", ["2026-11-27", "2026-12-04"]),
        ("woensdag", ["2026-11-25", "2026-12-02"]),
        ("woensdag om 9 uur", ["2026-12-02"]),
        ("vrijdag", ["2026-11-27"]),
        ("maandag of dinsdag", ["2026-11-30", "2026-12-01"]),
        ("dinsdag of maandag", ["2026-11-30", "2026-12-01"]),
        ("vrijdag 28", ["2026-11-27"]),
        ("vrijdag de 28e", ["2026-11-27", "2026-11-28"]),
        ("volgend weekend", ["2026-11-28", "2026-12-05"]),
        ("volgende week", ["2026-11-30"]),
        ("na school", []),
    ],
)
def test_all_readings_are_told_ascending(text: str, readings: list[str]) -> None:
    assert [each.isoformat() for each in when(text).dates] == readings


def test_the_first_that_is_named_is_the_likeliest() -> None:
    assert when("dinsdag of maandag").date == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("morgenochtend", "morning"),
        ("'s middags", "afternoon"),
        ("dinsdagmiddag", "afternoon"),
        ("vanavond", "evening"),
        ("tomorrow morning", "morning"),
        ("öğleden sonra", "afternoon"),
        ("بعد الظهر", "afternoon"),
        ("jutro rano", "morning"),
        ("завтра ввечері", "evening"),
        ("goedemiddag", None),
        ("morgen", None),
    ],
)
def test_the_part_of_the_day_is_told(text: str, part: str | None) -> None:
    assert when(text).part == part


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("na de les", "after_lesson"),
        ("na school", "after_lesson"),
        ("after school", "after_lesson"),
        ("okuldan sonra", "after_lesson"),
        ("بعد المدرسة", "after_lesson"),
        ("po lekcjach", "after_lesson"),
        ("після уроків", "after_lesson"),
        ("na het 6e uur", "after_lesson"),
        ("voor school", "before_lesson"),
        ("voor het 3e uur", "before_lesson"),
        ("tijdens de les", "during_lesson"),
        ("in de pauze", "break"),
        ("na przerwie", "break"),
        ("morgen", None),
    ],
)
def test_a_time_that_only_the_school_knows_is_a_context(text: str, context: str | None) -> None:
    assert when(text).context == context
    assert when(text).time is None


@pytest.mark.parametrize(
    "text",
    [
        "gisteren",
        "was ze er gisteren",
        "vorige week",
        "vorige week dinsdag",
        "was fatima er maandag",
        "3 dagen geleden",
        "last friday",
        "geçen hafta",
        "امبارح",
        "wczoraj",
        "минулого тижня",
        "24-11-2026",
    ],
)
def test_what_is_over_is_told_to_be_over(text: str) -> None:
    found = when(text)
    assert found.past
    assert found.date is not None
    assert found.date < WEDNESDAY.date()


@pytest.mark.parametrize("text", ["morgen", "vandaag", "maandag", "ik was vergeten: morgen"])
def test_what_is_to_come_is_not_over(text: str) -> None:
    assert not when(text).past


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("om 7 uur", "19:00"),
        ("om 8 uur", "08:00"),
        ("morgenochtend om 7 uur", "07:00"),
        ("8 uur 's avonds", "20:00"),
        ("om 12 uur", "12:00"),
        ("12 pm", "12:00"),
        ("12 am", "00:00"),
        ("2 am", "02:00"),
        ("03:15", "15:15"),
        ("07:15", "07:15"),
        ("half 1", "12:30"),
        ("kwart voor 8", "07:45"),
        ("van 10 tot 11 uur", "10:00"),
        ("2-3 uur", "14:00"),
    ],
)
def test_without_more_one_to_seven_is_in_the_afternoon(text: str, at: str) -> None:
    assert said(when(text))[1] == at


@pytest.mark.parametrize(
    "text", ["a" * 4096, "ma " * 1400, "1" * 4096, "12-" * 1400, "\u202e" * 4096, "om 1 " * 900]
)
def test_only_the_beginning_of_a_long_message_is_read(text: str) -> None:
    assert when(text) == when(text[:600])


@given(st.text())
def test_anything_is_read(text: str) -> None:
    found = when(text)
    assert list(found.dates) == sorted(set(found.dates))
    assert (found.date is None) == (found.dates == ())
    assert found.date is None or found.date in found.dates


WORDS = sorted({word for rows in CASES.values() for row in rows for word in row[0].split()})


@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.integers(0, 40_000_000),
)
def test_words_of_dates_in_any_order_are_read(words: list[str], minutes: int) -> None:
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = find_when(" ".join(words), now, AMSTERDAM)
    assert list(found.dates) == sorted(set(found.dates))
    assert found.date is None or found.date in found.dates
    assert found.time is None or found.time.tzinfo is None


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{}:{:02}", "{:02}.{:02}u"]))
def test_a_time_in_figures_is_that_time_or_twelve_hours_later(
    hour: int, minute: int, form: str
) -> None:
    found = when(f"morgen om {form.format(hour, minute)}")
    if found.time is not None:
        late = time((hour + 12) % 24, minute)
        assert found.time in {time(hour, minute), late}


@given(st.dates(date(2026, 11, 25), date(2027, 5, 1)))
def test_a_date_in_full_is_that_date(on: date) -> None:
    for form in ("{0.day}-{0.month}-{0.year}", "{0.day}/{0.month}/{0.year}", "{0}"):
        assert when(form.format(on)).date == on


@given(st.integers(0, 400))
def test_in_so_many_days_is_so_many_days_later(days: int) -> None:
    found = when(f"over {days} dagen")
    if days < 100:
        assert found.date == WEDNESDAY.date() + timedelta(days=days)
