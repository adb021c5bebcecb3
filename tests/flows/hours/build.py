"""A small programme to change one thing of: two schools, two workers, one schedule."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flows.programme import Programme, Schedule

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TODAY = date(2026, 11, 23)
DATED = {"code_from": date(2026, 8, 24)}


def hours(**changes: Any) -> dict[str, Any]:
    """Fatima at De Linde on Tuesdays, 09:00-12:00, as config.toml would say it."""
    return {
        "id": "fatima-di",
        "worker": "fatima",
        "school": "linde",
        "room": "B2",
        "first_on": date(2026, 8, 31),
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
        "start": "09:00",
        "duration_minutes": 180,
        **changes,
    }


def schedule(**changes: Any) -> Schedule:
    return Schedule.model_validate(hours(**changes))


def tables(**changes: Any) -> dict[str, Any]:
    return {
        "about": {"name": "Inloop", "region": "Noord", "privacy": {"name": "Privacy"}},
        "providers": [{"id": "zeilvast", "name": "Zeilvast"}],
        "schools": [
            {"id": "linde", "name": "De Linde", "address": "Kade 1", "code": "h4VqT9mZ", **DATED},
            {
                "id": "vuurkever",
                "name": "De Vuurkever",
                "address": "Pad 3",
                "code": "p8XcR2wN",
                **DATED,
            },
        ],
        "workers": [
            {"id": "fatima", "name": "Fatima", "provider": "zeilvast", "modes": ["school"]},
            {"id": "jeroen", "name": "Jeroen", "provider": "zeilvast", "modes": ["phone"]},
        ],
        "schedules": [hours()],
        "coordinators": [{"id": "sanne", "name": "Sanne", "scope": "programme"}],
        **changes,
    }


def programme(**changes: Any) -> Programme:
    return Programme.model_validate(tables(**changes))


def with_hours(*schedules: dict[str, Any]) -> Programme:
    """Schedules that were given no id get one each."""
    plain = hours()["id"]
    numbered = [
        {**each, "id": f"h{n}" if each["id"] == plain else each["id"]}
        for n, each in enumerate(schedules)
    ]
    return programme(schedules=numbered)


def wall(moment: datetime) -> str:
    """A moment as Amsterdam's clocks show it."""
    return f"{moment.astimezone(AMSTERDAM):%Y-%m-%d %H:%M}"
