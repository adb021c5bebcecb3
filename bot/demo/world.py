"""Everything the server knows, in one place; the methods and the people work on it."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.demo.calls import number_of
from bot.demo.chats import Chats, Content, Message, User
from bot.demo.clock import DemoClock
from bot.demo.files import Files
from bot.demo.flood import Flood
from bot.demo.replies import BLOCKED, DEACTIVATED, NEVER_STARTED, Json, bad_request, forbidden
from bot.demo.updates import Updates


@dataclass(frozen=True, slots=True)
class Settings:
    """What is fixed for the life of a server.

    Attributes:
        answer_window: Real seconds in which a press can be answered.
        patience: Longest wait for the bot to become idle, real seconds.
        flood: Whether sending too fast is answered with 429.
        first_update: None for a random one, so that a bot whose database outlives the server
            never sees a number twice.
    """

    token: str = "700000001:demo"  # noqa: S105
    first_name: str = "Inloop"
    username: str = "inloop_demo_bot"
    answer_window: float = 15.0
    patience: float = 20.0
    flood: bool = False
    first_message: int = 1
    first_update: int | None = None

    def bot(self) -> Json:
        """The bot as a `User` of the Bot API."""
        number = self.token.partition(":")[0]
        return {
            "id": int(number) if number.isdigit() else 1,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }


@dataclass(slots=True)
class Profile:
    """What the bot has told about itself; the language "" is for all."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def text(self, what: str, language: str) -> str:
        """A text in a language, or else the one for all."""
        return self.texts.get((what, language)) or self.texts.get((what, ""), "")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates go; an empty url means getUpdates."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40


@dataclass(frozen=True, slots=True)
class Query:
    """A press that waits for its answer; `opened` is monotonic time."""

    user_id: int
    opened: float


class World:
    """The state of one server with one bot."""

    def __init__(
        self,
        clock: DemoClock,
        settings: Settings | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings or Settings()
        self.clock = clock
        self.signal = clock.signal
        self.monotonic = monotonic
        self.chats = Chats(self.settings.first_message)
        first = self.settings.first_update
        self.updates = Updates(secrets.randbelow(10**8) + 10**8 if first is None else first)
        self.files = Files()
        self.profile = Profile(texts={("name", ""): self.settings.first_name})
        self.queries: dict[str, Query] = {}
        self.webhook = Webhook()
        self.flood = Flood()
        self.webhook_error: tuple[int, str] | None = None
        self._presses = 0

    def next_query(self) -> int:
        """A number no press had before."""
        self._presses += 1
        return self._presses

    def unix(self) -> int:
        """The demo's time as the Bot API writes it."""
        return int(self.clock.now().timestamp())

    def user_of(self, chat_id: str) -> User:
        """The person behind a chat_id, whether or not reachable.

        Raises:
            ApiError: It is missing or nobody has it.
        """
        if not chat_id:
            raise bad_request("chat_id is empty")
        user = self.chats.user(number_of(chat_id))
        if user is None:
            raise bad_request("chat not found")
        return user

    def reachable(self, chat_id: str) -> User:
        """The person behind a chat_id, when the bot may write.

        Raises:
            ApiError: Also when blocked, gone or never started.
        """
        user = self.user_of(chat_id)
        if user.deactivated:
            raise forbidden(DEACTIVATED)
        if not user.started:
            raise forbidden(NEVER_STARTED)
        if user.blocked:
            raise forbidden(BLOCKED)
        return user

    def say(self, user: User, content: Content) -> Message:
        """A message of the bot."""
        return self.chats.add(user, content, at=self.clock.now(), from_bot=True)

    def idle(self) -> bool:
        """Whether every update is finished."""
        self.updates.forget_expired(self.clock.now())
        return not self.updates
