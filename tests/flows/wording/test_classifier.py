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


def test_grams_in_another_order_say_the_same(tmp_path: Path) -> None:
    values, file = json.loads(exported(fitted(["asks", "books"]), "ab")), tmp_path / "model.json"
    file.write_text(json.dumps(values), "utf-8")
    sorted_ones = Classifier.load(file)
    turned = {
        "grams": "|".join(reversed(values["grams"].split("|"))),
        **{name: turn(values[name], 2) for name in ("idf", "scale", "weights")},
    }
    file.write_text(json.dumps(values | turned), "utf-8")
    for text in UNSEEN:
        assert Classifier.load(file).probabilities(text) == sorted_ones.probabilities(text)


def turn(packed: str, width: int) -> str:
    """The rows of a table of two bytes each in the other order."""
    content = b64decode(packed)
    rows = [content[at : at + width] for at in range(0, len(content), width)]
    return b64encode(b"".join(reversed(rows))).decode()


def test_what_does_not_fit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.json"
    values = json.loads(exported(fitted(["asks", "books"]), "ab"))
    file.write_text(json.dumps(values | {"format": 2}), "utf-8")
    with pytest.raises(ValueError, match=r"model\.json has format 2, not 1"):
        Classifier.load(file)
    file.write_text(json.dumps(values | {"grams": values["grams"] + "|more"}), "utf-8")
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
