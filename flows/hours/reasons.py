"""Why a day is closed, in words that can be translated."""

from collections.abc import Mapping
from types import MappingProxyType

from flows.hours.closures import Closed
from flows.screen import Line, Value

HOLIDAYS: Mapping[str, str] = MappingProxyType(
    {
        "Nieuwjaarsdag": "holiday-new-year",
        "Goede vrijdag": "holiday-good-friday",
        "Eerste paasdag": "holiday-easter",
        "Tweede paasdag": "holiday-easter-monday",
        "Koningsdag": "holiday-king",
        "Bevrijdingsdag": "holiday-liberation",
        "Hemelvaartsdag": "holiday-ascension",
        "Eerste pinksterdag": "holiday-pentecost",
        "Tweede pinksterdag": "holiday-pentecost-monday",
        "Eerste kerstdag": "holiday-christmas",
        "Tweede kerstdag": "holiday-christmas-second",
        "Herfstvakantie": "holiday-autumn",
        "Kerstvakantie": "holiday-winter",
        "Voorjaarsvakantie": "holiday-spring",
        "Meivakantie": "holiday-may",
        "Zomervakantie": "holiday-summer",
    }
)
"""The names that the library `holidays` gives in Dutch, and our texts for them."""


def why(closed: Closed, language: str) -> Value:
    """A holiday in any language of the texts; a closure as the config calls it; else "unexpected".

    Where the config lacks the language it is Dutch, or else the first one there; a holiday that
    we have no text for keeps its Dutch name.
    """
    if closed.holiday is not None:
        known = HOLIDAYS.get(closed.holiday)
        return Line(known) if known else closed.holiday
    names = closed.names or {}
    if not names:
        return Line("closed-unexpected")
    return names.get(language) or names.get("nl") or next(iter(names.values()))
