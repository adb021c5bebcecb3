"""One mail to one person over SMTP, step by step, so that it is known how far it came."""

import asyncio
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP as WIRE

from aiosmtplib import SMTP, SMTPException

from bot.config_tables import Mail
from bot.delivery.carrier import Carried, Fate
from bot.mail.errors import classify

STEP, WHOLE, GOODBYE = 10.0, 20.0, 2.0
"""Seconds for one answer of the server, for all of them, and for its goodbye."""


async def post(
    mail: Mail, recipient: str, message: EmailMessage, tls: ssl.SSLContext | None = None
) -> Carried:
    """Hand a mail to the server.

    Args:
        mail: The server.
        recipient: A plain address.
        message: Complete.
        tls: Whom to trust; None for those whom the machine trusts.
    """
    client, begun = _client(mail, tls), False
    try:
        async with asyncio.timeout(WHOLE):
            await client.connect()
            await client.mail(mail.sender)
            await client.rcpt(recipient)
            begun = True
            await client.data(message.as_bytes(policy=WIRE))
    except (SMTPException, OSError) as error:
        return classify(error, begun=begun)
    else:
        with suppress(SMTPException, OSError):
            await client.quit(timeout=GOODBYE)
    finally:
        client.close()
    return Carried(Fate.SENT, "sent")


def _client(mail: Mail, tls: ssl.SSLContext | None) -> SMTP:
    return SMTP(
        hostname=mail.host,
        port=mail.port,
        username=mail.user,
        password=mail.password.get_secret_value() if mail.password else None,
        local_hostname=mail.sender.rpartition("@")[2],
        timeout=STEP,
        use_tls=mail.security == "tls",
        start_tls=mail.security == "starttls",
        tls_context=tls,
    )
