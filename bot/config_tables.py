"""The tables of config.toml as models; config.example.toml names every key of them."""

import re
from datetime import time
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo

from bot.config_serving import (
    LOOPBACK,
    Health,
    Logs,
    Web,
    Webhook,
    require_sealed,
    web_host,
)
from flows.policy import Limits, PrivacyLimits, Section, not_empty
from flows.programme import (
    About,
    Closure,
    Coordinator,
    DigestPlan,
    Email,
    Programme,
    Provider,
    Schedule,
    School,
    Worker,
)

KINDS = ("providers", "schools", "workers", "schedules", "closures", "coordinators")
"""The lists of tables that make up a programme."""
_SQLITE, _POSTGRESQL = "sqlite+aiosqlite:///", "postgresql+asyncpg://"


def is_here(address: str) -> bool:
    """Whether a web address is on this machine."""
    return web_host(address) in LOOPBACK


def _token(token: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token.get_secret_value()):
        raise ValueError("should be a number, a colon, and letters and digits")
    return token


def _base_url(url: str) -> str:
    require_sealed(url, "send the token")
    return url


def _folder(info: ValidationInfo) -> Path:
    return Path((info.context or {}).get("folder", "."))


def _database(url: str, info: ValidationInfo) -> str:
    if url.startswith(_POSTGRESQL):
        return _server(url)
    if not url.startswith(_SQLITE) or url == _SQLITE or url.startswith(f"{_SQLITE}:memory:"):
        raise ValueError("should name a file or a PostgreSQL server, with its asyncio driver")
    return f"{_SQLITE}{_folder(info) / url.removeprefix(_SQLITE)}"


def file_of(url: str) -> Path | None:
    """The file of an embedded database; None for a server."""
    is_file = url.startswith(_SQLITE)
    return Path(url.removeprefix(_SQLITE).partition("?")[0]) if is_file else None


def _server(url: str) -> str:
    """An address of PostgreSQL; never repeated in a fault, for it may hold a password."""
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError:
        raise ValueError("should have a number as its port") from None
    if not parts.path.strip("/"):
        raise ValueError("should name a database after the host")
    if "sslmode" in parse_qs(parts.query):
        raise ValueError("should say ssl=… in place of sslmode=…")
    return url


def _beside(file: Path, info: ValidationInfo) -> Path:
    return _folder(info) / file


def _beside_or_none(file: Path | None, info: ValidationInfo) -> Path | None:
    return None if file is None else _beside(file, info)


class Telegram(Section):
    """[telegram]: the bot's account and how it is reached."""

    token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="the token that BotFather gave, or set INLOOP_TELEGRAM__TOKEN"
    )
    base_url: Annotated[str, AfterValidator(_base_url)] = Field(
        default="https://api.telegram.org/bot",
        description="the https address of the Bot API, up to where the token follows",
    )
    transport: Literal["aiohttp", "httpx"] = Field(
        default="aiohttp", description='"aiohttp" or "httpx"'
    )
    connections: int = Field(
        default=64, ge=1, le=512, description="calls to Telegram at the same time, 1-512"
    )
    username: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z][A-Za-z0-9_]{4,31}$",
        description="the bot's name in links, without the @",
    )


class Database(Section):
    """[database]: where appointments live. A relative file lies beside config.toml."""

    url: Annotated[str, AfterValidator(_database)] = Field(
        default=f"{_SQLITE}inloop.db",
        validate_default=True,
        repr=False,
        description=f'an address, such as "{_SQLITE}inloop.db" or "{_POSTGRESQL}…"',
    )

    @property
    def file(self) -> Path | None:
        """The file of an embedded database; None for a server."""
        return file_of(self.url)


class Keys(Section):
    """[keys]: what opens personal data. A relative file lies beside config.toml."""

    file: Annotated[Path, AfterValidator(_beside)] = Field(
        default=Path("keys/inloop.key"), validate_default=True, description="the path of a file"
    )
    url: Annotated[str, AfterValidator(_database)] = Field(
        default=f"{_SQLITE}keys/keys.db",
        validate_default=True,
        repr=False,
        description=f'an address, such as "{_SQLITE}keys/keys.db" or "{_POSTGRESQL}…"',
    )


class Backup(Section):
    """[backup]: a copy of the database every night. A relative folder lies beside config.toml."""

    folder: Annotated[Path, AfterValidator(_beside)] = Field(
        description="the path of a folder on another disk"
    )
    keys_folder: Annotated[Path | None, AfterValidator(_beside_or_none)] = Field(
        default=None, description="the path of another folder, for copies of the key store"
    )
    keep: int = Field(default=7, ge=1, le=7, description="how many copies stay, 1-7")
    at: time = Field(default=time(4, 15), description="a time, such as 04:15:00")


def _on_this_machine_or_sealed(security: str, info: ValidationInfo) -> str:
    if security == "none" and info.data.get("host") not in LOOPBACK:
        raise ValueError("would send mail unencrypted over the network")
    return security


def _beside_user(password: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
    if (password is None) is not (info.data.get("user") is None):
        raise ValueError("should stand beside user, or neither")
    return password


class Mail(Section):
    """[mail]: the server that takes mail to workers without Telegram."""

    host: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$|^::1$",
        description='the name of a mail server, such as "smtp.example.org"',
    )
    port: int = Field(default=587, ge=1, le=65535, description="a port, 1-65535")
    user: str | None = Field(
        default=None, min_length=1, max_length=200, description="the account at the mail server"
    )
    password: Annotated[SecretStr | None, AfterValidator(_beside_user)] = Field(
        default=None,
        validate_default=True,
        description="the password of user, or set INLOOP_MAIL__PASSWORD",
    )
    sender: Email = Field(
        description='the address that mail comes from, such as "inloop@example.org"'
    )
    security: Annotated[
        Literal["starttls", "tls", "none"], AfterValidator(_on_this_machine_or_sealed)
    ] = Field(default="starttls", description='"starttls", "tls", or "none" on this machine')


class Config(Section):
    """The whole file; config.example.toml names every key, and a test holds it to that."""

    about: About = Field(alias="programme")
    providers: tuple[Provider, ...] = ()
    schools: Annotated[tuple[School, ...], AfterValidator(not_empty)]
    workers: tuple[Worker, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    closures: tuple[Closure, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    digest: DigestPlan = DigestPlan()
    limits: Limits = Limits()
    privacy: PrivacyLimits = PrivacyLimits()
    telegram: Telegram
    database: Database = Database()
    keys: Keys = Keys()
    backup: Backup | None = None
    mail: Mail | None = None
    web: Web | None = None
    webhook: Webhook | None = None
    health: Health | None = None
    logs: Logs = Logs()

    @property
    def key_store(self) -> str:
        """The address of the key store: unless it is named, on the server of the database."""
        named = "url" in self.keys.model_fields_set or self.database.file is not None
        return self.keys.url if named else self.database.url

    @cached_property
    def programme(self) -> Programme:
        """The programme that the tables describe."""
        tables = {kind: getattr(self, kind) for kind in KINDS}
        return Programme.model_construct(about=self.about, digest=self.digest, **tables)
