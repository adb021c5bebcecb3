"""docs/reliability.md names files and tests that there are."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "reliability.md").read_text("utf-8").partition("## Where each")[2]
ROWS = [line.split("|")[1:-1] for line in TABLE.partition("\n## ")[0].splitlines() if "|" in line]


def test_each_promise_names_a_place_and_a_test_that_there_are() -> None:
    assert len(ROWS) > 20
    for promise, built, tests in ROWS[2:]:
        for place in re.findall(r"`([\w./]+/[\w./]*)`", built):
            assert (ROOT / place).exists(), (promise, place)
        named = re.findall(r"`([\w./]+\.py)`: ((?:`\w+`(?:, )?)+)", tests)
        assert named, promise
        for file, functions in named:
            text = (ROOT / file).read_text("utf-8")
            for each in re.findall(r"`(\w+)`", functions):
                assert f"def {each}(" in text, (promise, each)
