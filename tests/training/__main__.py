"""`python -m tests.training`: trains the models anew and writes them where they are read."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from flows.safety import scoring, tables
from flows.understanding.calendar.lexicon import FILE as CALENDAR
from flows.understanding.intents import Script, model_of
from tests.training import crisis, intents, lexicon, rules

MODELS: Mapping[Path, Callable[[], str]] = {
    CALENDAR: lexicon.written,
    **{model_of(each): partial(intents.written, each) for each in Script},
    tables.FILE: rules.written,
    tables.USUAL: crisis.usual_written,
    scoring.MODEL: crisis.written,
}


def main() -> None:
    """Write every model."""
    for file, written in MODELS.items():
        text = written()
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        sys.stdout.write(f"{file.name}: {len(text.encode()) / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
