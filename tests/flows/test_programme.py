"""The programme's look-ups, and what its tables refuse."""

from typing import Any

import pytest
from pydantic import ValidationError

from flows.model import CoordinatorId, ProviderId, Ref, SchoolId, WorkerId
from flows.programme import Schedule, School, code_digest, ref_of
from tests.flows.hours.build import hours, programme, with_hours


def test_a_number_in_a_button_is_the_same_on_every_machine() -> None:
    assert ref_of("linde") == 1558889079
    assert programme().schools[0].ref == ref_of("linde")
    assert 0 <= ref_of("vuurkever") < 2**32


def test_the_digest_of_a_code_tells_codes_apart_and_fits_in_forty_bits() -> None:
    assert code_digest("h4VqT9mZ") != code_digest("h4VqT9mz")
    assert 0 <= code_digest("h4VqT9mZ") < 2**40


def test_schools_and_workers_are_found_by_id_and_by_number() -> None:
    held = programme()
    linde, fatima = held.schools[0], held.workers[0]
    assert held.school(SchoolId("linde")) is linde
    assert held.school(linde.ref) is linde
    assert held.worker(WorkerId("fatima")) is fatima
    assert held.worker(fatima.ref) is fatima


def test_what_the_config_no_longer_has_is_none() -> None:
    held = programme()
    assert held.school(SchoolId("weg")) is None
    assert held.school(Ref(7)) is None
    assert held.school(None) is None
    assert held.worker(None) is None
    assert held.worker(Ref(7)) is None
    assert held.coordinator(None) is None
    assert held.coordinator(CoordinatorId("weg")) is None


def test_providers_and_coordinators_are_found_by_id() -> None:
    held = programme()
    assert held.provider(ProviderId("zeilvast")).name == "Zeilvast"
    found = held.coordinator(CoordinatorId("sanne"))
    assert found is held.coordinators[0]


def test_workers_at_a_school_are_those_with_hours_there_in_order() -> None:
    held = with_hours(
        hours(worker="jeroen"), hours(), hours(start="14:00"), hours(school="vuurkever")
    )
    assert [each.id for each in held.workers_at(SchoolId("linde"))] == ["fatima", "jeroen"]
    assert [each.id for each in held.workers_at(SchoolId("vuurkever"))] == ["fatima"]


def test_only_the_whole_link_leads_to_a_school() -> None:
    held = programme()
    assert held.linked("s_linde_h4VqT9mZ") is held.schools[0]
    for payload in ("", "linde", "s_linde", "s_linde_", "s_linde_p8XcR2wN", "s_linde_h4vqt9mz"):
        assert held.linked(payload) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "De Linde"},
        {"id": "linde-"},
        {"id": "a" * 25},
        {"name": "  "},
        {"name": "x" * 61},
        {"code": "short"},
        {"code": "with-hyphen"},
        {"phone_free": [{"start": "09:03", "end": "10:00"}]},
        {"phone_free": [{"start": "09:00Z", "end": "10:00"}]},
        {"contacts": [{"name": "Balie", "phone": "bel maar"}]},
        {"color": "green"},
    ],
)
def test_a_school_that_is_not_in_order_is_refused(changes: dict[str, Any]) -> None:
    school = {"id": "linde", "name": "De Linde", "address": "Kade 1", "code": "h4VqT9mZ"}
    assert School.model_validate(school).id == "linde"
    with pytest.raises(ValidationError):
        School.model_validate({**school, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "09:01"},
        {"duration_minutes": 0},
        {"duration_minutes": 12},
        {"duration_minutes": 485},
        {"slot_minutes": 7},
        {"modes": []},
        {"modes": ["letter"]},
        {"first_on": "soon"},
        {"rrule": "x" * 201},
    ],
)
def test_office_hours_off_the_grid_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Schedule.model_validate(hours(**changes))


@pytest.mark.parametrize(
    "about",
    [
        {"name": "Inloop", "region": "Oost"},
        {"name": "Inloop", "region": "Noord", "zone": "Europe/Waterstad"},
        {"name": "Inloop", "region": "Noord", "zone": "../etc/passwd"},
        {"name": "Inloop", "region": "Noord", "languages": []},
        {"name": "Inloop", "region": "Noord", "languages": ["Dutch"]},
    ],
)
def test_a_programme_with_an_unknown_zone_region_or_language_is_refused(
    about: dict[str, Any],
) -> None:
    with pytest.raises(ValidationError):
        programme(about=about)


def test_the_zone_is_the_one_of_the_config() -> None:
    assert programme().zone.key == "Europe/Amsterdam"
