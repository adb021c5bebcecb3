"""Words of every day that are one letter away from a date or a name, and are neither."""

from functools import lru_cache
from pathlib import Path

from flows.wording.folding import fold


@lru_cache(maxsize=1)
def ordinary() -> frozenset[str]:
    """The ordinary words of all languages, folded."""
    text = Path(__file__).with_name("ordinary.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    signs = {ord(sign): fold(sign).replace("'", "") for sign in set(text) if not sign.isspace()}
    return frozenset(word for line in lines for word in line.lower().translate(signs).split())
