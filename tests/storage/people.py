"""Who and what the tests of storage are about."""

from datetime import UTC, datetime, timedelta

from flows.model import (
    Address,
    Audience,
    Mode,
    Notice,
    NoticeKind,
    Person,
    PersonId,
    SchoolId,
    Span,
    Wish,
    WorkerId,
)
from flows.ports import Work
from storage.unit import Store

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LINDE = SchoolId("linde")
BERK = SchoolId("berk")
FATIMA = WorkerId("fatima")
JEROEN = WorkerId("jeroen")
TEN = NOW + timedelta(hours=2)


def address_of(name: str) -> Address:
    """The made-up chat of a name."""
    return Address("telegram", f"chat of {name}")


async def met(store: Store, *names: str) -> list[PersonId]:
    """People who wrote to the bot once, in the order of their names."""
    async with store.work() as work:
        people = [await _added(work, name) for name in names]
        await work.commit()
    return people


async def _added(work: Work, name: str) -> PersonId:
    new = Person(PersonId(0), "nl", Audience.PUPIL, LINDE)
    return (await work.people.add(address_of(name), new, NOW)).id


def span(start: datetime = TEN, minutes: int = 20) -> Span:
    """A stretch of minutes."""
    return Span(start, start + timedelta(minutes=minutes))


def wish(
    start: datetime = TEN,
    minutes: int = 20,
    worker: WorkerId = FATIMA,
    school: SchoolId = LINDE,
    mode: Mode = Mode.SCHOOL,
) -> Wish:
    """A time with a worker."""
    return Wish(worker, school, span(start, minutes), mode)


def notice(person: PersonId, key: str, due_at: datetime = NOW, **more: object) -> Notice:
    """A notice that is due."""
    kept = {"kind": NoticeKind.EVENING, "step": "h", "expires_at": due_at + timedelta(hours=1)}
    return Notice(dedup_key=key, person=person, due_at=due_at, **{**kept, **more})  # type: ignore[arg-type]
