"""What the documentation says of each language is what the language says of itself."""

import re
from pathlib import Path

from flows.reviews import about
from flows.texts import known_languages

ROOT = Path(__file__).parents[2]


def test_the_list_of_languages_says_who_has_read_each() -> None:
    rows = re.findall(
        r"^\| \w+ \| (\w\w) \| (\w+) \| ([^|]+) \| ?([^|]*) ?\|$",
        (ROOT / "docs" / "languages.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    told = {code: (source, reader, day.strip()) for code, source, reader, day in rows}
    assert told == {each: _of(each) for each in known_languages()}


def _of(language: str) -> tuple[str, str, str]:
    said = about(language)
    day = said.reviewed_on.isoformat() if said.reviewed_on else ""
    return said.source, said.reviewed_by or "nobody yet", day
