"""The chat page: plain files, served as they are, under a strict policy."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).with_name("page")
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def page_routes() -> list[web.RouteDef]:
    """The page at `/` and its files under `/page/`; no other file can be reached."""
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in TYPES)
    return [
        web.get("/", _shows(FOLDER / "index.html")),
        *(web.get(f"/page/{path.name}", _shows(path)) for path in files),
    ]


def _shows(path: Path) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    content, kind = path.read_bytes(), TYPES[path.suffix]

    async def show(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=content, content_type=kind, charset="utf-8", headers=HEADERS)

    return show
