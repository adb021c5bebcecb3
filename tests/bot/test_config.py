"""config.toml, read once, with all its faults at once."""

import re
import tomllib
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from bot.config import Config, ConfigError, Fault, load
from bot.config_env import names
from bot.config_faults import keys_of, table_of
from flows.model import WorkerId
from tests.bot.config_cases import FAULTS
from tests.bot.config_text import GOOD, line_of, write

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.toml"


def refused(folder: Path, text: str, **environ: str) -> list[Fault]:
    with pytest.raises(ConfigError) as caught:
        load(write(folder, text), environ)
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))
    return caught.value.faults


def changed(row: str, by: str) -> str:
    assert row in GOOD
    return GOOD.replace(row, by, 1)


def test_a_small_config_is_read_with_its_defaults(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD), {})
    assert config.telegram.token.get_secret_value() == "123:secret-token"
    assert config.telegram.base_url == "https://api.telegram.org/bot"
    assert config.telegram.transport == "aiohttp"
    assert config.telegram.username is None
    assert config.limits.booking.ahead == 2
    assert config.programme.about.zone == "Europe/Amsterdam"
    worker = config.programme.worker(WorkerId("fatima"))
    assert worker is not None
    assert worker.name == "Fatima"
    assert config.programme is config.programme


def test_files_lie_beside_the_config_wherever_the_bot_is_started(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD), {})
    assert config.database.url == f"sqlite+aiosqlite:///{tmp_path}/inloop.db"
    assert config.database.file == tmp_path / "inloop.db"
    assert config.keys.file == tmp_path / "keys" / "inloop.key"


def test_absolute_paths_and_servers_stay_as_they_are(tmp_path: Path) -> None:
    tail = (
        '[database]\nurl = "postgresql+asyncpg://inloop@db/inloop"\n[keys]\nfile = "/etc/x.key"\n'
    )
    config = load(write(tmp_path, GOOD + tail), {})
    assert config.database.url == "postgresql+asyncpg://inloop@db/inloop"
    assert config.database.file is None
    assert config.keys.file == Path("/etc/x.key")
    config = load(write(tmp_path, GOOD), {"INLOOP_DATABASE__URL": "sqlite+aiosqlite:////srv/a.db"})
    assert config.database.file == Path("/srv/a.db")


def test_the_token_and_the_database_are_not_shown(tmp_path: Path) -> None:
    environ = {"INLOOP_DATABASE__URL": "postgresql+asyncpg://inloop:geheim@db/inloop"}
    config = load(write(tmp_path, GOOD), environ)
    assert "secret-token" not in repr(config)
    assert "geheim" not in repr(config)


def test_tables_that_the_file_lacks_can_be_filled_in(tmp_path: Path) -> None:
    text = GOOD.partition("\n\n")[2]
    filled = load(write(tmp_path, text), {}, fill={"telegram": {"token": "1:demo"}})
    assert filled.telegram.token.get_secret_value() == "1:demo"
    kept = load(write(tmp_path, GOOD), {}, fill={"telegram": {"token": "1:demo"}})
    assert kept.telegram.token.get_secret_value() == "123:secret-token"


def test_windows_line_ends_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load(file, {}).about.name == "Inloop"


@pytest.mark.parametrize(
    ("variable", "value", "path", "expected"),
    [
        ("INLOOP_LIMITS__BOOKING__AHEAD", "3", ("limits", "booking", "ahead"), 3),
        (
            "INLOOP_LIMITS__REMINDERS__EVENING",
            "18:30",
            ("limits", "reminders", "evening"),
            time(18, 30),
        ),
        ("INLOOP_TELEGRAM__TRANSPORT", "httpx", ("telegram", "transport"), "httpx"),
        ("INLOOP_TELEGRAM__TRANSPORT", '"httpx"', ("telegram", "transport"), "httpx"),
        ("INLOOP_TELEGRAM__USERNAME", "inloop_bot", ("telegram", "username"), "inloop_bot"),
        ("INLOOP_PROGRAMME__NAME", "2026", ("about", "name"), "2026"),
        ("INLOOP_PROGRAMME__NAME", "[open", ("about", "name"), "[open"),
        ("INLOOP_PROGRAMME__LANGUAGES", '["en"]', ("about", "languages"), ("en",)),
    ],
)
def test_the_environment_wins_over_the_file(
    tmp_path: Path, variable: str, value: str, path: tuple[str, ...], expected: Any
) -> None:
    found: Any = load(write(tmp_path, GOOD), {variable: value})
    for name in path:
        found = getattr(found, name)
    assert found == expected


def test_the_token_may_stand_in_the_environment_alone(tmp_path: Path) -> None:
    text = GOOD.partition("\n\n")[2]
    config = load(write(tmp_path, text), {"INLOOP_TELEGRAM__TOKEN": "99:from-outside", "HOME": "/"})
    assert config.telegram.token.get_secret_value() == "99:from-outside"


def test_unknown_variables_are_refused_with_the_nearest_name(tmp_path: Path) -> None:
    faults = refused(tmp_path, GOOD, INLOOP_TELEGRAM__TOKE="1:a", INLOOP_ZQQ="1", INLOOP_TEST_X="1")
    assert [(each.line, each.where) for each in faults] == [
        (None, "INLOOP_TELEGRAM__TOKE"),
        (None, "INLOOP_ZQQ"),
    ]
    assert faults[0].remedy == "write INLOOP_TELEGRAM__TOKEN"
    assert "unset" in faults[1].remedy


def test_a_bad_value_from_the_environment_is_blamed_on_the_variable(tmp_path: Path) -> None:
    [fault] = refused(tmp_path, GOOD, INLOOP_LIMITS__BOOKING__AHEAD="many")
    assert (fault.line, fault.where) == (None, "INLOOP_LIMITS__BOOKING__AHEAD")
    assert str(fault).startswith("environment: INLOOP_LIMITS__BOOKING__AHEAD: should be")
    assert "1-20" in fault.remedy


def test_a_variable_under_a_table_that_is_none_leaves_the_fault_to_the_file(tmp_path: Path) -> None:
    text = "limits = 3\n" + GOOD
    faults = refused(tmp_path, text, INLOOP_LIMITS__BOOKING__AHEAD="3")
    assert [(each.line, each.where) for each in faults] == [(1, "limits")]


def test_lists_of_tables_have_no_variables() -> None:
    assert "INLOOP_KEYS__FILE" in names(Config)
    assert not any("SCHOOLS" in name or "CONTACTS" in name for name in names(Config))


@pytest.mark.parametrize(("row", "by", "at", "where", "what", "remedy"), FAULTS)
def test_each_fault_has_its_line_its_key_and_a_remedy(
    tmp_path: Path, row: str, by: str, at: str, where: str, what: str, remedy: str
) -> None:
    text = changed(row, by)
    found = {each.where: each for each in refused(tmp_path, text)}
    assert where in found, found
    assert found[where].line == line_of(text, at)
    assert what in found[where].what
    assert remedy in found[where].remedy
    assert "secret-token" not in str(found[where])


def test_a_fault_reads_as_one_line_with_file_line_key_and_remedy(tmp_path: Path) -> None:
    text = changed('code = "h4VqT9mZ"', 'cod = "h4VqT9mZ"')
    faults = refused(tmp_path, text)
    line = line_of(text, "cod =")
    assert str(faults[-1]) == (
        f'{tmp_path}/config.toml:{line}: schools[0].cod: unknown key. Remedy: write "code".'
    )


@pytest.mark.parametrize(
    ("table", "remedy"),
    [("programme", "add it: [programme]"), ("telegram", "add it: [telegram]")],
)
def test_a_missing_table_is_told_without_a_line(tmp_path: Path, table: str, remedy: str) -> None:
    parts = [
        each for each in GOOD.split("\n\n") if not each.startswith((f"[{table}]", f"[{table}."))
    ]
    [fault] = refused(tmp_path, "\n\n".join(parts))
    assert (fault.line, fault.where, fault.remedy) == (None, table, remedy)


def test_an_empty_file_lacks_three_tables(tmp_path: Path) -> None:
    assert [(each.where, each.remedy) for each in refused(tmp_path, "")] == [
        ("programme", "add it: [programme]"),
        ("schools", "add it: [[schools]]"),
        ("telegram", "add it: [telegram]"),
    ]


def test_all_faults_come_at_once_and_by_line(tmp_path: Path) -> None:
    text = (
        GOOD.replace('region = "Noord"', 'region = "Oost"')
        .replace('address = "Kade 1"', 'adres = "Kade 1"')
        .replace('provider = "zeilvast"', 'provider = "weg"')
        .replace("BYDAY=TU", "BYDAY=DI")
    )
    faults = refused(tmp_path, text, INLOOP_NONSENSE="1")
    assert [each.where for each in faults] == [
        "INLOOP_NONSENSE",
        "programme.region",
        "schools[0].address",
        "schools[0].adres",
        "workers[0].provider",
        "schedules[0].rrule",
    ]


def test_a_table_that_cannot_be_read_leaves_no_dangling_ids_behind(tmp_path: Path) -> None:
    faults = refused(tmp_path, changed('code = "h4VqT9mZ"', 'code = "?"'))
    assert [each.where for each in faults] == ["schools[0].code"]


def test_places_are_those_of_the_file_even_behind_a_table_that_cannot_be_read(
    tmp_path: Path,
) -> None:
    second = GOOD[GOOD.index("[[schools]]") : GOOD.index("[[workers]]")]
    text = changed('code = "h4VqT9mZ"', 'code = "?"') + second.replace("linde", "derde").replace(
        "h4VqT9mZ", "aaaaaa"
    )
    faults = refused(tmp_path, text)
    assert [each.where for each in faults] == ["schools[0].code", "schools[1].code"]
    assert faults[1].line == text.splitlines().index('code = "aaaaaa"') + 1


@pytest.mark.parametrize("wrong", ['schools = "linde"', "schools = [1, 2]", "providers = [[]]"])
def test_tables_of_another_shape_are_refused_not_crashed_on(tmp_path: Path, wrong: str) -> None:
    faults = refused(tmp_path, f'{wrong}\n[telegram]\ntoken = "123:secret-token"\n')
    assert 1 in {each.line for each in faults}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb 2\n", 2),
        ('token = "123:secret-token\n', 1),
        ("a = 1\na = 2\n", 2),
        ("a = [1,\n", 2),
    ],
)
def test_a_slip_in_the_toml_is_one_sentence_with_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    [fault] = refused(tmp_path, text)
    assert fault.line == line
    assert "key = value" in fault.remedy
    assert "secret-token" not in str(fault)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no such file. Remedy: copy config.example.toml"):
        load(tmp_path / "config.toml", {})


def test_a_folder_in_place_of_the_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, {})


def test_a_file_in_another_encoding_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b'name = "Caf\xe9"\n')
    with pytest.raises(ConfigError, match=r"byte 11 is not UTF-8. Remedy: save the file as UTF-8"):
        load(file, {})


def written_keys(data: Any, model: type[BaseModel], path: str = "") -> set[str]:
    """The keys that a file writes, lists of tables without their numbers."""
    if isinstance(data, list):
        return set().union(*(written_keys(each, model, path) for each in data))
    found: set[str] = set()
    for key, value in data.items():
        found.add(f"{path}{key}")
        field = keys_of(model).get(key)
        table = table_of(field) if field else None
        if table:
            found |= written_keys(value, table, f"{path}{key}.")
    return found


def model_keys(model: type[BaseModel], path: str = "") -> set[str]:
    found: set[str] = set()
    for key, field in keys_of(model).items():
        found.add(f"{path}{key}")
        table = table_of(field)
        found |= model_keys(table, f"{path}{key}.") if table else set()
    return found


def test_the_example_names_every_key_and_no_other() -> None:
    all_said = re.sub(r"(?m)^# (?=[a-z_]+ = )", "", EXAMPLE.read_text("utf-8"))
    assert written_keys(tomllib.loads(all_said), Config) == model_keys(Config)


def test_the_example_is_valid_and_shows_the_defaults(tmp_path: Path) -> None:
    example = load(EXAMPLE, {})
    assert example.limits == Config.model_fields["limits"].default
    plain = load(write(tmp_path, GOOD), {})
    assert example.telegram.base_url == plain.telegram.base_url
    assert example.telegram.connections == plain.telegram.connections
    assert example.telegram.transport == plain.telegram.transport


def test_every_key_says_what_belongs_there() -> None:
    silent = [
        f"{model.__name__}.{key}"
        for model in _models(Config)
        for key, field in keys_of(model).items()
        if table_of(field) is None and not field.description
    ]
    assert silent == []


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    inner = [table for field in keys_of(model).values() if (table := table_of(field))]
    return [model, *(each for table in inner for each in _models(table))]
