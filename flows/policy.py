"""Limits beside the rules that obey them: the [limits] tables of config.toml."""

from datetime import date, time, timedelta
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from flows.model import Audience


class Section(BaseModel):
    """One table of config.toml: unknown keys refused, frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Minutes = Annotated[int, Field(ge=0, multiple_of=5)]
"""Whole minutes, a multiple of five: the grid of all office hours."""


TalkMinutes = Annotated[
    int,
    Field(ge=0, le=240, multiple_of=5, description="minutes of a talk, a multiple of five, 0-240"),
]
"""As many whole slots as it takes; 0 for one slot."""

Entries = TypeVar("Entries", bound=tuple[Any, ...] | dict[Any, Any])


def not_empty(entries: Entries) -> Entries:
    """Refuse an empty list or map; unlike `min_length` it keeps quiet when an entry was refused."""
    if not entries:
        raise ValueError("should hold at least one entry")
    return entries


def _without_offset(moment: time) -> time:
    if moment.tzinfo:
        raise ValueError("should be a local time without an offset")
    return moment


DayTime = Annotated[time, AfterValidator(_without_offset), Field(ge=time(5), le=time(23))]
"""Wall-clock time at which something is sent: never in the hours that the clocks repeat or skip."""


class BookingLimits(Section):
    """[limits.booking]; what one person may hold, and how far ahead."""

    ahead: int = Field(
        default=2, ge=1, le=20, description="talks ahead that one person may hold, 1-20"
    )
    notice_minutes: Minutes = Field(
        default=10, description="least minutes between booking and start, a multiple of five"
    )
    horizon_days: int = Field(
        default=28, ge=1, le=180, description="days that can be booked ahead, 1-180"
    )
    undo_minutes: int = Field(
        default=5, ge=0, le=60, description="minutes in which a cancel can be undone, 0-60"
    )
    hold_minutes: int = Field(
        default=10,
        ge=2,
        le=60,
        description="minutes that a time is held for who is first in line, 2-60",
    )

    pupil_minutes: TalkMinutes = 0
    parent_minutes: TalkMinutes = 0
    staff_minutes: TalkMinutes = 40

    def minutes(self, audience: Audience | None) -> int:
        """How long a talk of this audience lasts; 0 for as long as the schedule says."""
        lengths = {
            Audience.PUPIL: self.pupil_minutes,
            Audience.PARENT: self.parent_minutes,
            Audience.STAFF: self.staff_minutes,
        }
        return lengths[audience] if audience else 0

    @property
    def notice(self) -> timedelta:
        """Least time between booking and start."""
        return timedelta(minutes=self.notice_minutes)

    @property
    def hold(self) -> timedelta:
        """How long a time is held for whoever is first in line."""
        return timedelta(minutes=self.hold_minutes)

    @property
    def undo(self) -> timedelta:
        """How long a cancelled talk can be taken back."""
        return timedelta(minutes=self.undo_minutes)


class PaceLimits(Section):
    """[limits.pace]; how often an hour one person may do what costs others something.

    Counted by each process for itself. Help, who is there and walking in are never counted.
    """

    messages: int = Field(
        default=300, ge=60, le=10_000, description="messages and presses an hour, 60-10000"
    )
    bookings: int = Field(
        default=20, ge=5, le=1000, description="talks booked or moved an hour, 5-1000"
    )
    times: int = Field(
        default=60, ge=10, le=1000, description="screens of free times an hour, 10-1000"
    )


class ReminderLimits(Section):
    """[limits.reminders]; local times of the programme's zone."""

    evening: DayTime = Field(
        default=time(19, 0), description="local time the evening before a talk, 05:00-23:00"
    )
    morning: DayTime = Field(
        default=time(7, 40), description="local time on the day itself, for pupils, 05:00-23:00"
    )
    quiet_from: DayTime = Field(
        default=time(21, 0), description="local time from which no time is offered, 05:00-23:00"
    )
    quiet_until: DayTime = Field(
        default=time(7, 30), description="local time from which times are offered, 05:00-23:00"
    )
    lead_minutes: int = Field(
        default=60, ge=5, le=720, description="minutes before a talk, for parents and staff, 5-720"
    )

    @property
    def lead(self) -> timedelta:
        """How long before the talk parents and staff are reminded."""
        return timedelta(minutes=self.lead_minutes)


class DigestLimits(Section):
    """[limits.digest]; the Monday on which a week is published, local time."""

    at: DayTime = Field(
        default=time(8, 0), description="local time on Monday when the digest is sent, 05:00-23:00"
    )


class DeskLimits(Section):
    """[limits.desk]; how workers are told."""

    daily: DayTime = Field(
        default=time(16, 30),
        description="local time of the daily summary of bookings days ahead, 05:00-23:00",
    )


def _day_of_year(text: str) -> str:
    month, _, day = text.partition("-")
    try:
        date(2027, int(month), int(day))
    except ValueError:
        raise ValueError("should be a month and a day that come every year") from None
    return text


class PrivacyLimits(Section):
    """[privacy]; how long what is known of people stays, within what privacy allows."""

    at: time = Field(
        default=time(3, 45), description="a time, such as 03:45:00, before that of [backup]"
    )
    link_hours: int = Field(
        default=48,
        ge=24,
        le=48,
        description="hours after a talk in which it is known whose it was, 24-48",
    )
    talk_days: int = Field(
        default=7, ge=3, le=14, description="days that a talk without its person stays, 3-14"
    )
    idle_days: int = Field(
        default=90, ge=30, le=180, description="days after which who did not come is gone, 30-180"
    )
    year_ends: Annotated[str, AfterValidator(_day_of_year)] = Field(
        default="07-31",
        pattern=r"^\d\d-\d\d$",
        description='the last day of a school year as month and day, such as "07-31"',
    )
    notice_days: int = Field(
        default=3, ge=2, le=14, description="days that a settled notice without a talk stays, 2-14"
    )
    hours_days: int = Field(
        default=30, ge=14, le=366, description="days that changes of past hours stay, 14-366"
    )
    audit_days: int = Field(
        default=365, ge=30, le=1830, description="days that the audit log goes back, 30-1830"
    )

    @property
    def school_year(self) -> tuple[int, int]:
        """Day and month of its end."""
        month, day = self.year_ends.split("-")
        return int(day), int(month)


class Limits(Section):
    """[limits]; every one has a sane default."""

    booking: BookingLimits = BookingLimits()
    reminders: ReminderLimits = ReminderLimits()
    digest: DigestLimits = DigestLimits()
    desk: DeskLimits = DeskLimits()
    pace: PaceLimits = PaceLimits()
