"""The model of cries for help, from the phrases of `flows/safety/phrases`.

What people ask the bot, the phrases of intents, is ordinary: other hands wrote it.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import flows.safety
from flows.safety.matching import met, without_idioms
from flows.safety.scoring import ORDINARY
from flows.safety.spelling import pieces, tokens
from flows.safety.tables import tables
from flows.wording.folding import fold
from tests.training import phrases as asking
from tests.training.fitting import Fitted, Recipe, exported, fit
from tests.training.slips import with_slips

FOLDER = Path(flows.safety.__file__).parent / "phrases"
RECIPE = Recipe(strength=8.0, most=40_000)
COPIES = 3
WEIGHT = 0.4
"""Of a copy with typing errors, where the phrase itself counts 1."""
NEAR_MISS = 2.0
"""Of an ordinary phrase among these: most use the words of a cry for something else."""
RUN_TOGETHER = 0.3
"""Of a copy without spaces."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody may type.

    Attributes:
        text: As it is typed.
        kind: Value of a `Kind`, or `ordinary`.
        hand: a pupil, b parent or staff, c friend, d short and hasty; x asks the bot something.
        language: The file it stands in.
    """

    text: str
    kind: str
    hand: str
    language: str


def phrases(folder: Path = FOLDER) -> list[Phrase]:
    """All phrases of all languages, in a fixed order."""
    return [
        Phrase(text, kind, hand, file.stem)
        for file in sorted(folder.glob("*.toml"))
        for kind, hands in sorted(tomllib.loads(file.read_text("utf-8")).items())
        for hand, texts in sorted(hands.items())
        for text in texts
    ]


def requests() -> list[Phrase]:
    """What people ask the bot; who asks for help in explicit words is left out."""
    return [
        Phrase(each.text, ORDINARY, "x", each.language)
        for each in asking.phrases()
        if each.hand != "e" and not _is_explicit(each.text)
    ]


def _is_explicit(text: str) -> bool:
    known = tables()
    rows = [without_idioms(tokens(each, known), known) for each in pieces(text)]
    return any(rule.level > 1 for row in rows for rule in met(row, known))


def fitted(read: Iterable[Phrase]) -> Fitted:
    """Train on phrases."""
    texts, labels, weights = zip(*_examples(read), strict=True)
    return fit(texts, labels, weights, RECIPE)


def written() -> str:
    """The model of all phrases, as its file holds it."""
    read = [*phrases(), *requests()]
    return exported(fitted(read), digest(read))


def digest(read: Iterable[Phrase]) -> str:
    """SHA-256 of phrases, hexadecimal."""
    lines = (f"{each.language} {each.kind} {each.hand} {each.text}\n" for each in read)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _examples(read: Iterable[Phrase]) -> Iterator[tuple[str, str, float]]:
    for each in read:
        folded = fold(each.text)
        if each.hand == "x":
            yield folded, each.kind, 1.0
            continue
        worth = NEAR_MISS if each.kind == ORDINARY else 1.0
        yield folded, each.kind, worth
        for copy in with_slips(folded, COPIES):
            yield copy, each.kind, worth * WEIGHT
        if each.kind != ORDINARY and " " in folded:
            yield folded.replace(" ", ""), each.kind, RUN_TOGETHER
