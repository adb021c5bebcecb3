"""One mail over SMTP, to a real server that answers as a test wants."""

import ssl
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.delivery.carrier import Carried, Fate
from bot.mail.errors import LATER
from bot.mail.smtp import post
from tests.bot.mail.desk import FATIMAS, mail_to
from tests.bot.mail.postoffice import post_office

SENT = Carried(Fate.SENT, "sent")


def hello() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Nieuwe afspraak"
    message.set_content("Dag\n.\nTot zo – ✅\n", cte="quoted-printable")
    return message


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate of its own, and a client's that trusts it."""
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = _certified(folder)
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(certificate, key)
    return server, ssl.create_default_context(cafile=str(certificate))


def _certified(folder: Path) -> tuple[Path, Path]:
    key, now = generate_private_key(SECP256R1()), datetime.now(UTC)  # noqa: TID251  TLS asks it too
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "post.example")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    file, key_file = folder / "post.pem", folder / "post.key"
    file.write_bytes(certificate.public_bytes(Encoding.PEM))
    plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    key_file.write_bytes(plain)
    return file, key_file


async def test_a_mail_arrives_as_it_was_written() -> None:
    async with post_office() as office:
        assert await post(mail_to(office.port), FATIMAS, hello()) == SENT
    assert office.texts() == ["Dag\n.\nTot zo – ✅\n"]
    assert office.recipients == [FATIMAS]


@pytest.mark.parametrize(
    ("step", "answer", "carried"),
    [
        ("RCPT", "550 5.1.1 no such user", Carried(Fate.GONE, "no-mailbox")),
        ("RCPT", "550 5.7.1 not by you", Carried(Fate.REFUSED, "mail-refused")),
        ("RCPT", "451 4.7.1 come back later", Carried(Fate.NOT_SENT, "not-now", LATER)),
        ("MAIL", "550 who are you", Carried(Fate.NOT_SENT, "sender-refused", LATER)),
        ("DATA", "554 5.7.1 looks like spam", Carried(Fate.REFUSED, "mail-refused")),
        ("DATA", "452 4.3.1 disk full", Carried(Fate.NOT_SENT, "not-now", LATER)),
    ],
)
async def test_what_the_server_answers_decides(step: str, answer: str, carried: Carried) -> None:
    async with post_office() as office:
        office.says[step] = answer
        assert await post(mail_to(office.port), FATIMAS, hello()) == carried
    assert office.letters == []


async def test_a_connection_lost_before_the_text_sent_nothing() -> None:
    async with post_office() as office:
        office.hangs_up = "RCPT"
        carried = await post(mail_to(office.port), FATIMAS, hello())
    assert carried == Carried(Fate.NOT_SENT, "no-connection")
    assert office.letters == []


async def test_of_a_connection_lost_after_the_text_nobody_knows() -> None:
    async with post_office() as office:
        office.hangs_up = "DATA"
        carried = await post(mail_to(office.port), FATIMAS, hello())
    assert carried == Carried(Fate.UNKNOWN, "no-answer")
    assert len(office.letters) == 1, "it did arrive, but who could tell"


async def test_nobody_listens() -> None:
    async with post_office() as office:
        pass
    carried = await post(mail_to(office.port), FATIMAS, hello())
    assert carried == Carried(Fate.NOT_SENT, "no-connection")


async def test_starttls_seals_the_password_and_the_mail(
    contexts: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    server, client = contexts
    async with post_office(starttls=server) as office:
        mail = mail_to(office.port, security="starttls", user="bot", password="geheim")
        assert await post(mail, FATIMAS, hello(), client) == SENT
    assert office.recipients == [FATIMAS]


async def test_tls_from_the_first_byte(contexts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    server, client = contexts
    async with post_office(tls=server) as office:
        assert await post(mail_to(office.port, security="tls"), FATIMAS, hello(), client) == SENT


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_a_certificate_that_nobody_trusts_sends_nothing(
    contexts: tuple[ssl.SSLContext, ssl.SSLContext], security: str
) -> None:
    server, _ = contexts
    served = {"tls": server} if security == "tls" else {"starttls": server}
    async with post_office(**served) as office:
        carried = await post(mail_to(office.port, security=security), FATIMAS, hello())
    assert carried == Carried(Fate.NOT_SENT, "no-connection")
    assert office.calls == 0


async def test_a_server_that_offers_no_starttls_gets_neither_password_nor_mail() -> None:
    async with post_office() as office:
        mail = mail_to(office.port, security="starttls", user="bot", password="geheim")
        carried = await post(mail, FATIMAS, hello())
    assert carried.fate is Fate.NOT_SENT
    assert office.calls == 0


async def test_a_wrong_password_is_tried_again_later(
    contexts: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    server, client = contexts
    async with post_office(starttls=server) as office:
        mail = mail_to(office.port, security="starttls", user="bot", password="verkeerd")
        carried = await post(mail, FATIMAS, hello(), client)
    assert carried == Carried(Fate.NOT_SENT, "account", LATER)
    assert office.calls == 0
