"""A real mail server on this machine, whose answers tests choose."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

OK = "250 OK"


@dataclass
class PostOffice:
    """What arrived, and what is said instead of OK.

    Attributes:
        port: Where it listens.
        letters: Mails taken, oldest first.
        says: The answer by the step of SMTP: "MAIL", "RCPT", "DATA".
        hangs_up: At this step the connection breaks: before the text ("RCPT"), or after it was
            taken and before anybody is told ("DATA").
        account: What a sender must know to get in.
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    hangs_up: str = ""
    calls: int = 0
    account: tuple[bytes, bytes] = (b"bot", b"geheim")

    def newest(self) -> EmailMessage:
        """The last mail taken."""
        return self.letters[-1]

    def texts(self) -> list[str]:
        """What the mails say."""
        return [each.get_content().replace("\r\n", "\n") for each in self.letters]

    async def handle_MAIL(  # noqa: N802  aiosmtpd's names
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _more: list[str]
    ) -> str:
        self.calls += 1
        envelope.mail_from = address
        return self._answer("MAIL", server)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _more: list[str]
    ) -> str:
        answer = self._answer("RCPT", server)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        answer = self.says.get("DATA", OK)
        if answer == OK:
            assert isinstance(envelope.content, bytes)
            letter = message_from_bytes(envelope.content, _class=EmailMessage, policy=default)
            self.letters.append(letter)
            self.recipients += envelope.rcpt_tos
        return self._answer("DATA", server)

    def _answer(self, step: str, server: SMTP) -> str:
        if self.hangs_up == step and server.transport is not None:
            server.transport.close()
        return self.says.get(step, OK)

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _how: str, who: Any) -> Any:
        """Let the account in."""
        return AuthResult(success=(who.login, who.password) == self.account, handled=False)


@asynccontextmanager
async def post_office(
    *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
) -> AsyncIterator[PostOffice]:
    """Serve beside the block; without a context in the clear."""
    office = PostOffice()

    def session() -> SMTP:
        return SMTP(
            office,
            hostname="post.example",
            loop=asyncio.get_running_loop(),
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=office.authenticate if starttls else None,
        )

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0, ssl=tls)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()
        await server.wait_closed()
