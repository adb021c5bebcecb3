"""Released numbers as a table for other programs: the same bytes whenever asked."""

import csv
import json
from collections.abc import Sequence
from io import StringIO

from flows.demand.figures import Figures
from flows.demand.laying import InForce

HEAD = ("week", "table", "period", "cell", "value", "spread")


def as_csv(week: str, figures: Sequence[Figures]) -> bytes:
    """A row a cell; `value` carries its noise, `spread` is what 95 % of it stays within."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEAD)
    for each in figures:
        for cell, value in each.values.items():
            rows.writerow([week, each.table.name, each.period, cell, value, each.table.within()])
    return text.getvalue().encode()


def as_json(week: str, plan: InForce, figures: Sequence[Figures]) -> bytes:
    """Plan, factor, and every cell with its spread and alpha."""
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
    }
    return f"{json.dumps(content, indent=2)}\n".encode()
