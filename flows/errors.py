"""Refusals that a person can act on; `flows.router` turns them into a screen, nobody else does."""

from typing import ClassVar

from flows.packing import Show


class FlowError(Exception):
    """Something cannot be done; `text_id` says so to the person.

    `then` is where to go on from; None leaves it to the step that was refused.
    """

    text_id: ClassVar[str] = "refused-stale"

    def __init__(self, then: Show | None = None) -> None:
        super().__init__()
        self.then = then


class StaleError(FlowError):
    """The button's meaning no longer holds."""

    text_id = "refused-stale"


class ForbiddenError(FlowError):
    """Not of this person, or not for this role; looks like a stale button to a stranger."""

    text_id = "refused-stale"


class NeedsSchoolLinkError(FlowError):
    """Names, rooms and times are for people who came by the school's own link."""

    text_id = "refused-link"


class SlotTakenError(FlowError):
    """Somebody else was first."""

    text_id = "refused-taken"


class SlotGoneError(FlowError):
    """The office hours no longer hold this time, or it is past or too near."""

    text_id = "refused-gone"


class PersonBusyError(FlowError):
    """The person has another talk at that time."""

    text_id = "refused-busy"


class TooManyAheadError(FlowError):
    """As many talks ahead as one person may hold."""

    text_id = "refused-many"


class BannedError(FlowError):
    """This worker takes no bookings of this person for a while."""

    text_id = "refused-banned"


class TooOftenError(FlowError):
    """So often within an hour that it takes something from others."""

    text_id = "refused-often"


class TooLateError(FlowError):
    """The talk has begun, or the time to take back a cancel is over."""

    text_id = "refused-late"


class NotAPhoneNumberError(FlowError):
    """The awaited answer does not look like a phone number."""

    text_id = "refused-phone"


class HoursOverlapError(FlowError):
    """The worker has other hours at that time."""

    text_id = "refused-overlap"


class NoWordsError(FlowError):
    """What was typed is empty, or too long to be a name."""

    text_id = "refused-words"


class StaffCodeError(FlowError):
    """Not the code for the staff of this school."""

    text_id = "refused-code"


class InvitationError(FlowError):
    """Used, expired or never made."""

    text_id = "refused-invitation"


class OwnInvitationError(FlowError):
    """The link was made for somebody else to come along."""

    text_id = "refused-own-link"


class TogetherBusyError(FlowError):
    """Who was asked along has another talk at that time."""

    text_id = "refused-together"


class AlreadyDoneError(Exception):
    """Another replica finished this update first: show what came of it."""


class BusyError(FlowError):
    """The database was held too long by others; nothing changed."""

    text_id = "refused-hold"


class CrossedError(BusyError):
    """Two works waited for each other, and this one gave way; nothing changed: try again."""
