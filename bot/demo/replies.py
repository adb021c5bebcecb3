"""What the server takes in and gives back, and the errors in Telegram's words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly"
    " the same as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
TWO_POLLERS = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
NEVER_STARTED = "bot can't initiate conversation with a user"

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart request."""

    file_name: str
    content: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes over the line.

    Attributes:
        body: JSON, or bytes as they are.
        dropped: The connection is closed without the answer.
    """

    status: int
    body: Json | bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    dropped: bool = False

    def payload(self) -> bytes:
        """The body as bytes; JSON in UTF-8."""
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body, ensure_ascii=False).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Described:
    """A result that carries a description, as those of setWebhook and deleteWebhook do."""

    result: object
    description: str


class ApiError(Exception):
    """A refusal of the Bot API.

    Attributes:
        status: HTTP status and error_code at once.
        description: The whole sentence with its prefix.
        parameters: `retry_after` and the like; empty for most.
    """

    def __init__(self, status: int, text: str = "", parameters: Json | None = None) -> None:
        prefix = _PREFIXES.get(status, "Internal Server Error")
        self.status = status
        self.description = f"{prefix}: {text}" if text else prefix
        self.parameters = parameters or {}
        super().__init__(self.description)

    def reply(self) -> Reply:
        """The envelope Telegram puts around an error."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        headers = {}
        if self.parameters:
            body["parameters"] = self.parameters
        if "retry_after" in self.parameters:
            headers["Retry-After"] = str(self.parameters["retry_after"])
        return Reply(self.status, body, headers)


def bad_request(text: str) -> ApiError:
    """400; the text without its prefix."""
    return ApiError(400, text)


def forbidden(text: str) -> ApiError:
    """403; the text without its prefix."""
    return ApiError(403, text)


def too_many(seconds: int) -> ApiError:
    """429 with its wait."""
    return ApiError(429, f"retry after {seconds}", {"retry_after": seconds})
