"""`inloop digest`: a published week as text, JSON, CSV or picture, always the same bytes."""

import csv
import json
from io import StringIO
from typing import Literal

from bot.chart import draw
from bot.config import Config
from bot.errors import OperatorError
from bot.store import found
from flows.demand.periods import monday_of
from flows.demand.plan import DEFAULT as PLAN
from flows.demand.screens import TOPICS, digest
from flows.demand.views import in_order
from flows.model import Released
from flows.programme import Programme
from flows.texts import Texts

Form = Literal["text", "json", "csv", "png"]


async def written(config: Config, week: str, scope: str, form: Form) -> bytes:
    """The digest of a week in one form.

    Every scope reads the same published table; there is no finer one.

    Raises:
        OperatorError: No such week or scope, or the week is not published.
    """
    try:
        monday = monday_of(week)
    except ValueError:
        raise OperatorError(f"{week} is no week: write it as 2026-W47.") from None
    _check_scope(scope, config.programme)
    async with found(config) as present:
        store = await present.as_it_is()
        async with store.reading() as work:
            cells = in_order(await work.published.cells(TOPICS.name, week))
    if not cells:
        raise OperatorError(f"Week {week} is not published: that happens on the Monday after it.")
    language = config.programme.about.languages[0]
    texts = Texts(config.programme.about.languages, config.programme.zone)
    screen = digest(monday, cells)
    if form == "text":
        return "".join(f"{texts.say(language, each)}\n" for each in screen.lines).encode()
    if form == "json":
        return _json(week, cells)
    if form == "csv":
        return _csv(week, cells)
    if screen.picture is None:
        raise OperatorError("This digest has no picture.")
    rows = [(texts.say(language, label), n, spread) for label, n, spread in screen.picture.cells]
    return await draw(texts.say(language, screen.picture.title), rows)


def _check_scope(scope: str, programme: Programme) -> None:
    known = [
        "programme",
        *(f"provider:{each.id}" for each in programme.providers),
        *(f"school:{each.id}" for each in programme.schools),
    ]
    if scope not in known:
        raise OperatorError(f"There is no scope {scope}: write one of {', '.join(known)}.")


def _json(week: str, cells: list[Released]) -> bytes:
    content = {
        "plan": [{"table": t.name, "alpha": str(t.alpha)} for t in PLAN.tables],
        "factor": str(PLAN.factor()),
        "week": week,
        "cells": [
            {
                "table": each.table,
                "cell": each.cell,
                "value": each.value,
                "spread": TOPICS.within(),
                "alpha": str(TOPICS.alpha),
            }
            for each in cells
        ],
    }
    return f"{json.dumps(content, indent=2)}\n".encode()


def _csv(week: str, cells: list[Released]) -> bytes:
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["week", "table", "cell", "value", "spread"])
    rows.writerows([week, each.table, each.cell, each.value, TOPICS.within()] for each in cells)
    return text.getvalue().encode()
