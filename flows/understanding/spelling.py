"""Words with one typing error."""

from dataclasses import dataclass

from flows.wording.neighbours import Neighbours

SHORTEST = 5
"""Letters from which on a word may hold an error."""
LONGEST = 24


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows words with an error in them.

    Attributes:
        shortest: Letters of the shortest word that is known.
        known: The words.
    """

    shortest: int
    known: Neighbours

    def meant(self, typed: str) -> tuple[str, ...]:
        """The known words one error away: a letter too many, too few, wrong, or two in turn.

        Those that begin as it does; where there are none, those whose first letter holds a likely
        error. Empty for a shorter word, and where none is found.
        """
        if not self.shortest - 1 <= len(typed) <= LONGEST:
            return ()
        near = [each for each in self.known.near(typed) if may_mean(typed, each)]
        return tuple(each for each in near if each[0] == typed[0]) or tuple(near)


def may_mean(typed: str, meant: str) -> bool:
    """Whether one error tells these apart, in the first letter only a likely one."""
    return one_error(typed, meant) and (typed[0] == meant[0] or _first_slipped(typed, meant))


def _first_slipped(typed: str, meant: str) -> bool:
    """Whether a first letter is gone, stands second, or was hit beside its key."""
    if len(typed) < len(meant):
        return typed == meant[1:]
    if typed[1:] == meant[1:]:
        return keys_touch(typed[0], meant[0]) or not typed.isascii()
    return typed[:2] == meant[1::-1] and len(typed) == len(meant)


def one_error(typed: str, meant: str) -> bool:
    """Whether one letter too many, too few, wrong, or two in turn tells these apart."""
    if len(typed) < len(meant):
        return one_error(meant, typed)
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), len(meant))
    if len(typed) > len(meant):
        return typed[at + 1 :] == meant[at:]
    if typed[at + 1 :] == meant[at + 1 :]:
        return True
    return typed[at : at + 2] == meant[at : at + 2][::-1] and typed[at + 2 :] == meant[at + 2 :]


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACES = {key: (row, at) for row, keys in enumerate(_ROWS) for at, key in enumerate(keys)}


def keys_touch(one: str, other: str) -> bool:
    """Whether two letters lie beside each other on a Latin keyboard."""
    if one not in _PLACES or other not in _PLACES:
        return False
    (row, at), (other_row, other_at) = _PLACES[one], _PLACES[other]
    if row == other_row:
        return abs(at - other_at) == 1
    upper, lower = (at, other_at) if row < other_row else (other_at, at)
    return abs(row - other_row) == 1 and upper - lower in {0, 1}
