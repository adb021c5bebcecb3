"""The same words, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.wording.folding import LONGEST, fold, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Is FATIMA er?", "is fatima er?"),
        ("Wanneeeeer?!", "wanneer?!"),
        ("Çarşamba IŞIL ısı", "carsamba isil isi"),
        ("łódź", "lodz"),
        ("Коли є її їжа", "коли є іі іжа"),
        ("أُرِيدُ مَوْعِدًا غَدًا", "اريد موعدا غدا"),
        ("مدرســة", "مدرسه"),
        ("om ١٢:٣٠", "om 12:30"),
        ("zo’n dag", "zo'n dag"),
        ("a\u202eb\u200bc\x00d", "abcd"),
        ("  een\n\ttwee\u00a0drie ", "een twee drie"),
        ("112 000", "112 000"),
        ("🙂🙂", "🙂🙂"),
        ("", ""),
    ],
)
def test_one_form(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_words_keep_their_apostrophe() -> None:
    assert words(fold("Zo’n dag, 'morgen' 12:30!")) == ["zo'n", "dag", "morgen", "12", "30"]


@given(st.text())
def test_anything_is_folded(text: str) -> None:
    once = fold(text)
    assert len(once) <= LONGEST * 18
    assert not any(sign.isupper() for sign in once if sign.isascii())
    assert "  " not in once
