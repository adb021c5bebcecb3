"""The models of intents, one a script, from the files of phrases."""

import random
from collections.abc import Iterable, Iterator

from flows.model import WorkerId
from flows.understanding.intents import UNKNOWN, Script, script_of
from flows.understanding.masking import anonymous
from flows.understanding.names import find_worker
from flows.wording.folding import fold
from tests.training.augment import SEED, Carriers, carried, carriers, hurried
from tests.training.fitting import Fitted, Recipe, exported, fit
from tests.training.phrases import Phrase, digest, phrases

RECIPES = {
    Script.LATIN: Recipe(strength=12.0, rarest=4, most=46_000),
    Script.ARABIC: Recipe(strength=10.0, rarest=3, most=16_000),
    Script.CYRILLIC: Recipe(strength=10.0, rarest=3, most=16_000),
}
NAMES = (
    "Fatima", "Jeroen", "Samira", "Mike", "Anouk", "Ingrid", "Youssef", "Mehmet", "Oksana", "Kasia"
)  # fmt: skip
"""Workers that the phrases speak of."""
ROSTER = [(WorkerId(each.lower()), each, ()) for each in NAMES]
_SMALL_TALK = {"greeting", "thanks"}
"""What is a carrier by itself."""


def masked(text: str) -> str:
    """A phrase as the model sees it."""
    return anonymous(text, find_worker(text, ROSTER).spans)


def of_script(read: Iterable[Phrase], script: Script) -> list[Phrase]:
    """The phrases that are written in a script, in their order."""
    return [each for each in read if script_of(fold(each.text)) is script]


def fitted(read: Iterable[Phrase], script: Script) -> Fitted:
    """Train on phrases of one script."""
    places = carriers()
    rows = [row for each in read for row in _examples(each, places)]
    texts, labels, weights = zip(*rows, strict=True)
    return fit(texts, labels, weights, RECIPES[script])


def written(script: Script) -> str:
    """The model of a script, as its file holds it."""
    read = of_script(phrases(), script)
    return exported(fitted(read, script), digest(read))


def _examples(phrase: Phrase, places: Carriers) -> Iterator[tuple[str, str, float]]:
    """The phrase without names; and as it is typed in a hurry, half of them in a longer message."""
    plain, folded = masked(phrase.text), fold(phrase.text)
    dice = random.Random(f"{SEED} {folded}")
    worn = hurried(dice.choice((plain, folded)), dice)
    if _may_be_carried(phrase, folded) and dice.random() < 1 / 2:
        worn = carried(worn, places[phrase.language], dice)
    yield plain, phrase.intent, phrase.weight
    yield worn, phrase.intent, phrase.weight


def _may_be_carried(phrase: Phrase, folded: str) -> bool:
    """A lone word that means nothing here means no more with a greeting before it."""
    return phrase.intent not in _SMALL_TALK and (phrase.intent != UNKNOWN or " " in folded)
