"""How long things are kept, as the privacy notice says it."""

from dataclasses import dataclass
from math import ceil

from flows.policy import PrivacyLimits


@dataclass(frozen=True, slots=True)
class Terms:
    """Spans after which something is deleted by itself.

    Attributes:
        talk_days: After a talk nobody knows any more whose it was.
        rest_days: After it the talk itself, of nobody, is gone.
        idle_days: After the last visit the person is.
    """

    talk_days: int
    rest_days: int
    idle_days: int


def terms_of(limits: PrivacyLimits) -> Terms:
    """The spans of a config, in whole days, rounded up."""
    return Terms(ceil(limits.link_hours / 24), limits.talk_days, limits.idle_days)
