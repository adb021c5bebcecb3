"""Two pictures by which both sides of a talk know each other, without a name.

A colour and a thing, kept as a number: 96 of them. The colours differ for colour-blind readers
too (no red, green, brown, purple or orange), the things do not look alike, and none is a name
that one person calls another, or a sign that people wore or were made to wear (a star, a cross).
"""

import secrets
from collections.abc import Callable, Collection, Sequence
from hashlib import blake2s

from flows.model import Appointment, PersonId
from flows.screen import Line

COLOURS = ("blue", "yellow", "white", "black")
THINGS = (
    "fish", "bird", "butterfly", "turtle", "horse", "apple", "lemon", "carrot", "tree", "flower",
    "hat", "moon", "cloud", "umbrella", "car", "bike", "boat", "train", "ball", "guitar",
    "key", "clock", "letter", "lamp",
)  # fmt: skip
COUNT = len(COLOURS) * len(THINGS)
PICTURES = 8
"""To choose the own ones from."""


def pick(used: Collection[int], choose: Callable[[Sequence[int]], int] = secrets.choice) -> int:
    """A code that nobody at the school has that day; any code on a day that has them all."""
    free = [code for code in range(COUNT) if code not in used]
    return choose(free or range(COUNT))


def code_line(code: int | None) -> Line:
    """The pictures and their words; that there are none, once their person erased everything."""
    if code is None:
        return Line("code-none", item=True)
    thing, colour = divmod(code, len(COLOURS))
    return Line(f"code-{THINGS[thing]}", {"colour": COLOURS[colour]}, item=True)


def _shuffled(salt: str) -> Callable[[int], bytes]:
    return lambda code: blake2s(f"{salt}:{code}".encode()).digest()


def pictures(person: PersonId, talks: Sequence[Appointment]) -> list[int]:
    """Eight codes, those of the talks among them, in an order that tells nothing.

    The others are always the same for the same talks: who looks twice learns nothing from those
    that stay.
    """
    own = [each.code for each in talks if each.code is not None]
    return among(own, f"{person}:{sorted(each.id for each in talks)}")


def among(own: Sequence[int], salt: str) -> list[int]:
    """Eight codes with the own ones (eight at most) hidden in them, the same for the same salt."""
    hidden = set(own[:PICTURES])
    others = sorted((code for code in range(COUNT) if code not in hidden), key=_shuffled(salt))
    return sorted({*hidden, *others[: PICTURES - len(hidden)]}, key=_shuffled(f"order {salt}"))
