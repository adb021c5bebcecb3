"""Something to say about a place in the config."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Loc = tuple[str | int, ...]
"""The path of a key as pydantic writes it, places from 0: ("schools", 2, "code")."""
Ids = Mapping[str, frozenset[str]]
"""Ids by kind: "providers", "schools", "workers", "schedules", "coordinators"."""
NO_IDS: Ids = MappingProxyType({})


class Finding(NamedTuple):
    """A place in the config, what is so there, and what to do about it: two half sentences."""

    loc: Loc
    what: str
    remedy: str
