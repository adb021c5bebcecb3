"""From an answer to the words of a mail: a subject and plain text, nothing sent yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address as Named
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from flows.router import Answer
from flows.screen import Line
from flows.texts import Texts


@dataclass(frozen=True, slots=True)
class File:
    """Something that goes along with a mail.

    Attributes:
        kind: Its media type, such as "image/png".
    """

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything about a mail but its words.

    Attributes:
        name: What people know the programme as.
        sender: A plain address.
        recipient: A plain address.
        number: The same for every try of one notice, and for no other.
        at: The moment, aware.
    """

    name: str
    sender: str
    recipient: str
    number: str
    at: datetime


def letter(
    answer: Answer,
    links: Mapping[str, Line],
    texts: Texts,
    envelope: Envelope,
    files: Sequence[File] = (),
) -> EmailMessage:
    """Put an answer into a mail.

    Args:
        answer: Its first line is the subject.
        links: Web addresses, each with what it does.
        texts: The words.
        envelope: From whom, to whom, when.
        files: What goes along.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _flat(texts.say(answer.language, answer.screen.lines[0]))
    message["From"] = Named(_flat(envelope.name), addr_spec=envelope.sender)
    message["To"] = Named(addr_spec=envelope.recipient)
    message["Date"] = format_datetime(envelope.at)
    message["Message-ID"] = f"<{envelope.number}@{envelope.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday replies, please
    message.set_content(_body(answer, links, texts), cte="quoted-printable")
    message["Content-Language"] = answer.language
    for each in files:
        maintype, _, subtype = each.kind.partition("/")
        message.add_attachment(each.content, maintype=maintype, subtype=subtype, filename=each.name)
    return message


def _body(answer: Answer, links: Mapping[str, Line], texts: Texts) -> str:
    def say(line: Line) -> str:
        return texts.say(answer.language, line)

    parts = ["\n".join(map(say, answer.screen.lines))]
    if links:
        listed = [f"{say(label)}: {address}" for address, label in links.items()]
        parts.append("\n".join([say(Line("mail-links")), *listed]))
    parts.append(say(Line("mail-automatic")))
    return "\n\n".join(parts) + "\n"


def _flat(text: str) -> str:
    """One line: a header holds no more."""
    return " ".join(text.split())
