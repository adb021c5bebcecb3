"""Released numbers as a table for other programs: the same bytes whenever asked."""

import csv
import json
from collections.abc import Sequence
from io import StringIO

from flows.demand.figures import Figures
from flows.demand.laying import InForce
from flows.demand.plan import Table
from flows.demand.supply import Offer

SUPPLY = "supply"
HEAD = ("week", "table", "period", "cell", "value", "spread")


def as_csv(week: str, figures: Sequence[Figures], supply: Offer | None) -> bytes:
    """A row a cell; `value` carries its noise, `spread` is what 95 % of it stays within.

    The last rows, of the table "supply", are exact: minutes of office hours, and workers.
    """
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEAD)
    for each in figures:
        for cell, value in each.values.items():
            rows.writerow([week, each.table.name, each.period, cell, value, each.table.within()])
    if supply is not None:
        for cell, value in _supplied(supply).items():
            rows.writerow([week, SUPPLY, supply.period, cell, value, 0])
    return text.getvalue().encode()


def _supplied(supply: Offer) -> dict[str, int]:
    return {"minutes": supply.minutes, "workers": supply.workers}


def as_json(
    week: str,
    plan: InForce,
    figures: Sequence[Figures],
    lost: Sequence[Table],
    supply: Offer | None,
) -> bytes:
    """Plan, factor, every cell with its spread and alpha, and what was on offer, exactly.

    `without_figures` names the tables that were closed without: none of their numbers is nought.
    """
    content = {
        "plan": [
            {
                "table": each.name,
                "by": list(each.by),
                "alpha": str(each.alpha),
                "weeks": each.weeks,
                "cells": len(each.cells),
            }
            for each in plan.plan.tables
        ],
        "preset": plan.plan.name,
        "factor": str(plan.plan.factor()),
        "week": week,
        "cells": [
            {
                "table": each.table.name,
                "period": each.period,
                "cell": cell,
                "value": value,
                "spread": each.table.within(),
                "alpha": str(each.table.alpha),
            }
            for each in figures
            for cell, value in each.values.items()
        ],
        "without_figures": [each.name for each in lost],
        "supply": supply and {"period": supply.period, **_supplied(supply)},
    }
    return f"{json.dumps(content, indent=2)}\n".encode()
