"""The model of intents, from the files of phrases."""

from collections.abc import Iterable, Iterator

from flows.wording.folding import fold
from tests.training.augment import with_errors
from tests.training.fitting import Fitted, Recipe, exported, fit
from tests.training.phrases import Phrase, digest, phrases

RECIPE = Recipe(strength=20.0)
COPIES = 1
WEIGHT = 0.5
"""Of a copy with typing errors, where the phrase itself counts 1."""


def fitted(read: Iterable[Phrase]) -> Fitted:
    """Train on phrases."""
    texts, labels, weights = zip(*_examples(read), strict=True)
    return fit(texts, labels, weights, RECIPE)


def written() -> str:
    """The model of all phrases, as its file holds it."""
    read = phrases()
    return exported(fitted(read), digest(read))


def _examples(read: Iterable[Phrase]) -> Iterator[tuple[str, str, float]]:
    for each in read:
        folded = fold(each.text)
        yield folded, each.intent, 1.0
        for copy in with_errors(folded, COPIES):
            yield copy, each.intent, WEIGHT
