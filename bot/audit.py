"""`inloop audit`: what staff and operator did, a line each."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.away import date_of
from bot.config import Config
from bot.errors import OperatorError
from bot.ports import beside
from flows.audit import AuditEvent

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)


async def audited(config: Config, since: str | None) -> list[str]:
    """The audit log from a local date on, oldest line first.

    Args:
        config: Where it lies.
        since: A date such as 2026-11-25; None for as far as it goes back.

    Raises:
        OperatorError: No date, or the database cannot be used.
    """
    zone = config.programme.zone
    begin = _FIRST if since is None else _midnight(since, zone)
    async with beside(config) as ports, ports.reading() as work:
        events = await work.audit.since(begin)
    return [_line(each, zone) for each in events]


def _midnight(word: str, zone: ZoneInfo) -> datetime:
    on = date_of(word)
    if on is None:
        raise OperatorError(f"{word} is no date: write it as 2026-11-25.")
    return datetime.combine(on, time(), zone).astimezone(UTC)


def _line(event: AuditEvent, zone: ZoneInfo) -> str:
    """Local time with its offset, so that the hour that comes twice is told apart."""
    at = event.at.astimezone(zone).isoformat(timespec="seconds")
    return f"{at}  {event.agent}  {event.action}  {event.entity}"
