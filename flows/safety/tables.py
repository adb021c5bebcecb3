"""The rules of each language, read from `rules/<language>.toml`.

A file names groups of words and writes rules with them. In a rule each item is a group's name or a
word; up to two other words may stand between two items. Marks:

    +word   nothing may stand between
    >word   up to five words may stand between
    a ~ b   in either order (one such pair a rule)
    $       a sentence ends here

A word that ends in `*` is a stem. `sure` rules make level 2, `perhaps` rules level 1, and what an
`idioms` rule matches says nothing any more.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from flows.model import Crisis
from flows.wording.folding import fold

FOLDER = Path(__file__).parent / "rules"
USUAL = Path(__file__).parent / "models" / "usual.txt"
GAPS = {"+": 0, ">": 5}
FARTHEST = max(GAPS.values()) + 1
"""Words from an item to the next at most."""
GAP = 2
END = "$"
MAYBE_FROM = 4
"""Letters from which on a word with one slip may be another, if the rest of a rule says so."""
NEAR_FROM = 6
"""Letters from which on a word with one slip is taken for another by itself."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Items in this order make a finding.

    Attributes:
        items: Names of groups or words, as `<language>:<name>`, or `$`.
        gaps: How many words at most may stand before each item; that of the first is unused.
        level: 0 for an idiom.
    """

    items: tuple[str, ...]
    gaps: tuple[int, ...]
    level: int
    kind: Crisis | None
    language: str


Index = Mapping[str, Mapping[str, tuple[Rule, ...]]]
"""Rules by their first item, then by their second: `$` where a sentence or the rule ends there."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Rules, and what each word can stand for.

    Attributes:
        items: Of a whole folded word; of one that no rule needs, only itself.
        stems: Of a beginning, by its length.
        near: Words by what is left of them when one sign is left out.
        near_stems: The same of long stems, to what they stand for.
        rules: Sure and perhaps.
        idioms: What says nothing.
        own: Words by which a language is told from others.
        usual: Words of ordinary messages that are one slip away from another, and no slip.
    """

    items: Mapping[str, frozenset[str]]
    stems: Mapping[int, Mapping[str, frozenset[str]]]
    near: Mapping[str, tuple[str, ...]]
    near_stems: Mapping[str, tuple[str, ...]]
    rules: Index
    idioms: Index
    own: Mapping[str, frozenset[str]]
    usual: frozenset[str]


@dataclass(slots=True)
class _Words:
    """What words and stems stand for, as it is gathered."""

    items: dict[str, set[str]] = field(default_factory=dict)
    stems: dict[int, dict[str, set[str]]] = field(default_factory=dict)

    def enter(self, word: str, item: str) -> None:
        """Let a word, or a stem, stand for an item."""
        folded = (word.lower() if word.isascii() else fold(word)).replace("'", "")
        if folded.endswith("*"):
            stem = folded[:-1]
            self.stems.setdefault(len(stem), {}).setdefault(stem, set()).add(item)
        else:
            self.items.setdefault(folded, set()).add(item)


@cache
def tables() -> Tables:
    """All languages together: every message is held against every one."""
    words, rules, own = _Words(), list[Rule](), dict[str, frozenset[str]]()
    for file in sorted(FOLDER.glob("*.toml")):
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        own[file.stem] = frozenset(held["own"].split())
        rules += _language(held, file.stem, words)
    return Tables(
        {word: frozenset(each) for word, each in words.items.items()},
        {
            length: {stem: frozenset(each) for stem, each in stems.items()}
            for length, stems in sorted(words.stems.items())
        },
        _near(words.items),
        _near(
            stem for length, stems in words.stems.items() if length >= NEAR_FROM for stem in stems
        ),
        _indexed(each for each in rules if each.level),
        _indexed(each for each in rules if not each.level),
        own,
        frozenset(USUAL.read_text(encoding="utf-8").split()),
    )


def _language(held: Mapping[str, Any], language: str, words: _Words) -> list[Rule]:
    """The rules of a language; its words are entered."""
    groups: Mapping[str, str] = held["words"]
    for name, listed in groups.items():
        for word in listed.split():
            words.enter(word, f"{language}:{name}")
    for word in held["known"].split():
        words.enter(word, f"{language}:{word}")
    rules = list(_rules(held, language))
    for item in {item for rule in rules for item in rule.items}:
        name = item.partition(":")[2]
        if name and name not in groups:
            words.enter(name, item)
    return rules


def _rules(held: Mapping[str, Any], language: str) -> Iterable[Rule]:
    for written in held["idioms"]:
        yield from parsed(written, 0, None, language)
    for kind in (*Crisis, None):
        own = held[kind.value if kind else "unclear"]
        for written in own.get("sure", ()):
            yield from parsed(written, 2, kind, language)
        for written in own["perhaps"]:
            yield from parsed(written, 1, kind, language)


def parsed(written: str, level: int, kind: Crisis | None, language: str) -> list[Rule]:
    """The rule, or both orders of one with `~`."""
    parts = written.split()
    if "~" not in parts:
        return [_rule(parts, level, kind, language)]
    at = parts.index("~")
    before, one, two, after = parts[: at - 1], parts[at - 1], parts[at + 1], parts[at + 2 :]
    orders = ([*before, one, two, *after], [*before, two, one, *after])
    return [_rule(each, level, kind, language) for each in orders]


def _rule(parts: list[str], level: int, kind: Crisis | None, language: str) -> Rule:
    gaps = tuple(GAPS.get(each[0], GAP) for each in parts)
    names = (each.lstrip("+>") for each in parts)
    items = tuple(each if each == END else f"{language}:{each}" for each in names)
    return Rule(items, gaps, level, kind, language)


def _indexed(rules: Iterable[Rule]) -> Index:
    found: dict[str, dict[str, list[Rule]]] = {}
    for each in rules:
        first, second = (*each.items, END)[:2]
        found.setdefault(first, {}).setdefault(second, []).append(each)
    return {
        first: {second: tuple(held) for second, held in seconds.items()}
        for first, seconds in found.items()
    }


def _near(items: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in items:
        for short in shorter(word) if len(word) >= MAYBE_FROM else ():
            found.setdefault(short, []).append(word)
    return {short: tuple(each) for short, each in found.items()}


def shorter(word: str) -> list[str]:
    """The word, and the word with each one of its signs left out."""
    return [word, *{word[:n] + word[n + 1 :] for n in range(len(word))}]
