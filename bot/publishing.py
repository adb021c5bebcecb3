"""What `inloop check` says about the plan of the digest."""

from collections.abc import Iterator

from flows.demand.lint import plan_faults, plan_notes
from flows.hours.finding import Finding
from flows.programme import Programme


def unpublishable(programme: Programme) -> Iterator[Finding]:
    """What would break the digest's guarantee."""
    return (Finding(*each) for each in plan_faults(programme))


def worth_knowing(programme: Programme) -> Iterator[Finding]:
    """How the plan is carried out with these schools."""
    return (Finding(*each) for each in plan_notes(programme))
