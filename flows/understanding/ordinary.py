"""Words of every day and names of people that are near to a date or a worker, and are neither."""

from functools import lru_cache
from pathlib import Path

from flows.wording.folding import fold


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """The ordinary words of all languages, folded."""
    return _folded("ordinary.txt")


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names that many people have, folded: no errors in another name."""
    return _folded("first_names.txt")


def _folded(name: str) -> frozenset[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    signs = {ord(sign): fold(sign).replace("'", "") for sign in set(text) if not sign.isspace()}
    return frozenset(word for line in lines for word in line.lower().translate(signs).split())
