"""Moments and spans as ISO 8601 writes them."""

import re
from datetime import UTC, datetime, timedelta

_SPAN = re.compile(
    r"P(?=.)(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=.)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?",
    re.ASCII,
)


def read_span(text: str) -> timedelta:
    """A duration such as PT2H, P1DT30M or P2W; years and months have no fixed length.

    Raises:
        ValueError: It is none, or it is longer than a `timedelta`.
    """
    match = _SPAN.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no duration such as PT2H or P1D")
    parts = {name: float(value) for name, value in match.groupdict().items() if value}
    try:
        return timedelta(**parts)
    except OverflowError as long:
        raise ValueError(f"{text!r} is too long") from long


def read_moment(text: str) -> datetime:
    """An aware moment, in UTC.

    Raises:
        ValueError: It is none, or it names no offset from UTC.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as broken:
        raise ValueError(f"{text!r} is no moment such as 2026-11-23T09:00:00Z") from broken
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} needs an offset from UTC, such as Z or +01:00")
    return moment.astimezone(UTC)
