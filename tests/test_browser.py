"""What is said, and how it ends, where there is no browser and none may be installed."""

import pytest

from tests import browser


@pytest.fixture
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no program is found."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.usefixtures("_bare")
def test_without_a_browser_one_sentence_says_how_to_get_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert browser.find_browser() is None
    assert browser.main() == 0
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "apt-get install chromium fonts-noto-core fonts-noto-color-emoji" in said


@pytest.mark.usefixtures("_bare")
def test_a_build_fails_without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert browser.main() == 1
