"""Limits: their defaults as spans, and what they refuse."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from flows.policy import Limits


def test_the_defaults_are_sane() -> None:
    limits = Limits()
    assert limits.booking.notice == timedelta(minutes=10)
    assert limits.booking.undo == timedelta(minutes=5)
    assert limits.reminders.lead == timedelta(hours=1)


@pytest.mark.parametrize(
    "tables",
    [
        {"booking": {"ahead": 0}},
        {"booking": {"notice_minutes": 7}},
        {"booking": {"horizon_days": 181}},
        {"booking": {"undo_minutes": -1}},
        {"reminders": {"evening": "02:30"}},
        {"reminders": {"morning": "07:40+02:00"}},
        {"reminders": {"lead_minutes": 0}},
        {"digest": {"at": "23:30"}},
        {"digest": {"on": "monday"}},
        {"bookings": {}},
    ],
)
def test_a_limit_out_of_bounds_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Limits.model_validate(tables)
