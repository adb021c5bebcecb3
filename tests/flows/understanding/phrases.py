"""Which sentences of the sets stand word for word in what the bot learned from."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.wording.folding import fold

FLOWS = Path(__file__).parents[3] / "flows"
LEARNED = (FLOWS / "understanding", FLOWS / "safety")


def learned(folders: Sequence[Path] = LEARNED) -> frozenset[str]:
    """Every string in every TOML file below the folders, folded; none where there is no folder."""
    files = (file for folder in folders for file in folder.rglob("*.toml"))
    return frozenset(
        fold(text) for file in files for text in _strings(tomllib.loads(file.read_text("utf-8")))
    )


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
