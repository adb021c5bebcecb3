"""The outbox: queued once, claimed once, settled or tried again."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest

from flows.model import Audience, Claimed, NoticeKind, NoticeState, PersonId, Settled
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import NOW, met, notice, wish

LEASE = timedelta(minutes=2)
MINUTE = timedelta(minutes=1)


async def claimed(
    store: Store, most: int = 100, *, after: timedelta = timedelta(0)
) -> list[Claimed]:
    """What a sender gets who asks some time after the start, committed as before sending."""
    async with store.work() as work:
        got = await work.outbox.claim(NOW + after, LEASE, most)
        await work.commit()
    return got


def keys(got: list[Claimed]) -> list[str]:
    """Which notices."""
    return [each.notice.dedup_key for each in got]


async def queued(store: Store, person: PersonId, *names: str) -> None:
    """Notices due one minute after another, the first one now."""
    async with store.work() as work:
        due = [notice(person, name, NOW + n * MINUTE) for n, name in enumerate(names)]
        await work.outbox.add(due)
        await work.commit()


async def test_a_claimed_notice_is_the_one_that_was_queued(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        told = notice(noor, "a", kind=NoticeKind.HOUR, appointment=talk.id, version=1, step="t.1")
        await work.outbox.add([told])
        await work.commit()
    (got,) = await claimed(store)
    assert (got.notice, got.attempts) == (told, 0)


async def test_nothing_is_queued_twice_not_even_after_it_was_sent(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    async with store.work() as work:
        await work.outbox.add([notice(noor, "a", step="other"), notice(noor, "b")])
        await work.outbox.add([])
        await work.commit()
    got = await claimed(store)
    assert [(each.notice.dedup_key, each.notice.step) for each in got] == [("a", "h"), ("b", "h")]
    async with store.work() as work:
        for each in got:
            await work.outbox.settle([Settled(each.id, NoticeState.SENT, "")])
        await work.outbox.add([notice(noor, "a")])
        await work.commit()
    assert await claimed(store, after=timedelta(days=1)) == []


async def test_only_what_is_due_is_claimed_oldest_first_and_no_more_than_asked(
    store: Store,
) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a", "b", "c", "d")
    assert keys(await claimed(store, 2, after=2 * MINUTE)) == ["a", "b"]
    assert keys(await claimed(store, 2, after=2 * MINUTE)) == ["c"]
    assert keys(await claimed(store, 2, after=2 * MINUTE)) == []
    assert keys(await claimed(store, 2, after=3 * MINUTE)) == ["d"]


async def test_several_are_taken_up_to_the_first_that_is_to_be_alone(store: Store) -> None:
    """In their order, for what comes later to one person may rest on what comes before."""
    (noor,) = await met(store, "Noor")
    hour, card, late = NoticeKind.HOUR, NoticeKind.CARD, NoticeKind.LATE
    async with store.work() as work:
        due = [
            notice(noor, f"{n} {each.value}", NOW, kind=each)
            for n, each in enumerate([hour, card, late, late, card, hour])
        ]
        await work.outbox.add(due)
        await work.commit()
    taken: list[list[str]] = []
    for _ in range(5):
        async with store.work() as work:
            taken.append(keys(await work.outbox.claim(NOW, LEASE, 5, beside=[hour, card])))
            await work.commit()

    assert taken == [["0 hour", "1 card"], ["2 late"], ["3 late"], ["4 card", "5 hour"], []]


async def test_what_a_sender_died_of_is_taken_alone(store: Store) -> None:
    """So none of the others counts its deaths."""
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    await claimed(store)
    await queued(store, noor, "b", "c")

    later = LEASE + MINUTE
    assert keys(await claimed(store, after=later)) == ["b", "c"]
    assert keys(await claimed(store, after=later)) == ["a"]


async def test_several_are_settled_at_once_each_in_its_own_way(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a", "b", "c")
    first, second, third = await claimed(store, after=2 * MINUTE)
    async with store.work() as work:
        await work.outbox.settle([])
        await work.outbox.settle(
            [
                Settled(first.id, NoticeState.SENT, "sent"),
                Settled(second.id, NoticeState.PENDING, "quiet", NOW + 9 * MINUTE, unsent=True),
                Settled(third.id, NoticeState.PENDING, "lost", NOW + 9 * MINUTE, unanswered=True),
            ]
        )
        await work.commit()

    again = await claimed(store, after=9 * MINUTE)

    assert keys(again) == ["b", "c"]
    assert [(each.attempts, each.unanswered) for each in again] == [(0, 0), (1, 1)]


async def test_a_claim_that_is_not_committed_did_not_happen(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    async with store.work() as work:
        assert keys(await work.outbox.claim(NOW, LEASE, 1)) == ["a"]
    (got,) = await claimed(store)
    assert got.attempts == 0


async def test_a_notice_whose_sender_died_comes_back_with_its_attempt_counted(
    store: Store,
) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    await claimed(store)
    assert await claimed(store, after=LEASE - timedelta(seconds=1)) == []
    (again,) = await claimed(store, after=LEASE)
    assert again.attempts == 1


async def test_a_notice_to_be_tried_again_waits_until_its_moment(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    (first,) = await claimed(store)
    async with store.work() as work:
        later = NOW + 3 * MINUTE
        await work.outbox.settle(
            [Settled(first.id, NoticeState.PENDING, "too fast", retry_at=later)]
        )
        assert await work.outbox.next_due() == later
        await work.commit()
    assert await claimed(store, after=2 * MINUTE) == []
    (again,) = await claimed(store, after=3 * MINUTE)
    assert (again.notice, again.attempts) == (first.notice, 1)


@pytest.mark.parametrize(
    "state",
    [NoticeState.SENT, NoticeState.DROPPED, NoticeState.FAILED, NoticeState.UNKNOWN],
)
async def test_a_settled_notice_never_comes_back(store: Store, state: NoticeState) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    (got,) = await claimed(store)
    async with store.work() as work:
        await work.outbox.settle([Settled(got.id, state, "why")])
        assert await work.outbox.next_due() is None
        await work.commit()
    assert await claimed(store, after=timedelta(days=9)) == []


async def test_only_a_notice_in_a_senders_hands_can_be_settled(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await queued(store, noor, "a")
    (got,) = await claimed(store)
    async with store.work() as work:
        await work.outbox.settle([Settled(got.id, NoticeState.SENT, "")])
        await work.outbox.settle([Settled(got.id, NoticeState.PENDING, "late", retry_at=NOW)])
        await work.commit()
    assert await claimed(store, after=MINUTE) == []


@pytest.mark.parametrize(
    ("state", "retries"),
    [(NoticeState.PENDING, False), (NoticeState.SENT, True), (NoticeState.SENDING, False)],
)
async def test_an_end_that_is_no_end_is_refused(
    store: Store, state: NoticeState, retries: bool
) -> None:
    async with store.work() as work:
        with pytest.raises(ValueError, match="a claimed notice ends"):
            await work.outbox.settle([Settled(1, state, "", retry_at=NOW if retries else None)])


async def test_pending_notices_of_a_talk_are_withdrawn_and_no_others(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        in_hand = notice(noor, "in hand", appointment=talk.id)
        await work.outbox.add([in_hand])
        (sending,) = await work.outbox.claim(NOW, LEASE, 1)
        await work.outbox.add([notice(noor, "talk", appointment=talk.id), notice(noor, "other")])
        await work.outbox.withdraw(talk.id)
        await work.commit()
    assert keys(await claimed(store)) == ["other"]
    assert (await claimed(store, after=LEASE))[0] == replace(sending, attempts=1)


async def test_a_person_out_of_reach_is_told_nothing_more(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        await work.outbox.add([notice(noor, "Noor's"), notice(sam, "Sam's")])
        await work.outbox.silence(noor)
        await work.commit()
    assert keys(await claimed(store)) == ["Sam's"]


async def test_who_comes_back_is_told_what_is_still_of_use_and_nothing_else(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        later = notice(noor, "later", NOW + 2 * timedelta(hours=1))
        await work.outbox.add([notice(noor, "past"), later, notice(sam, "Sam's")])
        await work.outbox.silence(noor)
        await work.outbox.silence(sam)
        await work.outbox.add([notice(noor, "withdrawn")])
        await work.commit()
    (got,) = await claimed(store)
    async with store.work() as work:
        await work.outbox.settle([Settled(got.id, NoticeState.DROPPED, "expired")])
        await work.outbox.revive(noor, NOW + timedelta(hours=1))
        await work.commit()
    assert keys(await claimed(store, after=timedelta(days=1))) == ["later"]


async def test_the_next_moment_is_that_of_the_earliest_notice(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        assert await work.outbox.next_due() is None
        await work.outbox.add([notice(noor, "b", NOW + MINUTE), notice(noor, "a", NOW)])
        assert await work.outbox.next_due() == NOW
        await work.outbox.claim(NOW, LEASE, 1)
        assert await work.outbox.next_due() == NOW + MINUTE


async def test_several_senders_on_several_replicas_claim_nothing_twice(
    store: Store, database_url: str
) -> None:
    (noor,) = await met(store, "Noor")
    names = [f"n{n}" for n in range(60)]
    await queued(store, noor, *names)

    async def sender(own: Store) -> list[str]:
        got: list[str] = []
        while batch := await claimed(own, 3, after=timedelta(days=1)):
            assert len(batch) <= 3
            got += keys(batch)
        return got

    async with opened(database_url) as other:
        everything = await asyncio.gather(*(sender(each) for each in [store, other] * 3))
    assert sorted(chain.from_iterable(everything)) == sorted(names)


async def test_what_a_person_heard_last_is_what_was_sent_of_the_talk_as_it_is_now(
    store: Store,
) -> None:
    noor, olena = await met(store, "Noor", "Olena")
    kinds = (NoticeKind.AWAY, NoticeKind.BACK)
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        said = {"1": kinds[0], "2": kinds[1], "3": NoticeKind.LATE, "4": kinds[0]}
        news = [
            notice(noor, key, kind=kind, appointment=talk.id, version=talk.version)
            for key, kind in said.items()
        ]
        await work.outbox.add(news)
        await work.commit()
    ended = {"1": NoticeState.SENT, "2": NoticeState.SENT, "3": NoticeState.SENT}
    for each in await claimed(store):
        async with store.work() as work:
            state = ended.get(each.notice.dedup_key, NoticeState.DROPPED)
            await work.outbox.settle([Settled(each.id, state, "test")])
            await work.commit()
    async with store.reading() as work:
        assert await work.outbox.heard(talk, noor, kinds) is NoticeKind.BACK
        assert await work.outbox.heard(talk, olena, kinds) is None
        moved = replace(talk, version=talk.version + 1)
        assert await work.outbox.heard(moved, noor, kinds) is None
