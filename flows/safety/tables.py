"""The rules of each language, and what words stand for, as `make train` wrote them.

How rules are written down is said in `tests/training/rules.py`. Here each is one line,
`LEVEL KIND ITEM ITEM ...` with `-` for no kind, which is taken apart when its first two items were
met: most never are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.model import Crisis
from flows.wording.neighbours import Neighbours
from flows.wording.packed import loaded

FORMAT = 1
FILE = Path(__file__).parent / "models" / "rules.json"
USUAL = Path(__file__).parent / "models" / "usual.txt"
GAPS = {"+": 0, ">": 5}
"""Words that may stand before an item with this mark."""
GAP = 2
"""The same of one without."""
FARTHEST = max(GAPS.values()) + 1
"""Words from an item to the next at most."""
END = "$"
_KINDS = {each.value: each for each in Crisis}
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

    @property
    def language(self) -> str:
        """Two letters."""
        return self.items[0].partition(":")[0]


Index = Mapping[str, Mapping[str, Sequence[str]]]
"""Lines of rules by their first item, then by their second: `$` where a sentence or the rule ends
there."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Rules, and what each word can stand for.

    Attributes:
        items: Of a whole folded word; of one that no rule needs, only itself.
        stems: Of a beginning, by its length.
        near: Finds whole words with a slip.
        near_stems: Finds long stems with a slip.
        rules: Sure and perhaps.
        idioms: What says nothing.
        own: Words by which a language is told from others.
        usual: Words of ordinary messages that are one slip away from another, and no slip.
    """

    items: Mapping[str, frozenset[str]]
    stems: Mapping[int, Mapping[str, frozenset[str]]]
    near: Neighbours
    near_stems: Neighbours
    rules: Index
    idioms: Index
    own: Mapping[str, frozenset[str]]
    usual: frozenset[str]


@cache
def tables() -> Tables:
    """All languages together: every message is held against every one.

    Raises:
        ValueError: They are of another format.
    """
    data = loaded(FILE, FORMAT)
    meanings = [frozenset(each.split()) for each in data["meanings"]]
    return Tables(
        {word: meanings[n] for word, n in data["items"].items()},
        {
            int(length): {stem: meanings[n] for stem, n in stems.items()}
            for length, stems in data["stems"].items()
        },
        Neighbours.read(data["near"]),
        Neighbours.read(data["near_stems"]),
        data["rules"],
        data["idioms"],
        {language: frozenset(words.split()) for language, words in data["own"].items()},
        frozenset(USUAL.read_text(encoding="utf-8").split()),
    )


@cache
def rule(line: str) -> Rule:
    """The rule of a line; there are only as many as were written down."""
    level, kind, *parts = line.split(" ")
    return Rule(
        tuple([each.lstrip("+>") for each in parts]),
        tuple([GAPS.get(each[0], GAP) for each in parts]),
        int(level),
        _KINDS.get(kind),
    )
