"""The model of intents: that of today's phrases, and acted on only when it is sure."""

import json

import pytest

from flows.understanding.intents import (
    OFFERED,
    UNKNOWN,
    Script,
    judged,
    model_of,
    script_of,
)
from flows.wording.classifier import Classifier
from flows.wording.folding import fold
from tests.training.intents import fitted, masked, of_script
from tests.training.phrases import Phrase, digest, phrases

READ = phrases()
ALONE = ["is fatima er vandaag?", "afzeggen", "kan ik ff praten", "who r u", "asdf", "", "🙏"]
LARGEST = 1_500_000
INTENTS = {
    "presence", "book", "appointments", "cancel", "reschedule", "late", "about", "help",
    "privacy", "erase", "language", "human", "greeting", "thanks", UNKNOWN,
}  # fmt: skip


def of_language(language: str) -> list[Phrase]:
    return [each for each in READ if each.language == language]


@pytest.mark.parametrize("script", Script)
def test_a_model_is_of_todays_phrases_and_trained_again_says_the_same(script: Script) -> None:
    model, ours = Classifier.load(model_of(script)), of_script(READ, script)
    assert model.trained_on == digest(ours), "run make train"
    again = fitted(ours, script)
    assert list(model.classes) == list(again.regression.classes_)
    texts = [masked(each) for each in (*ALONE, *(each.text for each in ours[::40]))]
    for text, chances in zip(texts, again.probabilities(texts), strict=True):
        assert list(model.probabilities(text).values()) == pytest.approx(list(chances), abs=0.005)


@pytest.mark.parametrize("script", Script)
def test_a_file_is_small_and_one_line_a_key(script: Script) -> None:
    content = model_of(script).read_bytes()
    assert len(content) < LARGEST
    assert len(content.splitlines()) == len(json.loads(content)) + 2


def test_a_text_is_judged_by_the_script_of_most_of_its_letters() -> None:
    assert script_of(fold("Чи є fatima?")) is Script.LATIN
    assert script_of(fold("Чи є Mike?")) is Script.LATIN
    assert script_of(fold("Чи є там Mike?")) is Script.CYRILLIC
    assert script_of(fold("هل Mike موجود")) is Script.ARABIC
    assert script_of("") is script_of("112 🙏") is Script.LATIN


@pytest.mark.parametrize(
    ("language", "least"), [("nl", 60), ("en", 25), ("tr", 25), ("ar", 25), ("pl", 25), ("uk", 25)]
)
def test_every_intent_has_many_phrases_by_several_hands(language: str, least: int) -> None:
    read = of_language(language)
    assert {each.intent for each in read} == INTENTS
    for intent in INTENTS:
        ours = [each for each in read if each.intent == intent]
        assert len(ours) >= least, intent
        assert len({each.hand for each in ours}) > 2


def test_no_phrase_means_two_things() -> None:
    meant: dict[str, str] = {}
    for each in READ:
        assert meant.setdefault(fold(each.text), each.intent) == each.intent, each.text


def test_who_is_sure_acts_and_who_is_not_asks() -> None:
    assert judged({"book": 0.7, "late": 0.2, UNKNOWN: 0.1}).intent == "book"
    close = judged({"book": 0.52, "late": 0.4, UNKNOWN: 0.08})
    assert (close.intent, close.suggestions) == (UNKNOWN, ("book", "late"))


def test_what_is_out_of_scope_is_never_offered() -> None:
    found = judged({UNKNOWN: 0.9, "book": 0.04, "late": 0.03, "help": 0.02, "human": 0.01})
    assert (found.intent, found.confidence) == (UNKNOWN, 0.9)
    assert found.suggestions == ("book", "late", "help")
    assert len(found.suggestions) == OFFERED
