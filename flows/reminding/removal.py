"""Taking a message of the bot away, as one more thing that is due."""

from datetime import datetime

from flows.model import CAN_BE_TAKEN_AWAY, MessageId, Notice, NoticeKind, PersonId
from flows.steps import Home


def removal(person: PersonId, message: MessageId, at: datetime) -> Notice:
    """Take a message away at a moment, whatever happens until then."""
    return Notice(
        dedup_key=f"vanish:{person}:{message}",
        kind=NoticeKind.VANISH,
        person=person,
        step=Home().pack(),
        due_at=at,
        expires_at=at + CAN_BE_TAKEN_AWAY,
        message=message,
    )
