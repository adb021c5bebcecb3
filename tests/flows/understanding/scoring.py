"""`python -m tests.flows.understanding.scoring`: how well the sets are understood.

Every set is asked twice: as written, and with one typing error a text. Shares come with the number
of cases they are out of and a 95 % interval. "not in phrases" leaves out what stands word for word
in what the bot learned from. The sets are for development; what is claimed is measured on others.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import sqrt
from typing import TypeVar

from flows.wording.folding import fold
from tests.flows.understanding import cases, marks
from tests.flows.understanding.answers import Answer, ask_by_moment
from tests.flows.understanding.cases import Case, CrisisCase, DateCase, IntentCase, NameCase
from tests.flows.understanding.marks import BAD, Marks
from tests.flows.understanding.phrases import learned
from tests.flows.understanding.slips import SEED, slip

Say = Callable[[Iterable[tuple[str, str]]], list[Answer]]
"""Moments and texts in, an answer each out."""
Pairs = Sequence[tuple[Case, Marks]]
Some = TypeVar("Some", IntentCase, DateCase, NameCase, CrisisCase)


def score(found: Sequence[Some], mark: Callable[[Some, Answer], Marks], say: Say) -> Pairs:
    """Every case with the marks of its answer, in order."""
    told = say((case.now, case.text) for case in found)
    return [(case, mark(case, answer)) for case, answer in zip(found, told, strict=True)]


SETS: Mapping[str, Callable[[Say], Pairs]] = {
    "intents": lambda say: score(cases.intents(), marks.of_intent, say),
    "dates": lambda say: score(cases.dates(), marks.of_date, say),
    "names": lambda say: score(cases.names(), marks.of_name, say),
    "crisis": lambda say: score(cases.crises(), marks.of_crisis, say),
}
GROUPS = ("language", "intent", "kind", "hand")
"""Fields that rows are made of, where a case has them."""


def table(pairs: Pairs, groups: Sequence[str], known: frozenset[str] = frozenset()) -> list[str]:
    """A row for all, one for what is not known, and one a value of each group.

    Args:
        pairs: Cases and marks of one set.
        groups: Fields of a case; those that it does not have make no rows.
        known: Folded texts that the bot learned from.
    """
    fresh = [(case, found) for case, found in pairs if fold(case.text) not in known]
    rows = [_row("all", pairs)]
    if len(fresh) < len(pairs):
        rows.append(_row("not in phrases", fresh))
    for group in groups:
        of = [(str(getattr(case, group, "")), (case, found)) for case, found in pairs]
        values = dict.fromkeys(value for value, _ in of if value)
        rows += [_row(value, [pair for own, pair in of if own == value]) for value in values]
    return rows


def _row(title: str, pairs: Pairs) -> str:
    names = dict.fromkeys(name for _, found in pairs for name in found)
    return f"  {title:<16}" + "  ".join(f"{name} {_share(name, pairs)}" for name in names)


def _share(name: str, pairs: Pairs) -> str:
    held = [found[name] for _, found in pairs if name in found]
    low, high = interval(sum(held), len(held))
    return f"{100 * sum(held) / len(held):.1f}% ({100 * low:.0f}-{100 * high:.0f}) of {len(held)}"


def interval(hits: int, number: int) -> tuple[float, float]:
    """Between which two shares the true one lies, 19 times out of 20.

    Source: Wilson (1927), the score interval.
    """
    z = 1.96
    share, square = hits / number, z * z / number
    middle = share + square / 2
    half = z * sqrt(share * (1 - share) / number + square / (4 * number))
    return max(0.0, (middle - half) / (1 + square)), min(1.0, (middle + half) / (1 + square))


def looks(pairs: Pairs) -> list[str]:
    """A line for each case that calls for a look: the marks that do, and the text as written."""
    bad = [
        ([name for name in found if BAD.get(name) == found[name]], case) for case, found in pairs
    ]
    return [f"    {', '.join(names)}: {case.text}" for names, case in bad if names]


def _with_slips(asked: Iterable[tuple[str, str]], seed: int) -> list[Answer]:
    return ask_by_moment((now, slip(text, seed)) for now, text in asked)


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.flows.understanding.scoring")
    parser.add_argument("--only", nargs="+", choices=SETS, default=list(SETS), metavar="SET")
    parser.add_argument("--by", nargs="+", choices=GROUPS, default=GROUPS[:3], metavar="FIELD")
    parser.add_argument("--seed", type=int, default=SEED, help="of the typing errors")
    parser.add_argument("--looks", action="store_true", help="name what was not understood")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Ask, and print a table a set and run."""
    told = _arguments(given)
    known = learned()
    runs: Mapping[str, Say] = {
        "as written": ask_by_moment,
        "one typing error": partial(_with_slips, seed=told.seed),
    }
    for name in told.only:
        for run, say in runs.items():
            pairs = SETS[name](say)
            rows = table(pairs, told.by, known) + (looks(pairs) if told.looks else [])
            sys.stdout.write("\n".join([f"{name}, {run}", *rows]) + "\n")


if __name__ == "__main__":
    main()
