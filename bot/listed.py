"""Ids that an operator writes: found in the config, or refused with those that are there."""

from collections.abc import Sequence

from bot.errors import OperatorError
from flows.model import Role, SchoolId, WorkerId
from flows.programme import Programme, School, Worker


def known_school(programme: Programme, school: str) -> School:
    """The school of an id.

    Raises:
        OperatorError: The config has none such.
    """
    found = programme.school(SchoolId(school))
    if found is None:
        raise unknown("school", school, programme.schools)
    return found


def known_worker(programme: Programme, worker: str) -> Worker:
    """The worker of an id.

    Raises:
        OperatorError: The config has none such.
    """
    found = programme.worker(WorkerId(worker))
    if found is None:
        raise unknown("worker", worker, programme.workers)
    return found


def role_of(word: str) -> Role:
    """The role that a word names.

    Raises:
        OperatorError: None.
    """
    for role in (Role.WORKER, Role.COORDINATOR):
        if role.value == word:
            return role
    raise OperatorError(f"{word} is no role: write worker or coordinator.")


def ids_of(role: Role, programme: Programme) -> list[str]:
    """The ids that the config lists for a role."""
    listed = programme.workers if role is Role.WORKER else programme.coordinators
    return [each.id for each in listed]


def unknown(
    kind: str, wanted: str, listed: Sequence[School | Worker] | Sequence[str]
) -> OperatorError:
    """An id that the config does not list, and those that it does."""
    known = [each if isinstance(each, str) else each.id for each in listed]
    lists = f"lists {', '.join(known)}" if known else f"lists no {kind} at all"
    return OperatorError(f"There is no {kind} {wanted}: the config {lists}.")
