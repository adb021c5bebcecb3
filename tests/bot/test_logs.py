"""Logs without persons: what we say is written, what others say is not."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from bot.logs import QUIET, Formatter, JsonFormatter, set_up

SECRET = "0612345678 of Noor"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Standard error, as the running bot writes it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in QUIET}
    stream = StringIO()
    set_up(stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, earlier in levels.items():
        logging.getLogger(name).setLevel(earlier)


def _fail(*, inside: bool = False) -> None:
    try:
        int(SECRET)
    except ValueError as cause:
        if inside:
            raise ExceptionGroup(SECRET, [KeyError(SECRET), cause]) from cause
        raise RuntimeError(SECRET) from cause


def test_our_own_records_are_written_with_their_values(log: StringIO) -> None:
    logging.getLogger("bot.jobs").info("published %s", "2026-W47")

    assert log.getvalue().endswith("INFO bot.jobs published 2026-W47\n")


@pytest.mark.parametrize("name", ["telegram.ext.Application", "asyncio", "botany", ""])
def test_of_a_librarys_record_only_logger_and_place_are_written(log: StringIO, name: str) -> None:
    logging.getLogger(name).warning("GET https://api.telegram.org/bot%s %s", "4711:t0ken", SECRET)

    written = log.getvalue()
    assert "test_logs:" in written
    assert "4711" not in written
    assert "Noor" not in written


@pytest.mark.parametrize("name", ["bot.telegram.dispatch", "telegram.ext"])
@pytest.mark.parametrize("inside", [False, True])
def test_of_an_error_class_and_places_are_written_and_no_words(
    log: StringIO, name: str, *, inside: bool
) -> None:
    try:
        _fail(inside=inside)
    except Exception:
        logging.getLogger(name).exception("update %s failed", 9)

    written = log.getvalue()
    assert "_fail" in written
    assert ("ExceptionGroup" in written) is inside
    assert ("KeyError" in written) is inside
    assert ("RuntimeError" in written) is not inside
    assert "Noor" not in written


def test_what_another_formatter_left_on_the_record_is_not_written() -> None:
    record = logging.LogRecord("bot.x", logging.ERROR, "f.py", 1, "failed", None, None)
    try:
        _fail()
    except RuntimeError as error:
        record.exc_info = (RuntimeError, error, error.__traceback__)
    assert "Noor" in logging.Formatter().format(record)

    assert "Noor" not in Formatter().format(record)


def test_libraries_are_quiet_below_a_warning(log: StringIO) -> None:
    for name in QUIET:
        logging.getLogger(name).info("hello")
        logging.getLogger(f"{name}.deep").info("hello")

    assert log.getvalue() == ""


@pytest.mark.parametrize("name", ["bot.jobs", "telegram.ext"])
def test_as_json_a_record_is_an_object_a_line_and_says_no_more(name: str) -> None:
    stream = StringIO()
    logger, handler = logging.getLogger(name), logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logger.addHandler(handler)
    try:
        try:
            _fail()
        except RuntimeError as error:
            logger.error("notice %s", 7, exc_info=error)  # noqa: TRY400
        logger.error("line one\nline two")
    finally:
        logger.removeHandler(handler)
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["error"] == "RuntimeError"
    assert first["level"] == "error"
    assert first["at"].endswith("+00:00")
    assert first["message"] == ("notice 7" if name == "bot.jobs" else first["message"])
    assert any("test_logs.py" in place for place in first["places"])
    assert "Noor" not in stream.getvalue()
    assert set(second) == {"at", "level", "logger", "message"}


def test_the_form_of_the_log_is_a_setting() -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = StringIO()
    try:
        set_up(stream, form="json")
        logging.getLogger("bot.jobs").info("published %s", "2026-W47")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    assert json.loads(stream.getvalue())["message"] == "published 2026-W47"
