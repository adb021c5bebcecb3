"""The one place that decides what an error on the way to a mail server means.

What matters is when it came: before the text of the mail was handed over nothing can have been
sent; after that only a plain answer of the server says so.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.delivery.carrier import Carried, Fate

LATER = timedelta(minutes=5)
"""After a "not now" of the server, and what its operator must mend: servers that make strangers
wait ask for about this long."""
_PERMANENT = 500
_NOBODY = {550, 551, 553}
"""Replies to a recipient without a better word: no such mailbox. Source: RFC 5321, 4.2.3."""
_ENHANCED = re.compile(r"5\.(\d{1,3})\.(\d{1,3})\b")
_ADDRESS, _MAILBOX_OFF = "1", ("2", "1")
"""The subject "address", and a mailbox that takes nothing any more. Source: RFC 3463, 3.2, 3.3."""
_UNSENT: Mapping[type[Exception], tuple[str, timedelta | None]] = {
    SMTPConnectError: ("no-connection", None),
    SMTPAuthenticationError: ("account", LATER),
    SMTPSenderRefused: ("sender-refused", LATER),
    SMTPResponseException: ("not-now", LATER),
    Exception: ("no-connection", None),
}
"""Before the text was handed over; the first one that fits, from narrow to wide."""


def classify(error: Exception, *, begun: bool) -> Carried:
    """What an error means for one mail to one person.

    Args:
        error: An `aiosmtplib.SMTPException` or an `OSError`.
        begun: The text of the mail was being handed over.
    """
    if isinstance(error, SMTPRecipientRefused):
        return _of_recipient(error)
    if isinstance(error, SMTPDataError):
        return _of_text(error)
    if begun:
        return Carried(Fate.UNKNOWN, "no-answer")
    reason, wait = next(what for kind, what in _UNSENT.items() if isinstance(error, kind))
    return Carried(Fate.NOT_SENT, reason, wait)


def _of_text(error: SMTPDataError) -> Carried:
    if error.code < _PERMANENT:
        return Carried(Fate.NOT_SENT, "not-now", LATER)
    return Carried(Fate.REFUSED, "mail-refused")


def _of_recipient(error: SMTPRecipientRefused) -> Carried:
    """Nobody there any more, or something that says nothing about the person."""
    if error.code < _PERMANENT:
        return Carried(Fate.NOT_SENT, "not-now", LATER)
    enhanced = _ENHANCED.match(error.message)
    if enhanced is None:
        gone = error.code in _NOBODY
    else:
        gone = enhanced[1] == _ADDRESS or enhanced.groups() == _MAILBOX_OFF
    return Carried(Fate.GONE, "no-mailbox") if gone else Carried(Fate.REFUSED, "mail-refused")
