"""Every text stands in every language, with the same values, and somebody needs it."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from flows.texts import LOCALES, known_languages

ROOT = Path(__file__).parents[2]
BUILT = re.compile(
    r"^(language|command|topic|way|times|card|reminder|talk|news|line|audience|desk|today"
    r"|code|weekday|sure|end|daily|ended-key|told|feedback|smile|consult|note|worker|gender|seat)-"
)
"""Ids that code puts together from a closed list; a crawl through all screens renders them."""


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
