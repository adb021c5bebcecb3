"""From the config to a plan with its cells, and from a plan to text that is kept and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from flows.demand.groups import groups_of
from flows.demand.pairing import cells_of, schools_in
from flows.demand.periods import begin_of, monday_of, week_name
from flows.demand.plan import (
    CELLS,
    GROUP_TOPIC,
    NOT_SAID,
    PRESETS,
    SCHOOL,
    Plan,
    Table,
    group_cell,
)
from flows.model import SchoolId, Topic
from flows.programme import DigestPlan, DigestTable, Programme


@dataclass(frozen=True, slots=True)
class InForce:
    """A plan that counts, with its cells and groups as they were when it began.

    Attributes:
        first_on: The Monday from which it counts.
        groups: The schools of each group.
    """

    plan: Plan
    first_on: date
    groups: Mapping[str, tuple[str, ...]]

    def period(self, table: Table, on: date) -> str:
        """The period of a table that a date falls into: the name of its first week."""
        return week_name(max(begin_of(on, table.weeks), self.first_on))

    def cell_of(self, school: SchoolId) -> str | None:
        """The cell that counts a school; None for one that came later, or in a plan without."""
        table = self.plan.table(*SCHOOL)
        cells = table.cells if table is not None else ()
        return next((each for each in cells if school in schools_in(each)), None)

    def group_of(self, school: SchoolId) -> str | None:
        """The group of a school; None for one that came later."""
        return next((group for group, held in self.groups.items() if school in held), None)


def named_plan(digest: DigestPlan) -> Plan:
    """The plan that the config names, with its own tables in place of the preset's."""
    plan = PRESETS[digest.plan]
    tables = {each.name: each for each in plan.tables}
    for each in digest.tables:
        made = _made(each, tables.get(each.name))
        if made is not None:
            tables[each.name] = made
    name = f"{plan.name}*" if digest.tables else plan.name
    return replace(plan, name=name, tables=tuple(tables.values()))


def _made(said: DigestTable, base: Table | None) -> Table | None:
    by = said.by if said.by is not None else base.by if base else None
    alpha = Fraction(said.alpha) if said.alpha else base.alpha if base else None
    if by is None or alpha is None:
        return None
    weeks = said.weeks or (base.weeks if base else 1)
    return Table(said.name, by, alpha, weeks, CELLS.get(by, ()), said.every or 0)


def written(programme: Programme) -> str:
    """The plan of a programme as it is kept: the same text for the same plan."""
    plan, groups = named_plan(programme.digest), groups_of(programme)
    content = {
        "plan": plan.name,
        "cap": str(plan.cap),
        "groups": groups,
        "tables": [
            {
                "name": each.name,
                "by": each.by,
                "alpha": str(each.alpha),
                "weeks": each.weeks,
                "cells": _cells(each, programme, groups),
            }
            for each in plan.tables
            if groups or each.by not in {SCHOOL, GROUP_TOPIC}
        ],
    }
    return json.dumps(content, separators=(",", ":"))


def _cells(
    table: Table, programme: Programme, groups: Mapping[str, tuple[SchoolId, ...]]
) -> tuple[str, ...]:
    if table.by == SCHOOL:
        return cells_of(programme)
    if table.by == GROUP_TOPIC:
        topics = (*(each.value for each in Topic), NOT_SAID)
        return tuple(group_cell(group, topic) for group in groups for topic in topics)
    return CELLS[table.by]


@lru_cache(maxsize=16)
def read(first_week: str, content: str) -> InForce:
    """A kept plan; `content` was made by `written`."""
    held = json.loads(content)
    tables = tuple(
        Table(
            each["name"],
            tuple(each["by"]),
            Fraction(each["alpha"]),
            each["weeks"],
            tuple(each["cells"]),
        )
        for each in held["tables"]
    )
    groups = {group: tuple(schools) for group, schools in held["groups"].items()}
    return InForce(Plan(held["plan"], tables, Fraction(held["cap"])), monday_of(first_week), groups)
