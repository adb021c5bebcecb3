"""One call of a Bot API method: its parameters read as types, and the log of all calls."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.demo.replies import ApiError, Json, Upload, bad_request

KEPT_CALLS = 100_000
LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its raw parameters, as they stood in the form."""

    method: str
    params: Mapping[str, str]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty when it is missing."""
        return self.params.get(name, "")

    def flag(self, name: str) -> bool:
        """A boolean, in the spellings Telegram takes for true."""
        return self.params.get(name, "").strip().lower() in {"true", "yes", "1"}

    def integer(self, name: str, otherwise: int, low: int, high: int) -> int:
        """A whole number, drawn to the nearest bound when outside, as Telegram does."""
        try:
            number = int(self.params.get(name, ""))
        except ValueError:
            number = otherwise
        return max(low, min(high, number))

    def parsed(self, name: str, what: str) -> object:
        """A parameter that holds JSON; None when it is missing or empty.

        Raises:
            ApiError: It is no JSON; `what` names it in the sentence.
        """
        raw = self.params.get(name, "")
        if not raw:
            return None
        try:
            value: object = json.loads(raw)
        except ValueError as broken:
            raise bad_request(f"can't parse {what} JSON object") from broken
        return value

    def for_log(self) -> dict[str, str]:
        """The parameters with files reduced to name and size."""
        files = {
            name: f"file {file.file_name}, {len(file.content)} bytes"
            for name, file in self.files.items()
        }
        return {**self.params, **files}


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """A call that was answered; `at` is the demo's time, `n` counts from 0."""

    n: int
    method: str
    params: dict[str, str]
    status: int
    at: str

    def json(self) -> Json:
        """As `GET /sim/calls` shows it."""
        return {
            "n": self.n,
            "method": self.method,
            "params": self.params,
            "status": self.status,
            "at": self.at,
        }


class CallLog:
    """Every call in the order in which it took effect; the oldest are forgotten one day."""

    def __init__(self) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=KEPT_CALLS)
        self.next = 0

    def add(self, call: Call, status: int, at: str) -> None:
        """Note one answered call."""
        self._calls.append(LoggedCall(self.next, call.method, call.for_log(), status, at))
        self.next += 1

    def since(self, n: int) -> list[LoggedCall]:
        """Calls numbered `n` and higher, oldest first."""
        return [call for call in self._calls if call.n >= n]


def number_of(text: str) -> int:
    """A positive whole number in plain digits; 0 for everything else."""
    plain = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if plain else 0


def object_of(value: object, error: ApiError) -> Json:
    """A value that has to be a JSON object.

    Raises:
        ApiError: It is not; the error that was given.
    """
    if not isinstance(value, dict):
        raise error
    return value


def as_params(values: Json) -> dict[str, str]:
    """A JSON object as the parameters of a form: texts as they are, the rest as JSON."""
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in values.items()
        if value is not None
    }
