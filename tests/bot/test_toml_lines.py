"""The line of every key of a TOML file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.toml_lines import Lines

ROOT = Path(__file__).parents[2]

TRICKY = """# a comment with = and [brackets]
top = 1

[[schools]] # first
id = "linde"
"quoted key" = 'x # no comment'
[schools.sub]
a.b = 1
a.c = [
  1, # one
  [2, 3],
]

[[schools]]
id = "tweede" ; x
""".replace(" ; x", "")

MORE = (
    TRICKY
    + '''
text = """
[not.a.table]
id = 1
quote \\""" and ""
"""
raw = \'\'\'
[[schools]]
'it''s'\'\'\'
after = { x = 1, "y.z" = { w = [ { v = 2 } ] } }
when = 2026-11-23 10:00:00
empty = []
none = {}

[[schools.contacts]]
name = "a"
[[schools.contacts]]
name = "b"

[limits]
[limits.booking]
ahead = 2 # talks
'''
)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("schools",), 4),
        (("schools", 0), 4),
        (("schools", 0, "id"), 5),
        (("schools", 0, "quoted key"), 6),
        (("schools", 0, "sub"), 7),
        (("schools", 0, "sub", "a"), 8),
        (("schools", 0, "sub", "a", "b"), 8),
        (("schools", 0, "sub", "a", "c"), 9),
        (("schools", 0, "sub", "a", "c", 0), 10),
        (("schools", 0, "sub", "a", "c", 1), 11),
        (("schools", 0, "sub", "a", "c", 1, 1), 11),
        (("schools", 1), 14),
        (("schools", 1, "id"), 15),
        (("schools", 1, "text"), 17),
        (("schools", 1, "raw"), 22),
        (("schools", 1, "after"), 25),
        (("schools", 1, "after", "y.z", "w", 0, "v"), 25),
        (("schools", 1, "when"), 26),
        (("schools", 1, "empty"), 27),
        (("schools", 1, "none"), 28),
        (("schools", 1, "contacts", 1, "name"), 33),
        (("limits",), 35),
        (("limits", "booking", "ahead"), 37),
    ],
)
def test_a_key_stands_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(MORE)
    assert Lines(MORE).of(path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("schools", 1, "code"), 14),
        (("schools", 0, "sub", "zzz", 3), 7),
        (("limits", "reminders", "evening"), 35),
        (("telegram", "token"), None),
        ((), None),
    ],
)
def test_a_key_that_is_missing_points_to_its_table(
    path: tuple[str | int, ...], line: int | None
) -> None:
    assert Lines(MORE).of(path) == line


def paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [path, *(each for key, value in inner for each in paths(value, (*path, key)))]


@pytest.mark.parametrize("name", ["config.example.toml", "bot/demo/programme.toml"])
def test_every_key_of_our_own_files_stands_on_a_line_that_names_it(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    lines, rows = Lines(text), text.splitlines()
    for path in paths(tomllib.loads(text))[1:]:
        line = lines.of(path)
        assert line is not None, path
        key = next(part for part in reversed(path) if isinstance(part, str))
        assert key in rows[line - 1], (path, rows[line - 1])


KEYS = st.sampled_from(["a", "b-1", "c_d", '"e.f"', "'g h'"])
LEAVES = st.sampled_from(
    [
        "1",
        "true",
        '"x"',
        '"#[]{},=\\""',
        "'[a]'",
        "09:00:00",
        '"""\n[a]\n"""',
        "'''\n}'''",
        "-1.5e3",
    ]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda rows: f"[ # [\n{', '.join(rows)}\n]"),
        st.dictionaries(KEYS, inner.filter(lambda text: "\n" not in text), max_size=3).map(
            lambda rows: "{" + ", ".join(f"{key} = {value}" for key, value in rows.items()) + "}"
        ),
    ),
    max_leaves=6,
)
TABLES = st.lists(
    st.tuples(st.sampled_from(["[[t]]", "[[t.u]]", "[[v]]"]), st.dictionaries(KEYS, VALUES)),
    max_size=5,
)


@settings(max_examples=200)
@given(TABLES)
def test_every_key_of_any_file_has_a_line(tables: list[tuple[str, dict[str, str]]]) -> None:
    rows = ["[[t]]"]
    for header, keys in tables:
        rows += [header, *(f"{key} = {value}" for key, value in keys.items())]
    text = "\n".join(rows)
    lines = Lines(text)
    known = [path for path in paths(tomllib.loads(text)) if path]
    assert all(lines.of(path) is not None for path in known)
    longest = [(*path, "missing") for path in known]
    assert [lines.of(path) for path in longest] == [lines.of(path) for path in known]
    by_depth = [lines.of(path) for path in known if len(path) > 1]
    assert all(line is not None and line <= text.count("\n") + 1 for line in by_depth)
