"""Names as they sound, so that one name is the same in Latin, Cyrillic and Arabic letters.

Arabic leaves short vowels out, Cyrillic writes what is heard, Dutch writes "oe" for one vowel:
all three become a few Latin letters, and two names are as far apart as their sounds are.
"""

import re
from collections.abc import Iterable

_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظغفقكلمنهويپگچڤژ",
        "abttjhhddrzsxsdtzhfkklmnhuipgxvj",
        strict=True,
    )
)
_CYRILLIC = {
    "й": "i",
    **dict(zip("абвгґдежзиіклмнопрстуфхцш", "abvhgdejziiklmnoprstufhsx", strict=True)),
    "є": "ie",
    "ю": "iu",
    "я": "ia",
    "щ": "x",
    "ч": "x",
    "ы": "i",
    "э": "e",
    "ь": "",
    "ъ": "",
}
_LATIN = (
    ("sch", "sh"),
    ("tsj", "x"),
    ("tch", "x"),
    ("sh", "x"),
    ("sj", "x"),
    ("sz", "x"),
    ("cz", "x"),
    ("dj", "j"),
    ("dz", "j"),
    ("zh", "j"),
    ("ch", "h"),
    ("kh", "h"),
    ("gh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("c", "k"),
    ("oe", "u"),
    ("ou", "u"),
    ("ie", "i"),
    ("y", "i"),
    ("x", "x"),
)
_ANY = "*"
"""The sign that carries a vowel where an Arabic word begins: any vowel."""
_ENGLISH_I = re.compile(r"(?<![aeiou])i([klmntv])e$")
_LONG_I = re.compile(r"ij(?![aeiou])")
_VOWELS = frozenset("aeiou*")
_NEAR = {
    **dict.fromkeys(("uw", "ou", "ij"), 0.0),
    **dict.fromkeys(("ei", "vw", "gh"), 0.15),
    **dict.fromkeys(("bp", "fv", "sz", "ae"), 0.2),
    **dict.fromkeys(("uv", "gj", "sx", "jz", "dt", "jx", "dz", "fw"), 0.3),
    **dict.fromkeys(("hx",), 0.4),
    **dict.fromkeys(("ao", "eo", "eu"), 0.5),
    **dict.fromkeys(("au", "ai", "iu", "io"), 0.6),
}
"""How far two sounds are apart that are written for each other, by both letters in order."""
_FAR = 1.1
_ENDS_IN_A = 0.7
"""What an "a" costs that ends a name and was not heard: Samir is not Samira."""
_DOUBLE = re.compile(r"(.)\1+")
LONGEST = 24


def is_latin(word: str) -> bool:
    """Whether a folded word begins with a Latin letter."""
    return "a" <= word[:1] <= "z"


def is_arabic(word: str) -> bool:
    """Whether a word begins with an Arabic letter."""
    return "\u0600" <= word[:1] <= "\u06ff"


def sounds(word: str) -> str:
    """A folded word of any of the three scripts in the letters that sounds are compared in."""
    word = word[:LONGEST]
    if is_latin(word):
        word = _LONG_I.sub("ei", word)
        for written, heard in _LATIN:
            word = word.replace(written, heard)
    elif is_arabic(word):
        opening = _ANY if word[0] in "اع" else ""
        word = _read(word[:-1] + "ا" if word.endswith("ه") else word, _ARABIC)
        word = opening + word.removeprefix("a") if opening else word
    else:
        word = _read(("й" if word.startswith("е") else "") + word.replace("дж", "ж"), _CYRILLIC)
    return _DOUBLE.sub(r"\1", word)


def all_sounds(name: str) -> tuple[str, ...]:
    """A folded name as it may sound: Mike also as in English."""
    found = _ENGLISH_I.search(name)
    heard = [sounds(name)]
    if found and is_latin(name):
        heard.append(sounds(f"{name[: found.start()]}ai{found[1]}"))
    return tuple(heard)


def as_typed(word: str) -> tuple[str, ...]:
    """A folded word of another script as it may sound: "е" also without the glide before it."""
    heard = sounds(word)
    return (heard, heard[1:]) if heard.startswith("ie") else (heard,)


def _read(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(sign, "") for sign in word)


def apart(heard: str, meant: str, vowel: float) -> float:
    """How far two rows of sounds are apart; 0 for the same.

    Args:
        heard: Sounds of the word that was typed.
        meant: Sounds of the name.
        vowel: What a vowel costs that only one of them has, 0-1; twice as much as the first.
    """
    last = len(meant) - 1 if meant.endswith("a") else -1
    before = [0.0]
    for sound in meant:
        before.append(before[-1] + _alone(sound, len(before) == 1, vowel))
    for at, typed in enumerate(heard):
        row = [before[0] + _alone(typed, at == 0, vowel)]
        for to, sound in enumerate(meant):
            row.append(
                min(
                    before[to] + between(typed, sound),
                    before[to + 1] + _alone(typed, at == 0, vowel),
                    row[to] + (_ENDS_IN_A if to == last else _alone(sound, to == 0, vowel)),
                )
            )
        before = row
    return before[-1]


def _alone(sound: str, first: bool, vowel: float) -> float:
    if sound in _VOWELS:
        return vowel * 2 if first else vowel
    return 0.45 if sound == "h" else _FAR


def between(typed: str, sound: str) -> float:
    """How far two sounds are apart."""
    if typed == sound:
        return 0.0
    if typed == _ANY and sound in _VOWELS:
        return 0.1
    return _NEAR.get(typed + sound if typed < sound else sound + typed, _FAR)


def written_consonants(word: str) -> str:
    """The letters of a Latin word that are no vowels, doubled ones once."""
    return _DOUBLE.sub(r"\1", "".join(sign for sign in word if sign not in _VOWELS))


def consonants(heard: Iterable[str]) -> str:
    """The sounds that are no vowels, those that sound alike as one."""
    return "".join(_ALIKE.get(sound, sound) for sound in heard if sound not in _SOFT)


_SOFT = _VOWELS | {"j"}
_ALIKE = {"v": "f", "w": "f", "z": "s", "p": "b", "t": "d", "x": "s"}
