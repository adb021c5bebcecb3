"""One process of a stampede: fifty people of its own book at once; prints what each was told.

python -m tests.properties.stampede ADDRESS PROCESS
"""

import asyncio
import json
import sys
from datetime import timedelta
from random import Random

from flows.model import Audience, Mode
from flows.programme import ref_of
from flows.router import Answer, Router
from flows.steps import Book, Enter, Share
from tests.databases import opened
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY

PEOPLE = 50
STARTS = range(5)
"""Only pupils want the first, only staff the last two: some of each come in, whoever is quicker."""
FIRST = {
    "fatima": TUESDAY.replace(hour=10, minute=0),
    "jeroen": TUESDAY.replace(hour=13, minute=10),
}
"""Twenty minutes apart from here on, for talks of one slot and of two: twenty spans."""


async def main(url: str, process: int) -> None:
    """Everybody presses at once, each a time of the own choice."""
    async with opened(url) as store:
        router = Router(make_ports(store, Ticker()))
        people = [await _person(router, f"{process}-{n}", n) for n in range(PEOPLE)]
        answers = await asyncio.gather(*(_books(*each) for each in people))
    sys.stdout.write(json.dumps(answers))


async def _person(router: Router, name: str, n: int) -> tuple[Account, Book]:
    account = Account(router, name)
    await account.starts(demo_programme().schools[0].link)
    await account.presses(Enter(Audience.STAFF if n % 2 else Audience.PUPIL))
    await account.presses(Share(0))
    worker, first = Random(name).choice(list(FIRST.items()))
    starts = STARTS[1:] if n % 2 else STARTS[:3]
    start = first + Random(name).choice(starts) * timedelta(minutes=20)
    return account, Book(ref_of(worker), ref_of("linde"), start, Mode.SCHOOL)


async def _books(account: Account, wish: Book) -> list[str]:
    answer = await account.presses(wish)
    return [account.name, _came_of(answer)]


def _came_of(answer: Answer) -> str:
    if answer.screen.card is not None:
        return "booked"
    return answer.note.id if answer.note else "?"


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
