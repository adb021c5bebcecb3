"""A config.toml to change one line of."""

from pathlib import Path

GOOD = """[telegram]
token = "123:secret-token"

[programme]
name = "Inloop"
region = "Noord"

[programme.privacy]
name = "Privacy"

[[providers]]
id = "zeilvast"
name = "Zeilvast"

[[schools]]
id = "linde"
name = "De Linde"
address = "Kade 1"
code = "h4VqT9mZ"
code_from = 2026-08-24

[[workers]]
id = "fatima"
name = "Fatima"
provider = "zeilvast"

[[schedules]]
id = "fatima-di"
worker = "fatima"
school = "linde"
room = "B2"
first_on = 2026-08-31
rrule = "FREQ=WEEKLY;BYDAY=TU"
start = 09:00:00
duration_minutes = 180

[[coordinators]]
id = "sanne"
name = "Sanne"
scope = "programme"
"""


def line_of(text: str, row: str) -> int:
    """The line on which a row begins, from 1."""
    return next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith(row))


def write(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file
