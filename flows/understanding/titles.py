"""Surnames that are words: "meneer Mei", "juf van Maart", "mevrouw Zondag"."""

import re

MASK = "@"
"""What stands in place of a name, once for each of its signs; no table knows it."""
_LONGEST = 600
_TITLE = (
    r"meneer|mevrouw|mevr\.?|mvr\.?|mw\.?|dhr\.?|juf|juffrouw|meester|mijnheer|docent|mr\.?|mrs\.?|ms\.?"
    r"|miss|mister|sir|bay|bayan|pan|pani|pana|panem|panią|пан|пані|пана|السيد|السيدة|الأستاذ|الأستاذة|أستاذ|أستاذة"
)
_TITLED = re.compile(
    rf"(?<!\w)(?:{_TITLE})\s(?P<between>(?:van|de|den|der|ten|ter|'t|el|al)\s)?"
    r"(?:(?:de|den|der)\s)?(?P<name>[^\W\d_]{2,30})",
    re.IGNORECASE,
)
_MONTHS = {
    "mei",
    "maart",
    "april",
    "augustus",
    "may",
    "march",
    "june",
    "august",
    "zondag",
    "zaterdag",
}


def without_titled(text: str) -> str:
    """The text with the surname after a title masked.

    A weekday after a title is a surname when it is written with a capital or is a day without
    school; else it is a day ("is de juf maandag er").
    """
    return _TITLED.sub(_masked, text[:_LONGEST])


def _masked(match: re.Match[str]) -> str:
    name = match["name"]
    if not (match["between"] or name[0].isupper() or name.lower() in _MONTHS):
        return match.group()
    return match.group()[: -len(name)] + MASK * len(name)


_TITLE_WORDS = re.compile(rf"(?:{_TITLE})\Z", re.IGNORECASE)


def is_title(word: str) -> bool:
    """Whether a word is said before a surname."""
    return bool(_TITLE_WORDS.match(word))
