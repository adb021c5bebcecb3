"""Everything that is kept of a person as JSON."""

import json
from dataclasses import asdict
from datetime import date, datetime

from flows.model import Word
from flows.ports import Held
from flows.rights.terms import Terms


def document(held: Held, now: datetime, terms: Terms) -> bytes:
    """The file: rows by table and column, moments as ISO 8601, UTF-8.

    Args:
        held: Everything; nothing of it is left out.
        now: When the file is made, aware.
        terms: How long it is kept, in days.

    Source: GDPR, art. 15(3) and 20(1): a commonly used, machine-readable form.
    """
    content = {
        "made_at": now.isoformat(),
        "kept": held,
        "kept_for": asdict(terms),
        "counted": {"once_a": "week", "readable": False},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: object) -> str:
    if isinstance(value, Word):
        word: str = value.value
        return word
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
