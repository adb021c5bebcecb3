"""Delivery by mail: a screen as plain text, with links to what the desk offers today."""

import ssl
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.config_tables import Mail
from bot.delivery.carrier import Carried, Fate
from bot.mail.files import attached
from bot.mail.letter import Envelope, letter
from bot.mail.links import Links, Signer
from bot.mail.offers import offered
from bot.mail.smtp import post
from flows.model import Claimed, NoticeKind
from flows.notices import Ready, Removal
from flows.router import Incoming, Router
from flows.screen import Line
from flows.texts import Texts

REST = timedelta(seconds=30)
"""How long a server that does not answer is left alone: other channels must not wait for it."""
MAILED = {
    NoticeKind.BOOKED,
    NoticeKind.MOVED,
    NoticeKind.CANCELLED,
    NoticeKind.DAYLIST,
    NoticeKind.ASK,
    NoticeKind.DIGEST,
}
"""What helps somebody who can answer by a few links only."""
_NOT_PRESSED = 0
"""In place of an update's number: only shown, nothing is done."""


class Mailer:
    """`bot.delivery.carrier.Carrier`."""

    def __init__(
        self,
        mail: Mail,
        router: Router,
        texts: Texts,
        links: Links | None,
        signer: Signer,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Nothing is sent yet.

        Args:
            mail: The server.
            router: Shows what the desk offers.
            texts: The words.
            links: Makes links; None where there are no pages, and so no workers with mail.
            signer: Numbers mails so that nobody can foresee.
            tls: Whom to trust; None for those whom the machine trusts.
        """
        self._mail = mail
        self._router = router
        self._texts = texts
        self._links = links
        self._signer = signer
        self._tls = tls
        self._rests_until: datetime | None = None

    async def carry(self, claimed: Claimed, ready: Ready) -> Carried:
        """Send one mail, once; a mail that is sent cannot be changed."""
        if ready.edit is not None:
            return Carried(Fate.DROPPED, "mail-stays")
        if claimed.notice.kind not in MAILED:
            return Carried(Fate.DROPPED, "not-mailed")
        now = self._router.now()
        if self._rests_until is not None and now < self._rests_until:
            return Carried(Fate.NOT_SENT, "no-connection", self._rests_until - now)
        links = await self._offered(ready, now)
        files = await attached(ready, self._router, self._texts)
        envelope = self._envelope(claimed, ready, now)
        message = letter(ready.answer, links, self._texts, envelope, files)
        carried = await post(self._mail, ready.address.id, message, self._tls)
        silent = carried.reason in {"no-connection", "no-answer"}
        self._rests_until = now + REST if silent else None
        return carried

    async def take_away(self, _removal: Removal) -> Carried:
        """A mail that is sent stays."""
        return Carried(Fate.DROPPED, "mail-stays")

    async def _offered(self, ready: Ready, now: datetime) -> Mapping[str, Line]:
        """Links to what may be done now, each with its label."""
        person = ready.answer.person
        if person is None or self._links is None or ready.answer.screen.picture is not None:
            return {}
        make = self._links.address
        incoming = Incoming(ready.address, ready.answer.language, _NOT_PRESSED)
        steps = await offered(ready.answer.screen, incoming, self._router)
        return {make(person, step, now): label for step, label in steps.items()}

    def _envelope(self, claimed: Claimed, ready: Ready, now: datetime) -> Envelope:
        programme = self._router.ports.programme
        number = self._signer.sign(f"mail {claimed.notice.dedup_key}").hex()[:32]
        return Envelope(
            name=programme.about.name,
            sender=self._mail.sender,
            recipient=ready.address.id,
            number=number,
            at=now.astimezone(programme.zone),
        )
