"""Who has read the texts of a language, and what readers are told about it."""

from datetime import date
from pathlib import Path

import pytest

from flows.reviews import About, ReviewError, about
from flows.screen import Line, Tongues
from flows.texts import LOCALES, Texts, known_languages
from tests.ports import demo_programme


def _about(folder: Path, content: str) -> About:
    (folder / "xx").mkdir()
    (folder / "xx" / "about.toml").write_text(content, encoding="utf-8")
    return about("xx", folder)


@pytest.mark.parametrize("language", known_languages())
def test_every_language_says_who_has_read_it(language: str) -> None:
    assert (LOCALES / language / "about.toml").is_file()
    assert about(language).source == ("written" if language in {"nl", "en"} else "translated")


@pytest.mark.parametrize(
    ("content", "by_computer"),
    [
        ('source = "written"', False),
        ('source = "written"\nreviewed_by = "Noor"\nreviewed_on = "2027-01-31"', False),
        ('source = "translated"', True),
        ('source = "translated"\nreviewed_by = ""\nreviewed_on = ""', True),
        ('source = "translated"\nreviewed_by = "Noor"\nreviewed_on = 2027-01-31', False),
    ],
)
def test_what_a_computer_translated_is_told_until_somebody_read_it(
    tmp_path: Path, content: str, by_computer: bool
) -> None:
    assert _about(tmp_path, content).by_computer is by_computer


def test_a_language_without_a_file_counts_as_translated_and_unread(tmp_path: Path) -> None:
    assert about("xx", tmp_path) == About("translated", "", None)
    assert about("xx", tmp_path).by_computer


def test_the_day_of_reading_is_a_date(tmp_path: Path) -> None:
    read = _about(tmp_path, 'source = "written"\nreviewed_by = "Noor"\nreviewed_on = "2027-01-31"')

    assert read.reviewed_on == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("source = ", "xx/about.toml: "),
        ('source = "guessed"', "source is written or translated"),
        ('reviewed_by = "Noor"', "source is written or translated"),
        ('source = "written"\nreviewed_by = "Noor"', "come together"),
        ('source = "written"\nreviewed_on = "2027-01-31"', "come together"),
        ('source = "written"\nreviewed_by = "Noor"\nreviewed_on = "soon"', "soon"),
        ('source = "written"\nreader = "Noor"', "unknown key reader"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(
    tmp_path: Path, content: str, complaint: str
) -> None:
    with pytest.raises(ReviewError, match=complaint):
        _about(tmp_path, content)


def test_languages_are_named_as_people_here_say_it() -> None:
    texts = Texts(["tr", "ar"], demo_programme().zone)
    line = Line("worker-name", {"name": "N", "provider": "P", "languages": Tongues(("nl", "uk"))})

    assert texts.say("tr", line) == "• N. Kurum: P. Diller: Hollandaca, Ukraynaca."
    assert "الهولندية، الأوكرانية" in texts.say("ar", line)
