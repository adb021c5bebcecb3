"""A page of words and at most one button: the one place where texts of pages become HTML."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from string import Template

from flows.texts import direction

_STYLE = (
    "body{font:1.25rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:32rem;padding:0 1rem}"
    "h1{font-size:1.5rem}button{font:inherit;padding:.75rem 1.5rem}"
)
_PAGE = Template("""<!doctype html>
<html lang="$language" dir="$direction">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main>
<h1>$title</h1>
$rest
</main>
</body>
</html>
""")
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""No script, nothing from elsewhere, nothing kept, and no word to other sites of where one was."""


def page(language: str, lines: Sequence[str], button: str | None = None) -> str:
    """A whole page.

    Args:
        language: Of the words, two letters.
        lines: Plain texts from top to bottom, at least one; the first is the title.
        button: What the one button says, which sends the page's own address back.
    """
    title, *rest = [escape(each) for each in lines]
    parts = [f"<p>{each}</p>" for each in rest]
    if button is not None:
        parts.append(f'<form method="post"><button>{escape(button)}</button></form>')
    return _PAGE.substitute(
        language=escape(language),
        direction=direction(language),
        title=title,
        style=_STYLE,
        rest="\n".join(parts),
    )
