"""`inloop digest`: what was published with a week in four forms, always the same bytes."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from bot.chart import painted
from bot.config import Config
from bot.errors import OperatorError
from bot.store import found
from flows.demand.blocks import block_of
from flows.demand.issues import Issue, issue
from flows.demand.periods import monday_of
from flows.demand.scopes import every_scope
from flows.demand.sheet import as_csv, as_json
from flows.demand.views import digest_of
from flows.errors import StaleError
from flows.programme import Programme
from flows.screen import Screen
from flows.texts import Texts

Form = Literal["text", "json", "csv", "png"]


async def written(config: Config, week: str, scope: str, form: Form) -> bytes:
    """The digest of a week in one form, as coordinators of a scope read it.

    Raises:
        OperatorError: No such week or scope, or nothing is published with that week.
    """
    try:
        monday = monday_of(week)
    except ValueError:
        raise OperatorError(f"{week} is no week: write it as 2026-W47.") from None
    _check_scope(scope, config.programme)
    read, screens = await _read(config, monday, week, scope)
    if form == "json":
        return as_json(week, read.plan, read.figures, read.lost, read.supply)
    if form == "csv":
        return as_csv(week, read.figures, read.supply)
    texts = Texts(config.programme.about.languages, config.programme.zone)
    language = config.programme.about.languages[0]
    if form == "text":
        return _text(screens, texts, language)
    picture = screens[0].picture
    if picture is None:
        raise OperatorError("This digest has no picture.")
    return await painted(picture, texts, language)


async def _read(
    config: Config, monday: date, week: str, scope: str
) -> tuple[Issue, Sequence[Screen]]:
    """What was released, and every screen of it: the week's, then those of a longer period."""
    programme = config.programme
    async with found(config) as present:
        store = await present.as_it_is()
        async with store.reading() as work:
            try:
                read = await issue(monday, scope, work, programme)
                first = await digest_of(monday, scope, work, programme)
            except StaleError:
                raise OperatorError(
                    f"Week {week} is not published: that happens on the Monday after it."
                ) from None
    return read, [first, *(block_of(read, part, programme) for part in read.pages)]


def _text(screens: Sequence[Screen], texts: Texts, language: str) -> bytes:
    said = ["".join(f"{texts.say(language, e)}\n" for e in each.lines) for each in screens]
    return "\n".join(said).encode()


def _check_scope(scope: str, programme: Programme) -> None:
    known = every_scope(programme)
    if scope not in known:
        raise OperatorError(f"There is no scope {scope}: write one of {', '.join(known)}.")
