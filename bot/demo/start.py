"""When the demo begins."""

from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.clock import system_clock
from bot.errors import OperatorError
from flows.hours.closed import closed_on

ZONE = ZoneInfo("Europe/Amsterdam")
REGION: Literal["Noord"] = "Noord"
OPENS = time(9, 30)
TUESDAY = 1
YEARS = range(2021, 2100)
"""In which the demo's clock may begin: dates of closed days are known, sums stay in bounds."""


def school_morning(now: datetime | None = None) -> datetime:
    """Half past nine on this week's Tuesday, or the first later one that is no holiday.

    Args:
        now: Aware; this moment by default.
    """
    today = (now or system_clock()).astimezone(ZONE).date()
    tuesday = today + timedelta(days=TUESDAY - today.weekday())
    closed = closed_on(REGION, tuesday, tuesday + timedelta(weeks=10))
    while tuesday in closed:
        tuesday += timedelta(weeks=1)
    return datetime.combine(tuesday, OPENS, ZONE)


def moment(text: str) -> datetime:
    """A moment as an operator writes it, in Dutch time unless it says otherwise; aware UTC.

    Raises:
        OperatorError: It is none, or far from any school year of the demo.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.year not in YEARS:
        raise OperatorError(
            f"{text!r} is no moment for --now: write one of {YEARS[0]} to {YEARS[-1]}, such as"
            " 2026-11-25T09:30."
        )
    return (read if read.tzinfo else read.replace(tzinfo=ZONE)).astimezone(UTC)
