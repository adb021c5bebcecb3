"""One form for the many ways in which the same words are typed."""

import re
import unicodedata

LONGEST = 600
"""Signs of a message that are read; who asks something says it before that."""
_SAME = str.maketrans(
    {
        "ı": "i",
        "İ": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": None,
    }
)
_LONG = re.compile(r"(\D)\1{2,}")


def fold(text: str) -> str:
    """Small letters without marks, Western digits, single spaces; the same for every spelling.

    Marks that control or turn text vanish, and a sign that is held down stands twice. Only the
    first `LONGEST` signs are read.
    """
    signs = unicodedata.normalize("NFKC", text[:LONGEST]).lower().translate(_SAME)
    plain = "".join(_plain(sign) for sign in unicodedata.normalize("NFD", signs))
    return _LONG.sub(r"\1\1", " ".join(plain.split()))


def _plain(sign: str) -> str:
    """A sign without its marks: digits as in the West, space for white space."""
    if sign.isspace():
        return " "
    if sign.isdecimal():
        return str(int(sign))
    return "" if unicodedata.category(sign)[0] in "CM" else sign


def words(folded: str) -> list[str]:
    """The words of a folded text, in order; an apostrophe inside a word stays."""
    return _WORD.findall(folded)


_WORD = re.compile(r"\w+(?:'\w+)*")
