"""A browser for the tests of the chat page; `python -m tests.browser` makes sure there is one."""

import os
import shutil
import subprocess
import sys

from playwright.async_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-color-emoji")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)


def find_browser() -> str | None:
    """The path of a Chromium that is installed here; None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def must_have_browser() -> bool:
    """Whether a missing browser is a failure rather than a skipped test."""
    return os.environ.get("CI") == "true"


async def launch(playwright: Playwright, path: str) -> Browser:
    """Start a browser without a window; Playwright gives it a profile of its own."""
    sandbox = ["--no-sandbox"] if _is_root() else []
    return await playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])


def main() -> int:
    """Install a browser when it is missing and that may be done here.

    Returns:
        1 when there is none in the end and the environment says CI=true, else 0.
    """
    if find_browser() is None and _is_root() and shutil.which("apt-get"):
        _install()
    if find_browser() is not None:
        return 0
    sys.stderr.write(
        "No Chromium found, so the chat page goes untested: "
        f"as root, run apt-get install {' '.join(PACKAGES)}.\n"
    )
    return int(must_have_browser())


def _install() -> None:
    """What goes wrong here shows in apt-get's own words; the caller looks at what came of it."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *PACKAGES]):
        subprocess.run(["apt-get", *command], check=False, env=environment)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
