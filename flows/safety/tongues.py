"""In which language a text is written: by its letters, then by words that only one language has."""

from collections.abc import Mapping

from flows.safety.tables import tables
from flows.wording.folding import fold, words

_OWN_LETTERS: Mapping[str, str] = {"uk": "іїєґ", "tr": "ğışİ", "pl": "ąęłńśźż"}
_SCRIPTS: Mapping[str, tuple[str, str]] = {"ar": ("\u0600", "\u06ff"), "uk": ("\u0400", "\u04ff")}
_READ = 400


def language_of(text: str, guess: str | None) -> str | None:
    """The language of a text, two letters; Russian counts as Ukrainian.

    Args:
        text: As it was typed.
        guess: Taken where letters and words leave it open.
    """
    read = text[:_READ]
    letters = sum(map(str.isalpha, read))
    for language, (first, last) in _SCRIPTS.items():
        if sum(first <= sign <= last for sign in read) * 2 > letters:
            return language
    for language, own in _OWN_LETTERS.items():
        if any(sign in own for sign in read):
            return language
    return _by_words(words(fold(read).replace("'", "")), guess)


def _by_words(said: list[str], guess: str | None) -> str | None:
    found = {language: sum(word in own for word in said) for language, own in tables().own.items()}
    most = max(found.values())
    best = [language for language, n in found.items() if n == most]
    return guess if not most or guess in best else best[0]
