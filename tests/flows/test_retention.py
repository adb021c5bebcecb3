"""Up to when things may go: moments, and the dates of people who came no more."""

from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from flows.policy import BookingLimits, PrivacyLimits
from flows.retention import cutoffs, idle_on, week_of
from tests.town import TUESDAY, ZONE

LIMITS = PrivacyLimits()


def test_how_long_what_stays_where_nothing_is_said() -> None:
    until = cutoffs(TUESDAY, LIMITS, BookingLimits(), ZONE)

    assert until.now - until.links == timedelta(hours=48)
    assert until.now - until.talks == timedelta(days=7)
    assert until.now - until.undone == timedelta(minutes=5)
    assert until.now - until.notices == timedelta(days=3)
    assert until.now - until.updates == timedelta(days=7)
    assert until.now - until.aside == timedelta(days=14)
    assert until.now - until.audit == timedelta(days=365)
    assert until.hours_on == date(2026, 10, 25)


@pytest.mark.parametrize(
    ("last_seen", "today", "is_kept"),
    [
        (date(2026, 11, 24), date(2027, 2, 22), True),  # 90 days
        (date(2026, 11, 29), date(2027, 2, 27), True),
        (date(2026, 11, 23), date(2027, 2, 27), True),  # of that week only the Monday is known
        (date(2026, 11, 29), date(2027, 2, 28), False),
        (date(2027, 7, 12), date(2027, 7, 31), True),
        (date(2027, 7, 12), date(2027, 8, 1), False),  # a school year is over
        (date(2027, 8, 1), date(2027, 8, 2), True),
        (date(2027, 8, 20), date(2027, 9, 30), True),
        (date(2027, 7, 20), date(2028, 1, 2), False),
    ],
)
def test_who_came_no_more_is_kept_so_long(last_seen: date, today: date, *, is_kept: bool) -> None:
    seen_on = week_of(datetime(last_seen.year, last_seen.month, last_seen.day, 12, tzinfo=ZONE))

    assert (seen_on >= idle_on(today, LIMITS)) is is_kept


@pytest.mark.parametrize("today", [date(2027, 1, 1) + timedelta(days=n) for n in range(0, 800, 7)])
def test_nobody_goes_before_the_days_are_over_but_at_the_end_of_a_school_year(today: date) -> None:
    kept_from = idle_on(today, LIMITS)
    last_day = kept_from - timedelta(days=1)  # the last day of a week that may go
    ended = date(today.year, 7, 31)

    assert (today - last_day).days > LIMITS.idle_days or last_day <= ended < today


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("link_hours", 23), ("link_hours", 49), ("talk_days", 2), ("talk_days", 15),
        ("idle_days", 29), ("idle_days", 181), ("year_ends", "02-30"), ("year_ends", "02-29"),
        ("year_ends", "7-31"), ("notice_days", 1), ("notice_days", 15), ("hours_days", 13),
    ],
)  # fmt: skip
def test_what_privacy_does_not_allow_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        PrivacyLimits.model_validate({key: value})
