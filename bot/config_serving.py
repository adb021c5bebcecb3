"""The tables of config.toml that say where the bot listens, and how it writes its log."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr

from flows.policy import Section

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_HOOK_PORTS = {None, 443, 80, 88, 8443}
_LISTEN = r"^[A-Za-z0-9.:-]{1,253}$"
_LISTEN_WORDS = 'the address to listen on, such as "127.0.0.1"'


def web_host(url: str) -> str | None:
    """The host of a web address; None for anything else."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return None
    return host if parts.scheme in {"http", "https"} else None


def require_sealed(url: str, otherwise: str) -> None:
    """Do nothing when what goes to a web address is read by nobody on the way.

    Args:
        url: An https address, or one on this machine.
        otherwise: What another one would do, as a refusal says it.

    Raises:
        ValueError: It is neither.
    """
    host = web_host(url)
    if not host:
        raise ValueError("should be an address that begins with https://")
    if urlsplit(url).scheme == "http" and host not in LOOPBACK:
        raise ValueError(f"would {otherwise} unencrypted over the network")


def _public_url(url: str) -> str:
    require_sealed(url, "carry links")
    if not re.fullmatch(r"[A-Za-z0-9:/._~\[\]-]+", url):
        raise ValueError("should be an address without a name, a question or spaces")
    return url.rstrip("/")


class Web(Section):
    """[web]: the pages behind links in mail, and under which address people reach them."""

    public_url: Annotated[str, AfterValidator(_public_url)] = Field(
        description='an https address that leads to this server, such as "https://inloop.example"'
    )
    host: str = Field(default="127.0.0.1", pattern=_LISTEN, description=_LISTEN_WORDS)
    port: int = Field(default=8081, ge=0, le=65535, description="a port, 1-65535; 0: any")


def _hook_url(url: str) -> str:
    url = _public_url(url)
    parts = urlsplit(url)
    if parts.hostname not in LOOPBACK and parts.port not in _HOOK_PORTS:
        raise ValueError("should have port 443, 80, 88 or 8443, for Telegram calls no other")
    return url


def _hook_secret(secret: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
        raise ValueError("should be 16 to 256 letters, digits, hyphens and underscores")
    return secret


class Webhook(Section):
    """[webhook]: Telegram brings the updates; without this table the bot fetches them."""

    url: Annotated[str, AfterValidator(_hook_url)] = Field(
        description="an https address that leads to this server, and a path of its own"
    )
    secret: Annotated[SecretStr, AfterValidator(_hook_secret)] = Field(
        description="16 to 256 letters and digits, or set INLOOP_WEBHOOK__SECRET"
    )
    host: str = Field(default="127.0.0.1", pattern=_LISTEN, description=_LISTEN_WORDS)
    port: int = Field(default=8082, ge=0, le=65535, description="a port, 1-65535; 0: any")
    connections: int = Field(
        default=40, ge=1, le=100, description="updates that Telegram brings at once, 1-100"
    )

    @property
    def path(self) -> str:
        """The path of the address, at which the bot listens too."""
        return urlsplit(self.url).path or "/"


class Health(Section):
    """[health]: where the operator's machines ask how the bot is."""

    host: str = Field(default="127.0.0.1", pattern=_LISTEN, description=_LISTEN_WORDS)
    port: int = Field(default=8083, ge=0, le=65535, description="a port, 1-65535; 0: any")


class Logs(Section):
    """[logs]: how the log is written."""

    format: Literal["text", "json"] = Field(default="text", description='"text" or "json"')
