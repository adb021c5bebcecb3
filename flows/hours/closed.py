"""The holidays of the library: Dutch public holidays and the school holidays of a region."""

from datetime import date
from functools import lru_cache
from itertools import count
from typing import Literal

import holidays
from holidays import PUBLIC, SCHOOL

Region = Literal["Noord", "Midden", "Zuid"]
_FIRST_YEAR = 2026
"""No programme asks for days before Inloop."""
_OCTOBER = 10


def closed_on(region: Region, first_on: date, last_on: date) -> dict[date, str]:
    """The closed days between two dates, both included, with their Dutch names, ascending.

    School holidays are in it up to `known_until`; public holidays always.
    Source: the library `holidays`, which follows the Algemene termijnenwet and the Regeling
    vaststelling schoolvakanties.
    """
    years = range(first_on.year, last_on.year + 1)
    return {
        on: name
        for year in years
        for on, name in _closed(region, year).items()
        if first_on <= on <= last_on
    }


@lru_cache(maxsize=256)
def _closed(region: Region, year: int) -> dict[date, str]:
    public = holidays.country_holidays("NL", years=year, categories=PUBLIC, language="nl")
    return dict(sorted({**_school(region, year), **public}.items()))


@lru_cache(maxsize=256)
def _school(region: Region, year: int) -> dict[date, str]:
    """The school holidays of a year; none where the installed library knows none yet."""
    found = holidays.country_holidays(
        "NL", subdiv=region, years=year, categories=SCHOOL, language="nl"
    )
    return dict(found.items())


@lru_cache(maxsize=8)
def known_until(region: Region) -> date:
    """The last school holiday of the last school year that the library knows all breaks of.

    A year of which only Christmas is known would look like one without an autumn break.

    Returns:
        A local date.
    """
    breaks: dict[int, set[str]] = {}
    last: dict[int, date] = {}
    for on, name in _all_school(region).items():
        school_year = on.year if on.month >= _OCTOBER else on.year - 1
        breaks.setdefault(school_year, set()).add(name)
        last[school_year] = on
    most = max(map(len, breaks.values()))
    return max(last[year] for year, names in breaks.items() if len(names) == most)


def _all_school(region: Region) -> dict[date, str]:
    known: dict[date, str] = {}
    for year in count(_FIRST_YEAR):
        of_year = _school(region, year)
        if not of_year:
            return known
        known |= dict(sorted(of_year.items()))
    return known
