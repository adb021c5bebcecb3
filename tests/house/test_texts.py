"""Every text stands in every language, with the same values, and somebody needs it."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from unicodedata import category, name

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from flows.texts import LOCALES, direction, known_languages
from tests.house.plain import Text, texts_of, words

ROOT = Path(__file__).parents[2]
BUILT = re.compile(
    r"^(language|command|topic|way|times|card|reminder|remind|reminded|talk|news|line|audience|desk"
    r"|today|code|bar|block|digest|trend|weekday|sure|end|daily|ended-key|told|feedback|smile"
    r"|consult|note|worker|gender|seat|heard|data|privacy)-"
)
"""Ids that code puts together from a closed list; a crawl through all screens renders them."""

NAMES = {"QR", "language", "taal", "Kindertelefoon", "Veilig", "Thuis", "Telegram", "Pinksteren"}


class _Values(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def _texts(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                values = _Values()
                values.visit(entry)
                found[entry.id.name] = frozenset(values.names)
    return found


@pytest.mark.parametrize("language", known_languages())
def test_every_language_has_the_same_texts_with_the_same_values(language: str) -> None:
    assert _texts(language) == _texts("nl")


def test_every_text_is_named_in_the_code_or_belongs_to_a_closed_list() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("bot", "flows")
        for path in (ROOT / folder).rglob("*.py")
    )

    unused = [each for each in _texts("nl") if f'"{each}"' not in code and not BUILT.match(each)]

    assert unused == []


@pytest.mark.parametrize("language", known_languages())
def test_every_file_stands_in_every_language(language: str) -> None:
    names = {path.name for path in (LOCALES / language).glob("*.ftl")}

    assert names == {path.name for path in (LOCALES / "nl").glob("*.ftl")}


MIRRORED = str.maketrans({"⬅": "➡", "➡": "⬅"})


@pytest.mark.parametrize("language", known_languages())
def test_a_text_has_the_same_pictures_in_every_language(language: str) -> None:
    """Arrows that point on and back point the other way where one reads from right to left."""
    turned = MIRRORED if direction(language) == "rtl" else {}
    dutch = {each.id: _pictures(each) for each in texts_of("nl")}

    wrong = [e.id for e in texts_of(language) if _pictures(e, turned) != dutch[e.id]]

    assert wrong == []


def _pictures(text: Text, turned: Mapping[int, str] = MappingProxyType({})) -> set[str]:
    said = "".join(text.forms).translate(turned)
    return {each for each in said if category(each) in {"So", "Sm"} and each != "±"}


def test_what_each_language_writes_no_other_script_slips_into() -> None:
    """Latin letters in Arabic and Ukrainian are names and what stands on a button of a phone."""
    strange = {
        word
        for language, script in (("ar", "ARABIC"), ("uk", "CYRILLIC"))
        if language in known_languages()
        for text in texts_of(language)
        if not text.id.startswith("language-")
        for form in text.forms
        for word in words(form)
        if word.isalpha() and not all(_is_of(script, each) for each in word)
    }

    assert strange <= NAMES


def _is_of(script: str, letter: str) -> bool:
    return name(letter).startswith(script) or category(letter) == "Lm"
