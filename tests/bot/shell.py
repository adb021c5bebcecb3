"""A folder in which commands are given, in this process."""

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from bot.cli import main
from tests.bot.processes import Ended
from tests.databases import fresh_sqlite
from tests.town import write_key


@dataclass
class Shell:
    """A folder with a config in which commands are given, in this process."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: str, **settings: str) -> Ended:
        """Give a command."""
        with self.monkeypatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(sys, "argv", ["inloop", *words])
            for name, value in settings.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = self.capture.readouterr()
        return Ended(ended.value.code if isinstance(ended.value.code, int) else 0, out, err)

    def content(self) -> dict[str, str]:
        """Every file with a digest of what is in it."""
        return {
            str(each.relative_to(self.folder)): sha256(each.read_bytes()).hexdigest()
            for each in sorted(self.folder.rglob("*"))
            if each.is_file()
        }


def used_database(shell: Shell) -> Path:
    """A database that knows its key."""
    fresh_sqlite(shell.folder)
    write_key(shell.folder / "keys" / "inloop.key")
    assert shell("invite", "worker", "fatima", INLOOP_TELEGRAM__USERNAME="inloop_bot").code == 0
    return shell.folder / "inloop.db"


def refused_everywhere(shell: Shell, sentence: str) -> None:
    """Every command that needs the database says this one sentence, and changes nothing."""
    before = shell.content()
    settings = {"INLOOP_TELEGRAM__USERNAME": "inloop_bot"}
    for words in (["run"], ["invite", "worker", "fatima"], ["digest", "--week", "2026-W47"]):
        assert sentence in shell(*words, **settings).sentence
    checked = shell("check")
    assert (checked.code, sentence in checked.out) == (1, True)
    assert shell.content() == before
