"""Logistic regression over grams with scikit-learn, and its form in JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from flows.wording.classifier import FORMAT
from flows.wording.grams import grams
from flows.wording.packed import packed
from tests.training.lines import as_lines

Numbers = np.ndarray[Any, np.dtype[np.float64]]
_HIGHEST_BYTE, _HIGHEST_WORD = 127, 65_535


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is made.

    Attributes:
        strength: scikit-learn's C; more follows the examples more closely.
        rarest: Examples in which a gram must occur to be looked at.
        most: Grams that are kept, those in most examples first.
        rounds: Steps of the solver at most.
    """

    strength: float = 20.0
    rarest: int = 2
    most: int = 32_000
    rounds: int = 200


@dataclass(frozen=True, slots=True)
class Fitted:
    """A trained model, as scikit-learn has it."""

    rows: dict[str, int]
    tfidf: TfidfTransformer
    regression: LogisticRegression

    def probabilities(self, folded: Sequence[str]) -> Numbers:
        """A row a text, a column a class, in the order of `regression.classes_`."""
        counts = _matrix([grams(each) for each in folded], self.rows)
        chances: Numbers = self.regression.predict_proba(self.tfidf.transform(counts))
        return chances


def fit(
    folded: Sequence[str], labels: Sequence[str], weights: Sequence[float], recipe: Recipe
) -> Fitted:
    """Train on folded texts; the same texts in the same order give the same model.

    Args:
        folded: As `fold` gives them.
        labels: The class of each.
        weights: How much each counts.
        recipe: How.
    """
    counted = [grams(each) for each in folded]
    rows = _known(counted, recipe)
    tfidf = TfidfTransformer(sublinear_tf=True)
    table = tfidf.fit_transform(_matrix(counted, rows))
    regression = LogisticRegression(C=recipe.strength, max_iter=recipe.rounds, tol=1e-3)
    with threadpool_limits(1):  # sums in another order would differ in their last digits
        regression.fit(table, list(labels), sample_weight=np.asarray(weights))
    return Fitted(rows, tfidf, regression)


def _known(counted: Sequence[Counter[str]], recipe: Recipe) -> dict[str, int]:
    """Grams that are kept, in the order of their CRC-32; of two with the same, one."""
    occurs = Counter(gram for each in counted for gram in each)
    often = sorted((-n, gram) for gram, n in occurs.items() if n >= recipe.rarest)
    kept = {crc32(gram.encode()): gram for _, gram in reversed(often[: recipe.most])}
    return {kept[key]: row for row, key in enumerate(sorted(kept))}


def _matrix(counted: Sequence[Counter[str]], rows: dict[str, int]) -> csr_matrix:
    """Counts of grams, a row a text."""
    values, columns, ends = [], [], [0]
    for each in counted:
        found = sorted((rows[gram], n) for gram, n in each.items() if gram in rows)
        columns += [column for column, _ in found]
        values += [float(n) for _, n in found]
        ends.append(len(columns))
    shape = (len(counted), len(rows))
    return csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=shape)


def exported(fitted: Fitted, trained_on: str) -> str:
    """The model as `Classifier.load` reads it, one line a key.

    Args:
        fitted: A model.
        trained_on: SHA-256 of what it was trained on, hexadecimal.
    """
    coefficients, bias = _columns(fitted.regression)
    scale = np.maximum(np.abs(coefficients).max(axis=1) / _HIGHEST_BYTE, 1e-9)
    scale_step = scale.max() / _HIGHEST_WORD
    scale_words = np.clip(np.ceil(scale / scale_step), 1, _HIGHEST_WORD)
    fine = np.rint(coefficients / (scale_words * scale_step)[:, None])
    steps = np.clip(fine, -_HIGHEST_BYTE, _HIGHEST_BYTE)
    idf_step = fitted.tfidf.idf_.max() / _HIGHEST_WORD
    idf = np.minimum(np.rint(fitted.tfidf.idf_ / idf_step), _HIGHEST_WORD)
    return as_lines(
        {
            "format": FORMAT,
            "trained_on": trained_on,
            "classes": [str(each) for each in fitted.regression.classes_],
            "bias": [round(float(each), 6) for each in bias],
            "keys": packed("I", [crc32(each.encode()) for each in fitted.rows]),
            "idf": packed("H", _whole(idf)),
            "scale_step": float(scale_step),
            "scale": packed("H", _whole(scale_words)),
            "weights": packed("b", _whole(steps)),
        }
    )


def _columns(regression: LogisticRegression) -> tuple[Numbers, Numbers]:
    """Weights, a row a gram and a column a class, and bias; two classes have one column."""
    weights, bias = regression.coef_.T, regression.intercept_
    if weights.shape[1] == 1:
        return np.hstack([np.zeros_like(weights), weights]), np.array([0.0, bias[0]])
    return weights, bias


def _whole(numbers: Numbers) -> list[int]:
    """Row after row."""
    found: list[int] = numbers.astype(int).ravel().tolist()
    return found
