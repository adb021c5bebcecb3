"""How long everything is measured, and in which order."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """Counted rounds of each pair; one more goes before, to warm up.

    Attributes:
        rounds: Of each row.
        seconds: Of load on a bot, each round.
        bookings: In the database, each round and side.
        old: Appointments in the larger database.
        updates: Handled by one bot whose memory is looked at.
    """

    rounds: int
    seconds: float
    bookings: int
    old: int
    updates: int


WHOLE = Plan(rounds=7, seconds=4.0, bookings=250, old=100_000, updates=100_000)
QUICK = Plan(rounds=3, seconds=2.0, bookings=100, old=100_000, updates=10_000)

Side = Callable[[int], Awaitable[float]]


async def rounds(plan: Plan, ours: Side, other: Side) -> list[tuple[float, float]]:
    """Both sides in turn, each round beginning with the other one; the first does not count."""
    pairs = []
    for n in range(plan.rounds + 1):
        if n % 2:
            theirs = await other(n)
            pairs.append((await ours(n), theirs))
        else:
            pairs.append((await ours(n), await other(n)))
    return pairs[1:]
