"""What each answer of a mail server means, and what silence means."""

from ssl import SSLCertVerificationError

import pytest
from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPConnectResponseError,
    SMTPConnectTimeoutError,
    SMTPDataError,
    SMTPException,
    SMTPHeloError,
    SMTPReadTimeoutError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from bot.delivery.carrier import Carried, Fate
from bot.mail.errors import LATER, classify

WHO = "fatima@inloop.example"

BEFORE: list[tuple[Exception, Carried]] = [
    (SMTPRecipientRefused(550, "5.1.1 no such user", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(550, "no such user", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(551, "moved", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(553, "bad name", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(554, "5.1.10 nobody", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(550, "5.2.1 disabled", WHO), Carried(Fate.GONE, "no-mailbox")),
    (SMTPRecipientRefused(552, "5.2.2 full", WHO), Carried(Fate.REFUSED, "mail-refused")),
    (
        SMTPRecipientRefused(550, "5.7.1 relaying denied", WHO),
        Carried(Fate.REFUSED, "mail-refused"),
    ),
    (SMTPRecipientRefused(554, "no", WHO), Carried(Fate.REFUSED, "mail-refused")),
    (SMTPRecipientRefused(451, "4.7.1 greylisted", WHO), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPRecipientRefused(421, "closing", WHO), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPSenderRefused(550, "who?", "x"), Carried(Fate.NOT_SENT, "sender-refused", LATER)),
    (SMTPAuthenticationError(535, "no"), Carried(Fate.NOT_SENT, "account", LATER)),
    (SMTPHeloError(550, "no"), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPResponseException(-1, "garbage"), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPConnectError("nobody"), Carried(Fate.NOT_SENT, "no-connection")),
    (SMTPConnectResponseError(421, "busy"), Carried(Fate.NOT_SENT, "no-connection")),
    (SMTPConnectTimeoutError("slow"), Carried(Fate.NOT_SENT, "no-connection")),
    (SMTPServerDisconnected("gone"), Carried(Fate.NOT_SENT, "no-connection")),
    (SMTPException("no STARTTLS"), Carried(Fate.NOT_SENT, "no-connection")),
    (SSLCertVerificationError("self-signed"), Carried(Fate.NOT_SENT, "no-connection")),
    (TimeoutError(), Carried(Fate.NOT_SENT, "no-connection")),
]
AFTER: list[tuple[Exception, Carried]] = [
    (SMTPDataError(554, "spam"), Carried(Fate.REFUSED, "mail-refused")),
    (SMTPDataError(452, "disk full"), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPDataError(421, "closing"), Carried(Fate.NOT_SENT, "not-now", LATER)),
    (SMTPServerDisconnected("gone"), Carried(Fate.UNKNOWN, "no-answer")),
    (SMTPReadTimeoutError("slow"), Carried(Fate.UNKNOWN, "no-answer")),
    (SMTPResponseException(-1, "garbage"), Carried(Fate.UNKNOWN, "no-answer")),
    (TimeoutError(), Carried(Fate.UNKNOWN, "no-answer")),
    (ConnectionResetError(), Carried(Fate.UNKNOWN, "no-answer")),
]


@pytest.mark.parametrize(("error", "carried"), BEFORE, ids=lambda each: repr(each)[:50])
def test_before_the_text_nothing_was_sent(error: Exception, carried: Carried) -> None:
    assert classify(error, begun=False) == carried


@pytest.mark.parametrize(("error", "carried"), AFTER, ids=lambda each: repr(each)[:50])
def test_after_the_text_only_a_plain_answer_says_what_became_of_it(
    error: Exception, carried: Carried
) -> None:
    assert classify(error, begun=True) == carried
