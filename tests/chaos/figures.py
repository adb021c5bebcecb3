"""What is counted, and what of it must be nought."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.sender import MOST_DEATHS
from tests.chaos.place import LEAD, Talk


@dataclass
class Figures:
    """What came of it.

    Attributes:
        deaths: Kills by step.
        hits: Kills that hit a notice between claim and settled.
        faults: By kind.
        due: Reminders of people who can be reached; `lost` never arrived, `late` after the start.
        given_up: Never arrived, and as many senders died at it as may.
        ends: How the lost ones ended in the outbox: state and reason.
        twice: Came once more, by a kill that hit it.
        repeated: Came once more after an answer that was dropped.
        too_often: Came once more than either explains.
        longest: How long one was on its way, by the clock of the people.
        confirmed: Bookings that a person saw; `missing` are not in the database.
    """

    deaths: Counter[str] = field(default_factory=Counter)
    hits: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    due: int = 0
    lost: int = 0
    given_up: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    late: int = 0
    twice: int = 0
    repeated: int = 0
    too_often: int = 0
    longest: timedelta = timedelta()
    confirmed: int = 0
    missing: int = 0
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        """All of them."""
        return self.deaths.total()

    def reminded(self, talk: Talk, told: list[datetime], hits: int, silenced: int) -> None:
        """Count what one person heard of one talk.

        Args:
            talk: Of somebody who can be reached.
            told: When the reminder arrived, each time.
            hits: Kills of a sender that had it in hand.
            silenced: Times that it arrived and the answer was dropped.
        """
        self.due += 1
        if not told:
            self.lost += hits < MOST_DEATHS
            self.given_up += hits >= MOST_DEATHS
            return
        self.late += sum(at >= talk.start for at in told)
        self.longest = max(self.longest, told[0] - (talk.start - LEAD))
        more = len(told) - 1
        after_silence = min(more, silenced)
        self.repeated += after_silence
        self.twice += more - after_silence
        self.too_often += max(0, more - after_silence - hits)

    def faulty(self) -> list[str]:
        """What was promised and did not hold."""
        ends = ", ".join(f"{end} {times}" for end, times in sorted(self.ends.items()))
        held: Mapping[str, bool] = {
            f"{self.lost} reminders lost: {ends}": not self.lost,
            f"{self.late} reminders after the start": not self.late,
            f"{self.too_often} reminders twice without a reason": not self.too_often,
            f"{self.twice} reminders twice by {self.hits} kills": self.twice <= self.hits,
            f"{self.missing} bookings lost": not self.missing,
            "nothing was due": self.due > 0,
        }
        return [said for said, holds in held.items() if not holds]
