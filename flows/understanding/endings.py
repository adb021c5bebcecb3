"""What languages hang on a name: cases, possessives, "with"; in Arabic before it."""

from collections.abc import Iterator

_TURKISH = """
ya ye yi yu a e i u nin nun in un dan den tan ten da de ta te
la le yla yle lar ler nda nde ndan nden larla lerle daki deki
"""
_POLISH = "a u owi em ie iem e emu"
_INSTEAD_OF_A = "y i e o ie a ce u"
_CYRILLIC = "а у ю ом ем ові еві ою ои ею еи и і ы е є"
LATIN = tuple(dict.fromkeys(("s", *_TURKISH.split(), *_POLISH.split())))
_REPLACED = tuple(_INSTEAD_OF_A.split())
_AFTER_E = ("iem", "em", "owi")
_REPLACED_SHORT = ("y", "ie")
_SLAVIC = tuple(_CYRILLIC.split())
_BEFORE = "ولبفك"
_SHORT = 3
"""A name of so many letters takes only endings of two letters or more, for Jan is not Jana."""


def inflected(name: str) -> Iterator[str]:
    """A folded Latin name with every ending it may have, itself first."""
    yield name
    for ending in LATIN:
        if len(name) > _SHORT or len(ending) > 1 or ending == "s":
            yield name + ending
    if name.endswith("e") and len(name) > _SHORT:
        for ending in _AFTER_E:
            yield name[:-1] + ending
    if name.endswith("a"):
        for ending in _REPLACED if len(name) > _SHORT else _REPLACED_SHORT:
            yield name[:-1] + ending


def stems(word: str) -> Iterator[str]:
    """A folded word of another script as typed, and without what may hang on it."""
    yield word
    if "\u0600" <= word[:1] <= "\u06ff":
        if word.startswith("لل"):
            yield word[2:]
        elif word[0] in _BEFORE:
            yield word[1:]
        return
    for ending in _SLAVIC:
        if word.endswith(ending):
            yield word[: -len(ending)]
            yield word[: -len(ending)] + "а"
