"""One typing error a text, the same whenever asked."""

from random import Random

SEED = 20261125
_NEAR = {
    "a": "qsz", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "xa",
}  # fmt: skip


def slip(text: str, seed: int = SEED) -> str:
    """The text with one letter dropped, doubled, hit beside its key or changed with the next.

    Digits and signs stay, so that what is meant stays: 14:00 never becomes 15:00. Letters come
    from words of four or more where there are such, for there people err and nobody notices. A
    text without two letters in a row stays as it is.

    Args:
        text: One message.
        seed: Another seed, another error; a text's error does not depend on other texts.
    """
    chance = Random(f"{seed} {text}")
    places = _places(text, 4) or _places(text, 2)
    if not places:
        return text
    at = chance.choice(places)
    shapes = [shape for shape in _shapes(text, at, chance) if shape != text]
    return chance.choice(shapes)


def _places(text: str, least: int) -> list[int]:
    """Where a letter stands that has a letter after it, in words of `least` letters or more."""
    found: list[int] = []
    start = 0
    for end, sign in enumerate([*text, " "]):
        if not sign.isalpha():
            if end - start >= least:
                found += range(start, end - 1)
            start = end + 1
    return found


def _shapes(text: str, at: int, chance: Random) -> list[str]:
    """Dropped, doubled, changed with the next, hit beside its key."""
    before, letter, following, after = text[:at], text[at], text[at + 1], text[at + 2 :]
    beside = chance.choice(_NEAR.get(letter.lower(), "") or [each for each in text if _same(each)])
    return [
        f"{before}{following}{after}",
        f"{before}{letter}{letter}{following}{after}",
        f"{before}{following}{letter}{after}",
        f"{before}{beside}{following}{after}",
    ]


def _same(sign: str) -> bool:
    """A letter; without a known keyboard any letter of the text lies beside any other."""
    return sign.isalpha()
