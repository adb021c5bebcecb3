"""How a model is written: JSON, one key a line."""

import json
from collections.abc import Mapping


def as_lines(values: Mapping[str, object]) -> str:
    """Values as the text of a file."""
    rows = (
        f"{json.dumps(key)}: {json.dumps(each, ensure_ascii=False)}" for key, each in values.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"
