"""What `inloop check` says of a config."""

from datetime import date
from pathlib import Path

import pytest

from bot.check import check_config
from bot.config import ConfigError, Fault, Severity, load
from tests.bot.config_text import GOOD, line_of, write

TODAY = date(2026, 11, 23)
SECOND = """
[[schedules]]
id = "fatima-di-laat"
worker = "fatima"
school = "linde"
room = "B2"
first_on = 2026-08-31
rrule = "FREQ=MONTHLY;BYDAY=2TU"
start = 11:30:00
duration_minutes = 50
"""


def checked(folder: Path, text: str, **environ: str) -> list[Fault]:
    """All faults but what is said of the library of holidays, and of so few schools."""
    found = check_config(write(folder, text), environ, TODAY)
    return [each for each in found if each.where not in {"programme.region", "digest.plan"}]


def errors(faults: list[Fault]) -> list[str]:
    return [each.where for each in faults if each.severity is Severity.ERROR]


def test_a_sound_config_has_nothing_to_say(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD) == []


def test_the_example_copied_alone_has_nothing_to_mend(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "config.example.toml"
    assert errors(checked(tmp_path, example.read_text("utf-8"))) == []


def test_an_overlap_is_told_with_its_line_and_date(tmp_path: Path) -> None:
    text = GOOD + SECOND
    faults = checked(tmp_path, text)
    assert errors(faults) == ["schedules[1].start"]
    overlap = next(each for each in faults if each.severity is Severity.ERROR)
    assert overlap.line == line_of(text, "start = 11:30")
    assert 'overlaps "fatima-di" of the same worker on 2026-12-08' in overlap.what
    assert "move" in overlap.remedy


def test_a_rest_is_a_note_and_odd_hours_a_warning(tmp_path: Path) -> None:
    late = SECOND.replace("start = 11:30:00", "start = 22:00:00")
    faults = checked(tmp_path, GOOD + late)
    assert [(each.where, each.severity) for each in faults] == [
        ("schedules[1].slot_minutes", Severity.NOTE),
        ("schedules[1].start", Severity.WARNING),
    ]
    assert any(": warning: schedules[1].start: " in str(each) for each in faults)


def test_a_link_code_of_an_earlier_school_year_is_a_warning(tmp_path: Path) -> None:
    old = GOOD.replace("code_from = 2026-08-24", "code_from = 2026-07-31")
    [fault] = checked(tmp_path, old)
    assert (fault.where, fault.severity) == ("schools[0].code_from", Severity.WARNING)
    assert "2026-07-31, an earlier school year" in fault.what
    assert checked(tmp_path, old.replace("2026-07-31", "2026-08-01")) == []
    summer = check_config(write(tmp_path, old), {}, date(2026, 7, 31))
    assert "schools[0].code_from" not in [each.where for each in summer]
    summer = check_config(write(tmp_path, old), {}, date(2026, 8, 1))
    assert "schools[0].code_from" in [each.where for each in summer]


def test_a_link_code_without_a_date_is_a_note(tmp_path: Path) -> None:
    [fault] = checked(tmp_path, GOOD.replace("code_from = 2026-08-24\n", ""))
    assert (fault.where, fault.severity) == ("schools[0].code", Severity.NOTE)


@pytest.mark.parametrize(
    "name",
    ["JeugdhulpBot", "linde_care_bot", "YouthDesk_bot", "Hulp_bij_school_bot", "psychBot",
     "z_o_r_g_bot"],
)  # fmt: skip
def test_a_bots_name_that_tells_on_a_lock_screen_is_refused(tmp_path: Path, name: str) -> None:
    text = GOOD.replace("[telegram]\n", f'[telegram]\nusername = "{name}"\n')
    [fault] = checked(tmp_path, text)
    assert (fault.where, fault.severity) == ("telegram.username", Severity.ERROR)
    assert "lock screens" in fault.what


@pytest.mark.parametrize("name", ["InloopBot", "de_linde_bot", "WaterstadSchoolBot"])
def test_a_neutral_name_is_fine(tmp_path: Path, name: str) -> None:
    assert checked(tmp_path, GOOD, INLOOP_TELEGRAM__USERNAME=name) == []


def test_nobody_to_ask_about_privacy_is_a_warning(tmp_path: Path) -> None:
    (fault,) = checked(tmp_path, GOOD.replace('[programme.privacy]\nname = "Privacy"\n', ""))
    assert (fault.where, fault.severity) == ("programme.privacy", Severity.WARNING)


def test_missing_hours_and_coordinators_are_warnings(tmp_path: Path) -> None:
    text = GOOD[: GOOD.index("[[schedules]]")]
    faults = checked(tmp_path, text)
    assert [(each.where, each.severity, each.line) for each in faults] == [
        ("coordinators", Severity.WARNING, None),
        ("schools[0].id", Severity.WARNING, line_of(text, 'id = "linde"')),
        ("workers[0].id", Severity.WARNING, line_of(text, 'id = "fatima"')),
    ]


def test_hours_that_end_within_the_horizon_of_booking_are_a_warning(tmp_path: Path) -> None:
    text = GOOD.replace("BYDAY=TU", "BYDAY=TU;UNTIL=20261204T225959Z")
    [fault] = checked(tmp_path, text)
    assert (fault.where, fault.severity) == ("schools[0].id", Severity.WARNING)
    assert fault.line == line_of(text, 'id = "linde"')
    assert "from 2026-12-07 on" in fault.what
    assert checked(tmp_path, text, INLOOP_LIMITS__BOOKING__HORIZON_DAYS="13") == []


def test_faults_of_every_sort_come_together_by_line(tmp_path: Path) -> None:
    text = (
        '[database]\nurl = "sqlite+aiosqlite:///weg/inloop.db"\n'
        + GOOD.replace('provider = "zeilvast"', 'provider = "weg"')
        + SECOND
    )
    faults = checked(tmp_path, text, INLOOP_NONSENSE="1")
    assert errors(faults) == [
        "INLOOP_NONSENSE",
        "database.url",
        "workers[0].provider",
        "schedules[1].start",
    ]
    lines = [each.line or 0 for each in faults]
    assert lines == sorted(lines)


def test_overlaps_are_found_beside_tables_that_cannot_be_read(tmp_path: Path) -> None:
    broken = '\n[[schedules]]\nid = "half"\n'
    text = GOOD + broken + SECOND
    found = errors(checked(tmp_path, text))
    assert "schedules[1].worker" in found
    assert "schedules[2].start" in found


def test_a_slip_draws_no_warnings(tmp_path: Path) -> None:
    faults = checked(tmp_path, GOOD.replace('room = "B2"\n', ""))
    assert [each.where for each in faults] == ["schedules[0].room"]


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    [fault] = check_config(tmp_path / "config.toml", {}, TODAY)
    assert str(fault).endswith(
        "there is no such file. Remedy: copy config.example.toml and edit it."
    )


def test_a_folder_that_is_not_there_is_told_for_database_and_key(tmp_path: Path) -> None:
    tail = '[database]\nurl = "sqlite+aiosqlite:///weg/a.db"\n[keys]\nfile = "weg/ver/a.key"\n'
    faults = checked(tmp_path, GOOD + tail)
    assert errors(faults) == ["database.url", "keys.file"]
    assert f"there is no folder {tmp_path}/weg" in faults[0].what


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys" / "inloop.key").mkdir(parents=True)
    [fault] = checked(tmp_path, GOOD)
    assert (fault.where, fault.line) == ("keys.file", None)
    assert "is a folder" in fault.what


def test_a_database_server_needs_no_folder(tmp_path: Path) -> None:
    environ = {"INLOOP_DATABASE__URL": "postgresql+asyncpg://inloop@db/inloop"}
    assert checked(tmp_path, GOOD, **environ) == []


def test_a_path_from_the_environment_is_blamed_on_its_variable(tmp_path: Path) -> None:
    [fault] = checked(tmp_path, GOOD, INLOOP_KEYS__FILE="weg/ver/a.key")
    assert fault.where == "INLOOP_KEYS__FILE"


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    [fault] = checked(tmp_path, GOOD, INLOOP_KEYS__FILE="/proc/inloop.key")
    assert "nothing can be written into /proc" in fault.what


@pytest.mark.parametrize(
    ("tail", "row", "where", "what"),
    [
        ('[backup]\nfolder = "keys"\n', "folder", "backup.folder", "holds the keys"),
        ('[keys]\nfile = "inloop.key"\n', "file", "keys.file", "lies beside the database"),
        (
            '[keys]\nurl = "sqlite+aiosqlite:///inloop.db"\n',
            "url",
            "keys.url",
            "lies beside the database",
        ),
        (
            '[backup]\nfolder = "b"\nkeys_folder = "b"\n',
            "keys_folder",
            "backup.keys_folder",
            "holds the copies of the database",
        ),
        (
            '[backup]\nfolder = "b"\nkeys_folder = "."\n',
            "keys_folder",
            "backup.keys_folder",
            "holds the database",
        ),
    ],
)
def test_keys_beside_what_they_open_are_refused_by_every_command(
    tmp_path: Path, tail: str, row: str, where: str, what: str
) -> None:
    (fault,) = checked(tmp_path, GOOD + tail)
    assert (fault.where, fault.line) == (where, line_of(GOOD + tail, f"{row} ="))
    assert what in fault.what
    with pytest.raises(ConfigError):
        load(tmp_path / "config.toml", {})
