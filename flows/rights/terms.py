"""How long things are kept, as the privacy notice says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """Spans after which something is deleted by itself.

    Attributes:
        talk_days: After a talk nobody knows any more whose it was.
        rest_days: After it the talk itself, of nobody, is gone.
        idle_days: After the last visit the person is.
    """

    talk_days: int = 2
    rest_days: int = 7
    idle_days: int = 90


TERMS = Terms()
