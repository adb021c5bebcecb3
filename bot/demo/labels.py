"""Finding a button by what is written on it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from bot.demo.replies import Json

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_KEYCAP = re.compile("^[0-9#*]\ufe0f?\u20e3")


def find_button(rows: Iterable[Sequence[Json]], label: str) -> Json | None:
    """The first button with this label, or with these words behind its pictogram.

    Bidi isolates do not count. A button that matches letter by letter wins over one that
    matches in another case.
    """
    buttons = [button for row in rows for button in row]
    for read in (_whole, words, _folded(_whole), _folded(words)):
        wanted = read(label)
        for button in buttons:
            if wanted and read(button["text"]) == wanted:
                return button
    return None


def words(label: str) -> str:
    """A label without the pictogram in front of it; empty for a pictogram alone."""
    text = _KEYCAP.sub("", _whole(label))
    start = next((at for at, letter in enumerate(text) if not _pictures(letter)), len(text))
    return text[start:]


def _whole(label: str) -> str:
    return label.translate(_ISOLATES).strip()


def _folded(read: Callable[[str], str]) -> Callable[[str], str]:
    return lambda label: read(label).casefold()


def _pictures(letter: str) -> bool:
    """Symbols, spaces, marks that join or colour them, and code points without a letter."""
    category = unicodedata.category(letter)
    return category[0] in "SZCM" or category == "Po"
