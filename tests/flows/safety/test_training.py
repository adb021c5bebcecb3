"""The model is what its phrases make of it, and the phrases are what they say they are."""

from collections import Counter
from pathlib import Path

import pytest

from flows.model import Crisis
from flows.safety.scoring import ORDINARY, model
from flows.safety.tables import END, FILE, USUAL, rule, tables
from flows.wording.folding import fold
from tests.training import crisis, rules
from tests.training.slips import with_slips

LANGUAGES = ("ar", "en", "nl", "pl", "tr", "uk")
FEWEST = {"nl": 60}
FEWEST_ELSEWHERE = 30
FEWEST_ORDINARY = {"nl": 400}
FEWEST_ORDINARY_ELSEWHERE = 120


def test_the_model_is_of_todays_phrases_and_trained_again_says_the_same() -> None:
    read = [*crisis.phrases(), *crisis.requests()]
    assert model().trained_on == crisis.digest(read), "run make train"
    again = crisis.fitted(read)
    assert list(model().classes) == list(again.regression.classes_)
    texts = [fold(each.text) for each in read[::40]]
    for text, chances in zip(texts, again.probabilities(texts), strict=True):
        assert list(model().probabilities(text).values()) == pytest.approx(chances, abs=0.005)


def test_the_rules_are_those_of_todays_files() -> None:
    assert FILE.read_text("utf-8") == rules.written(), "run make train"


def test_every_rule_is_found_by_its_first_two_items() -> None:
    for index, levels in ((tables().rules, {1, 2}), (tables().idioms, {0})):
        for first, seconds in index.items():
            for second, lines in seconds.items():
                for line in lines:
                    made = rule(line)
                    assert (*made.items, END)[:2] == (first, second)
                    assert made.level in levels
                    assert made.language in LANGUAGES


def test_rules_of_another_format_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.safety.tables.FILE", tmp_path / "rules.json")
    (tmp_path / "rules.json").write_text('{"format": 0}', "utf-8")
    with pytest.raises(ValueError, match=r"rules\.json has format 0, not 1"):
        tables.__wrapped__()


def test_the_usual_words_are_those_of_todays_phrases_and_rules() -> None:
    assert USUAL.read_text("utf-8") == crisis.usual_written(), "run make train"


def test_a_usual_word_is_said_twice_and_more_often_than_in_cries() -> None:
    def of(*texts: str, cries: int = 0) -> str:
        told = [crisis.Phrase(each, ORDINARY, "a", "nl") for each in texts]
        cried = [crisis.Phrase("urgant", Crisis.MEDICAL.value, "a", "nl")] * cries
        return crisis.usual([*told, *cried])

    assert of("urgant") == ""
    assert of("urgant", "wat urgant") == "urgant\n"
    assert of("urgant", "wat urgant", cries=2) == ""
    assert of("urgent", "wat urgent") == ""


def test_every_kind_is_a_class() -> None:
    assert set(model().classes) == {ORDINARY, *(each.value for each in Crisis)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_phrases_of_every_kind_by_four_hands(language: str) -> None:
    own = [each for each in crisis.phrases() if each.language == language]
    counted = Counter(each.kind for each in own)

    for kind in Crisis:
        assert counted[kind.value] >= FEWEST.get(language, FEWEST_ELSEWHERE), kind
        assert {each.hand for each in own if each.kind == kind.value} == set("abcd"), kind
    assert counted[ORDINARY] >= FEWEST_ORDINARY.get(language, FEWEST_ORDINARY_ELSEWHERE)


def test_abuse_weighs_as_much_as_suicide() -> None:
    counted = Counter(each.kind for each in crisis.phrases())

    assert 0.85 < counted[Crisis.ABUSE.value] / counted[Crisis.SUICIDE.value] < 1.2


def test_no_phrase_is_a_cry_and_ordinary_at_once() -> None:
    kinds: dict[tuple[str, str], set[str]] = {}
    for each in crisis.phrases():
        key = each.language, fold(each.text)
        kinds.setdefault(key, set()).add("ordinary" if each.kind == ORDINARY else "cry")

    assert [key for key, each in kinds.items() if len(each) > 1] == []


def test_slips_are_the_same_every_time_and_one_a_copy() -> None:
    made = list(with_slips("ik wil niet meer leven", 20))

    assert made == list(with_slips("ik wil niet meer leven", 20))
    assert all(len(each.split()) == 5 for each in made)
    assert len(set(made)) > 5
    assert list(with_slips("ik ?", 3)) == []
