"""What was published with a week, as one scope reads it; nothing here can reach a true counter."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flows.demand.figures import Figures, ended_with, in_scope, plan_of
from flows.demand.laying import InForce
from flows.demand.periods import begin_of, week_name
from flows.demand.plan import GROUP_TOPIC, PARTS, Table
from flows.demand.supply import Offer, kept
from flows.errors import StaleError
from flows.model import Page
from flows.ports import Work
from flows.programme import Programme


@dataclass(frozen=True, slots=True)
class Issue:
    """Everything that was released with a week, as one scope reads it.

    Attributes:
        figures: In the order of the plan.
        lost: Tables that were closed without figures.
        supply: What the scope had on offer meanwhile, exactly; None when it is not known.
        longer: The same of periods longer than the plan's shortest, by what they tell apart.
    """

    monday: date
    scope: str
    plan: InForce
    figures: Sequence[Figures]
    lost: Sequence[Table]
    supply: Offer | None

    @property
    def longer(self) -> Mapping[Page, Figures]:
        """Tables of the longer periods that ended with this week."""
        found = {each.table.by: each for each in self.figures}
        return {part: found[PARTS[part]] for part in self._parts(found)}

    @property
    def pages(self) -> list[Page]:
        """Of the longer periods that ended with this week, those without figures, too."""
        lost = [each.by for each in self.lost]
        return self._parts([*(each.table.by for each in self.figures), *lost])

    def _parts(self, told: Collection[tuple[str, ...]]) -> list[Page]:
        beat = self.plan.plan.beat
        longer = {each.by for each in self.plan.plan.tables if each.weeks > beat}
        return [part for part, by in PARTS.items() if by in longer and by in told]


async def issue(monday: date, scope: str, work: Work, programme: Programme) -> Issue:
    """What was released with a week.

    Raises:
        StaleError: Nothing was.
    """
    plan = await plan_of(monday, work)
    found, lost = ([], []) if plan is None else await ended_with(monday, plan, work)
    if plan is None or not (found or lost):
        raise StaleError
    scoped = [in_scope(each, scope, plan, programme) for each in found]
    first = max(begin_of(monday, plan.plan.beat), plan.first_on)
    supply = await kept(scope, week_name(first), week_name(monday), work)
    own = [each for each in scoped if each is not None]
    return Issue(monday, scope, plan, own, _lost(lost, scope), supply)


def _lost(tables: Sequence[Table], scope: str) -> list[Table]:
    """Of some tables those of which a scope would read anything."""
    return [each for each in tables if not (scope.startswith("school:") and each.by == GROUP_TOPIC)]
