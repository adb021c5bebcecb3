"""Types of columns that are the same on SQLite and PostgreSQL."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from flows.model import Word

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

BigId = BigInteger().with_variant(Integer, "sqlite")
"""64 bits; SQLite's own row number where it is the primary key."""


def new_id() -> int:
    """A random number of 62 bits that tells nothing about how many came before."""
    return secrets.randbits(62)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, given back in UTC to the microsecond.

    SQLite keeps microseconds since 2020: 8 bytes that sort, and a round trip of 1.5 µs where ISO
    text takes 2.5 µs and 26 bytes. PostgreSQL has a type of its own.
    """

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """`bigint` on SQLite, `timestamptz` on PostgreSQL."""
        sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(BigInteger() if sqlite else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse what is not aware."""
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Give UTC back, whatever the zone it came in."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            value = _EPOCH + value * _MICROSECOND
        moment: datetime = value
        return moment.astimezone(UTC)


class Worded(TypeDecorator[Word]):
    """A closed list of `flows.model`, kept as its word."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Refuse what is of another list."""
        if value is None:
            return None
        if not isinstance(value, self.words):
            raise TypeError(f"not one of {self.words.__name__}")
        word: str = value.value
        return word

    def process_result_value(self, value: str | None, dialect: Dialect) -> Word | None:  # noqa: ARG002
        """The member of the list."""
        return None if value is None else self.words(value)  # type: ignore[call-arg]
