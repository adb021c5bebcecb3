"""What is known about the openings of a day: planned hours are not presence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from flows.model import Group, Known, Mark, Mode, Opening, Span, Unmet, WorkerId


class Phase(Enum):
    """Where now lies against an opening."""

    BEFORE = "before"
    DURING = "during"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Presence:
    """One opening with what its worker said about it."""

    worker: WorkerId
    room: str
    span: Span
    known: Known
    phase: Phase
    until_at: datetime | None
    walk_in: bool
    modes: tuple[Mode, ...]
    group: Group | None = None


def presences(
    openings: Sequence[Opening], marks: Sequence[Mark], now: datetime, zone: ZoneInfo
) -> list[Presence]:
    """Join openings with marks of the same worker, school and local date, in the given order."""
    said: Mapping[tuple[str, str, date], Mark] = {(m.worker, m.school, m.on): m for m in marks}
    return [_presence(each, said.get(_key(each, zone)), now) for each in openings]


def away(openings: Sequence[Opening], there: Sequence[Presence], now: datetime) -> list[Presence]:
    """Openings that an absence ended: a row for each whose worker does not come (back) today."""
    ahead = {each.worker for each in there if each.span.end > now}
    gone = [each for each in openings if each.worker not in ahead]
    return [replace(_presence(each, None, now), known=Known.AWAY) for each in gone]


def missing(rows: Sequence[Presence], worker: WorkerId | None = None) -> Unmet | None:
    """Why somebody who asks now finds nobody for the rest of the day; None when somebody is.

    Args:
        rows: Today's, of one school.
        worker: Who was asked for, if anybody was.
    """
    ahead = [each for each in rows if each.phase is not Phase.OVER]
    wanted = [each for each in ahead if each.worker == worker] or ahead
    if any(each.known is not Known.AWAY for each in wanted):
        return None
    return Unmet.WORKER_AWAY if wanted else Unmet.OUTSIDE_HOURS


def _key(opening: Opening, zone: ZoneInfo) -> tuple[str, str, date]:
    return opening.worker, opening.school, local_date(opening.span.start, zone)


def _presence(opening: Opening, mark: Mark | None, now: datetime) -> Presence:
    return Presence(
        worker=opening.worker,
        room=opening.room,
        span=opening.span,
        known=_known(mark, now),
        phase=_phase(opening.span, now),
        until_at=mark.until_at if mark else None,
        walk_in=opening.walk_in,
        modes=opening.modes,
        group=opening.group,
    )


def _known(mark: Mark | None, now: datetime) -> Known:
    """Who was to come later is expected once that moment is past, until something is said."""
    if mark is None or (mark.until_at is not None and mark.until_at <= now):
        return Known.PLANNED
    return mark.known


def _phase(span: Span, now: datetime) -> Phase:
    if now < span.start:
        return Phase.BEFORE
    return Phase.DURING if now < span.end else Phase.OVER


def local_date(at: datetime, zone: ZoneInfo) -> date:
    """The date on the wall at a moment."""
    return at.astimezone(zone).date()


def day_span(on: date, zone: ZoneInfo) -> Span:
    """A local day as moments: 23, 24 or 25 hours."""
    start = datetime.combine(on, time(0), zone)
    end = datetime.combine(on + timedelta(days=1), time(0), zone)
    return Span(start.astimezone(UTC), end.astimezone(UTC))
