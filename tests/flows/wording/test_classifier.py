"""A model in plain Python says what scikit-learn says."""

import json
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from flows.wording.classifier import Classifier
from flows.wording.folding import fold
from flows.wording.grams import grams, tokens
from tests.training.fitting import Fitted, Recipe, exported, fit

TEXTS = {
    "asks": ["wie is er vandaag", "is er iemand", "wanneer zijn jullie er", "ben je er morgen"],
    "books": ["ik wil een afspraak", "afspraak maken graag", "kan ik praten", "plan een gesprek"],
    "thanks": ["dank je wel", "bedankt hoor", "top thanks", "super bedankt 🙏"],
}
UNSEEN = ["is er morgen iemand", "afsprak maken", "thnx", "", "🙏", "x" * 600, "مرحبا", "dank dank"]


def fitted(labels: list[str]) -> Fitted:
    folded = [fold(each) for label in labels for each in TEXTS[label]]
    names = [label for label in labels for _ in TEXTS[label]]
    return fit(folded, names, [1.0] * len(names), Recipe(rarest=1))


@pytest.mark.parametrize("labels", [["asks", "books"], ["asks", "books", "thanks"]])
def test_both_say_the_same(labels: list[str], tmp_path: Path) -> None:
    theirs, file = fitted(labels), tmp_path / "model.json"
    file.write_text(exported(theirs, "ab"), "utf-8")
    ours = Classifier.load(file)
    assert (ours.classes, ours.trained_on) == (tuple(labels), "ab")
    for text, chances in zip(UNSEEN, theirs.probabilities(UNSEEN), strict=True):
        found = ours.probabilities(text)
        assert sum(found.values()) == pytest.approx(1)
        assert list(found.values()) == pytest.approx(list(chances), abs=0.005)


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.json"
    values = json.loads(exported(fitted(["asks", "books"]), "ab"))
    file.write_text(json.dumps(values | {"format": 1}), "utf-8")
    with pytest.raises(ValueError, match=r"model\.json has format 1, not 2"):
        Classifier.load(file)
    keys = b64decode(values["keys"])
    for wrong in (keys + keys[-4:], keys[-4:] + keys[:-4]):
        file.write_text(json.dumps(values | {"keys": b64encode(wrong).decode()}), "utf-8")
        with pytest.raises(ValueError, match="does not fit together"):
            Classifier.load(file)


def test_pieces_stay_inside_a_word() -> None:
    assert dict(grams("ja ja")) == {
        "=ja": 2,
        "=ja ja": 1,
        " j": 2,
        "ja": 2,
        "a ": 2,
        " ja": 2,
        "ja ": 2,
        " ja ": 2,
    }


def test_punctuation_is_nothing_and_an_emoji_is_a_word() -> None:
    assert tokens("hé, da's 'top'!? 👍🙏") == ["hé", "da's", "top", "👍", "🙏"]


def test_the_work_is_bounded() -> None:
    longest = fold("abcdefghij klm" * 300)
    assert sum(grams(longest).values()) <= 5 * 600 + 600
