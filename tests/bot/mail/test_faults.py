"""A worker with a mail address needs a mail server, a page, and an address of the own."""

from pathlib import Path

import pytest

from bot.config import ConfigError, Fault, load
from tests.bot.config_text import GOOD, line_of, write

EMAIL = 'email = "fatima@inloop.example"'
MAIL = '\n[mail]\nhost = "smtp.inloop.example"\nsender = "bot@inloop.example"\n'
WEB = '\n[web]\npublic_url = "https://inloop.example/mail/"\n'
JEROEN = '\n[[workers]]\nid = "jeroen"\nname = "Jeroen"\nprovider = "zeilvast"\n'


def with_email(more: str) -> str:
    return GOOD.replace('name = "Fatima"', f'name = "Fatima"\n{EMAIL}') + more


def refused(folder: Path, text: str, **environ: str) -> list[Fault]:
    with pytest.raises(ConfigError) as caught:
        load(write(folder, text), environ)
    return caught.value.faults


def test_with_both_tables_a_mail_address_is_sound(tmp_path: Path) -> None:
    config = load(write(tmp_path, with_email(MAIL + WEB)), {})
    assert config.mail is not None
    assert config.web is not None
    assert (config.mail.port, config.mail.security, config.mail.user) == (587, "starttls", None)
    assert config.web.public_url == "https://inloop.example/mail"
    assert (config.web.host, config.web.port) == ("127.0.0.1", 8081)


@pytest.mark.parametrize(
    ("more", "missing"),
    [("", ["[mail]", "[web]"]), (MAIL, ["[web]"]), (WEB, ["[mail]"])],
)
def test_each_missing_table_is_told_at_the_address(
    tmp_path: Path, more: str, missing: list[str]
) -> None:
    text = with_email(more)
    faults = refused(tmp_path, text)
    assert [each.what.rpartition(" ")[2] for each in faults] == missing
    for each, table in zip(faults, missing, strict=True):
        assert (each.where, each.line) == ("workers[0].email", line_of(text, "email"))
        assert each.remedy.startswith(f"add {table}")


def test_a_table_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    faults = refused(tmp_path, with_email(WEB + MAIL.replace("sender", "from")))
    assert [each.where for each in faults] == ["mail.sender", "mail.from"]


def test_two_workers_with_one_address_are_refused(tmp_path: Path) -> None:
    text = with_email(JEROEN + 'email = "Fatima@INLOOP.example"\n' + MAIL + WEB)
    [fault] = refused(tmp_path, text)
    assert fault.where == "workers[1].email"
    assert '"fatima" has the same mail address' in fault.what


def test_both_tables_may_stand_in_the_environment(tmp_path: Path) -> None:
    config = load(
        write(tmp_path, with_email("")),
        {
            "INLOOP_MAIL__HOST": "127.0.0.1",
            "INLOOP_MAIL__SECURITY": "none",
            "INLOOP_MAIL__SENDER": "bot@inloop.example",
            "INLOOP_MAIL__USER": "bot",
            "INLOOP_MAIL__PASSWORD": "geheim",
            "INLOOP_WEB__PUBLIC_URL": "http://127.0.0.1:8081",
        },
    )
    assert config.mail is not None
    assert config.mail.security == "none"
    assert "geheim" not in repr(config)


def test_without_mail_addresses_neither_table_is_needed(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD), {})
    assert (config.mail, config.web) == (None, None)
