"""Names of workers, as people type them: with errors, with endings, in three scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.model import WorkerId
from flows.understanding.names import Found, find_worker, mask
from flows.understanding.roster import Entry
from tests.flows.understanding.name_cases import NAMED, UNNAMED


def worker(name: str, full: str, *nicknames: str) -> Entry:
    return WorkerId(name), full, nicknames


ROSTER: tuple[Entry, ...] = (
    worker("fatima", "Fatima El Idrissi", "Fati"),
    worker("jeroen", "Jeroen de Vries"),
    worker("samira", "Samira"),
    worker("mike", "Mike Bakker"),
    worker("anouk", "Anouk Mei"),
    worker("noor", "Noor"),
    worker("can", "Can Yılmaz"),
    worker("youssef", "Youssef", "Joes"),
    worker("sam", "Sam"),
)


def found(text: str, roster: tuple[Entry, ...] = ROSTER) -> Found:
    return find_worker(text, roster)


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_worker_is_found(text: str, name: str) -> None:
    assert found(text).worker == name


@pytest.mark.parametrize("text", UNNAMED)
def test_words_of_every_day_are_nobody(text: str) -> None:
    assert found(text) == Found()


def test_nobody_is_found_at_a_school_without_workers() -> None:
    assert found("is fatima er", ()) == Found()


def test_two_that_are_named_are_both_found_in_order() -> None:
    both = found("is jeroen er of fatima?")
    assert both.workers == ("jeroen", "fatima")
    assert both.worker is None


def test_whoever_is_denied_is_not_meant() -> None:
    assert found("niet fatima maar jeroen").worker == "jeroen"
    assert found("niet fatima").worker == "fatima"


def test_two_of_one_name_are_both_likely_and_a_surname_decides() -> None:
    roster = (worker("a", "Sanne Bos"), worker("b", "Sanne Kuiper"))
    assert found("is sanne er", roster).workers == ("a", "b")
    assert found("is sanne kuiper er", roster).worker == "b"
    assert found("Sanne Kuyper", roster).worker == "b"


def test_a_name_that_is_as_like_two_others_gives_both() -> None:
    roster = (worker("a", "Karim"), worker("b", "Karin"))
    assert found("is karin er", roster).worker == "b"
    assert found("is karif er", roster).workers == ("a", "b")


def test_the_name_of_somebody_else_is_no_error_in_a_worker_s_name() -> None:
    assert found("mijn zus amira komt mee") == Found()
    assert found("mijn zus amira komt mee", (worker("x", "Amira"),)).worker == "x"


def test_a_name_in_two_pieces_is_found_whole() -> None:
    text = "is fati ma er"
    named = found(text, (worker("fatima", "Fatima"),))
    assert named.worker == "fatima"
    assert mask(text, named.spans) == "is @@@@@@@ er"


def test_a_surname_that_is_a_month_is_masked_after_a_title() -> None:
    text = "is meneer Mei er?"
    named = found(text)
    assert named.worker == "anouk"
    assert mask(text, named.spans) == "is meneer @@@ er?"


def test_a_name_is_masked_with_its_ending_where_it_stands() -> None:
    text = "kan ik Fatima's spreekuur met 🙂 Ｊｅｒｏｅｎ"
    assert mask(text, found(text).spans) == "kan ik @@@@@@@@ spreekuur met 🙂 @@@@@@"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Mohammed", ("mohamed", "Мохаммед", "محمد", "mohamet")),
        ("Khadija", ("khadidja", "خديجة", "Хадіджа")),
        ("Wouter", ("wouter", "woutr", "Ваутер", "Воутер")),
        ("Agnieszka", ("agnieska", "Agnieszką", "agnieszki", "Агнешка")),
        ("Oleksandr", ("Олександр", "Олександру", "oleksander")),
        ("Şebnem", ("sebnem", "Şebnem'le", "شبنم")),
        ("Charlotte", ("sharlotte", "charlot")),
        ("Pieter", ("piter", "Питер", "Пітер", "بيتر")),
        ("Naima", ("naïma", "نعيمة", "Наїма", "Найма")),
        ("Bilal", ("بلال", "Біляль", "bilel")),
        ("Marieke", ("marike", "mareike", "Маріке", "ماريكه")),
        ("Ömer", ("omer", "Омер", "عمر")),
    ],
)
def test_names_that_no_list_knows_are_found_in_every_script(
    name: str, typed: tuple[str, ...]
) -> None:
    for each in typed:
        assert found(f"is {each} er", (worker("x", name),)).worker == "x", each


def test_a_roster_in_another_script_is_found_in_its_own() -> None:
    assert found("до Олени", (worker("x", "Олена"),)).worker == "x"
    assert found("с Оленой", (worker("x", "Олена"),)).worker == "x"


@given(st.text())
def test_anything_is_read(text: str) -> None:
    named = found(text)
    assert all(0 <= start < end <= len(text) for start, end in named.spans)
    assert len(mask(text, named.spans)) == len(text)


@given(st.text(alphabet="fatimjeronsy'’аيف1 ", max_size=80))
def test_names_in_pieces_are_read(text: str) -> None:
    assert set(found(text).workers) <= {each[0] for each in ROSTER}
