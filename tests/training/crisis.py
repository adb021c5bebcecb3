"""The model of cries for help, from the phrases of `flows/safety/phrases`.

What people ask the bot, the phrases of intents, is ordinary: other hands wrote it.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import flows.safety
from flows.safety.matching import met, without_idioms
from flows.safety.scoring import ORDINARY
from flows.safety.spelling import one_slip_away, pieces, tokens
from flows.safety.tables import Tables, tables
from flows.understanding.ordinary import first_names
from flows.wording.folding import fold
from flows.wording.neighbours import Neighbours
from tests.training import phrases as asking
from tests.training.fitting import Fitted, Recipe, exported, fit
from tests.training.phrases import weighed
from tests.training.slips import with_slips

FOLDER = Path(flows.safety.__file__).parent / "phrases"
RECIPE = Recipe(strength=12.0, most=55_000)
COPIES, COPIES_ASKING = 6, 1
"""With typing errors, of a phrase, and of what people ask the bot: of that there is much."""
WEIGHT = 0.25
"""Of a copy with typing errors, where the phrase itself counts 1."""
NEAR_MISS = 2.0
"""Of an ordinary phrase among these: most use the words of a cry for something else."""
RUN_TOGETHER = 0.3
"""Of a copy without spaces."""
TWICE = 2
"""Ordinary phrases in which a word must stand to be usual: once may be an error."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody may type.

    Attributes:
        text: As it is typed.
        kind: Value of a `Kind`, or `ordinary`.
        hand: a pupil, b parent or staff, c friend, d short and hasty, e patterns; x asks the bot
            something.
        language: The file it stands in; none of a name.
        weight: How much it counts; less where a pattern made many of it.
    """

    text: str
    kind: str
    hand: str
    language: str
    weight: float = 1.0


def phrases(folder: Path = FOLDER) -> list[Phrase]:
    """All phrases of all languages, in a fixed order; of a pattern some of what it says."""
    return [
        Phrase(text, kind, hand, file.stem, weight)
        for file in sorted(folder.glob("*.toml"))
        for kind, hands in sorted(tomllib.loads(file.read_text("utf-8")).items())
        for hand, texts in sorted(hands.items())
        for written in texts
        for text, weight in weighed(written)
    ]


def requests() -> list[Phrase]:
    """What people ask the bot, and first names alone; who asks for help explicitly is left out."""
    asked = [
        Phrase(each.text, ORDINARY, "x", each.language, each.weight)
        for each in asking.phrases()
        if not _is_explicit(each.text)
    ]
    return asked + [Phrase(each, ORDINARY, "x", "") for each in sorted(first_names())]


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


def usual_written() -> str:
    """The usual words of all phrases, as their file holds them."""
    return usual([*phrases(), *requests()])


def usual(read: Iterable[Phrase]) -> str:
    """Words of two or more ordinary phrases that are one slip away from a word of the rules.

    Those that cries have as often are left out: there the slip may be meant. One a line, sorted.
    """
    known = replace(tables(), usual=frozenset())
    said, cried = Counter[str](), Counter[str]()
    for each in read:
        own = {token.word for piece in pieces(each.text) for token in tokens(piece, known)}
        (said if each.kind == ORDINARY else cried).update(own)
    kept = (
        word
        for word, n in said.items()
        if n >= TWICE and n > cried[word] and _is_nothing(word, known)
    )
    return "".join(f"{word}\n" for word in sorted(kept) if one_slip_away(word, known))


def _is_nothing(word: str, known: Tables) -> bool:
    """Whether no rule knows a word as it stands."""
    return not any(token.items for token in tokens(word, replace(known, near=Neighbours.among(()))))


def digest(read: Iterable[Phrase]) -> str:
    """SHA-256 of phrases, hexadecimal."""
    lines = (f"{each.language} {each.kind} {each.hand} {each.text}\n" for each in read)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _examples(read: Iterable[Phrase]) -> Iterator[tuple[str, str, float]]:
    for each in read:
        folded = fold(each.text)
        is_miss = each.kind == ORDINARY and each.hand != "x"
        worth = each.weight * (NEAR_MISS if is_miss else 1.0)
        yield folded, each.kind, worth
        for copy in with_slips(folded, COPIES_ASKING if each.hand == "x" else COPIES):
            yield copy, each.kind, worth * WEIGHT
        if each.kind != ORDINARY and " " in folded:
            yield folded.replace(" ", ""), each.kind, RUN_TOGETHER
