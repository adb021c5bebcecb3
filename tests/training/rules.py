"""The rules of cries for help, from `flows/safety/rules/<language>.toml` to one file of all.

A file names groups of words and writes rules with them. In a rule each item is a group's name or a
word; up to two other words may stand between two items. Marks:

    +word   nothing may stand between
    >word   up to five words may stand between
    a ~ b   in either order (one such pair a rule)
    $       a sentence ends here

A word that ends in `*` is a stem. `sure` rules make level 2, `perhaps` rules level 1, and what an
`idioms` rule matches says nothing any more; the words of a talk's pictures are such by themselves.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import flows.safety
from flows.booking.codes import COUNT, code_line
from flows.model import Crisis
from flows.safety.tables import END, FORMAT, MAYBE_FROM, NEAR_FROM
from flows.texts import Texts
from flows.wording.folding import fold
from flows.wording.neighbours import Neighbours
from tests.training.lines import as_lines

FOLDER = Path(flows.safety.__file__).parent / "rules"
_IDIOM = 0
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Words:
    """What words and stems stand for, as it is gathered."""

    items: dict[str, set[str]] = field(default_factory=dict)
    stems: dict[str, set[str]] = field(default_factory=dict)

    def enter(self, word: str, item: str) -> None:
        """Let a word, or a stem, stand for an item."""
        folded = fold(word).replace("'", "")
        held = self.stems if folded.endswith("*") else self.items
        held.setdefault(folded.removesuffix("*"), set()).add(item)


def written() -> str:
    """All languages together, as `flows.safety.tables` reads them: one key a line."""
    words, lines, own = _Words(), list[str](), dict[str, str]()
    for file in sorted(FOLDER.glob("*.toml")):
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        own[file.stem] = held["own"]
        lines += [*_language(held, file.stem, words), *_pictures(file.stem, words)]
    meanings = sorted({_meaning(each) for each in (*words.items.values(), *words.stems.values())})
    numbers = {meaning: n for n, meaning in enumerate(meanings)}
    lengths = sorted({len(stem) for stem in words.stems})
    values = {
        "format": FORMAT,
        "meanings": meanings,
        "items": {word: numbers[_meaning(each)] for word, each in words.items.items()},
        "stems": {
            str(length): {
                stem: numbers[_meaning(each)]
                for stem, each in words.stems.items()
                if len(stem) == length
            }
            for length in lengths
        },
        "near": Neighbours.among(words.items, MAYBE_FROM).written(),
        "near_stems": Neighbours.among(words.stems, NEAR_FROM).written(),
        "rules": _indexed(line for line in lines if _level(line) != _IDIOM),
        "idioms": _indexed(line for line in lines if _level(line) == _IDIOM),
        "own": own,
    }
    return as_lines(values)


def _meaning(items: Iterable[str]) -> str:
    return " ".join(sorted(items))


def _level(line: str) -> int:
    return int(line.partition(" ")[0])


def _indexed(lines: Iterable[str]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Lines by the first two items of their rule."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        first, second = (*(each.lstrip("+>") for each in line.split(" ")[2:]), END)[:2]
        found.setdefault(first, {}).setdefault(second, []).append(line)
    return found


def _language(held: Mapping[str, Any], language: str, words: _Words) -> list[str]:
    """The lines of a language's rules; its words are entered."""
    groups: Mapping[str, str] = held["words"]
    for name, listed in groups.items():
        for word in listed.split():
            words.enter(word, f"{language}:{name}")
    for word in held["known"].split():
        words.enter(word, f"{language}:{word}")
    lines, named = list[str](), dict[str, None]()
    for rule, level, kind in _rules(held):
        for parts in _orders(rule.split()):
            marked = [_item(each, language) for each in parts]
            lines.append(" ".join((str(level), kind, *marked)))
            named |= dict.fromkeys(each.lstrip("+>") for each in parts if each != END)
    for name in named:
        if name not in groups:
            words.enter(name, f"{language}:{name}")
    return lines


def _pictures(language: str, words: _Words) -> Iterable[str]:
    """The words of each code, in either order, as idioms; they are entered, too.

    They open a talk where others look at the phone, and must not read as a cry ("czarny list").
    """
    texts = Texts([language], ZoneInfo("UTC"))
    for code in range(COUNT):
        said = fold(texts.say(language, code_line(code))).replace("'", "")
        first, *more = _WORD.findall(said)
        for word in (first, *more):
            words.enter(word, f"{language}:{word}")
        for one, *others in ((first, *more), (*reversed(more), first)):
            marked = (f"+{language}:{each}" for each in others)
            yield " ".join((str(_IDIOM), "-", f"{language}:{one}", *marked))


def _rules(held: Mapping[str, Any]) -> Iterable[tuple[str, int, str]]:
    """Each rule with its level and its kind."""
    for each in held["idioms"]:
        yield each, _IDIOM, "-"
    for table, kind in (*((each.value, each.value) for each in Crisis), ("unclear", "-")):
        for level, name in ((2, "sure"), (1, "perhaps")):
            for each in held[table].get(name, ()):
                yield each, level, kind


def _orders(parts: list[str]) -> list[list[str]]:
    """The items of a rule, or both orders of one with `~`."""
    if "~" not in parts:
        return [parts]
    at = parts.index("~")
    before, one, two, after = parts[: at - 1], parts[at - 1], parts[at + 1], parts[at + 2 :]
    return [[*before, one, two, *after], [*before, two, one, *after]]


def _item(part: str, language: str) -> str:
    """An item with its language, its mark before it."""
    name = part.lstrip("+>")
    return part if name == END else f"{part[: -len(name)]}{language}:{name}"
