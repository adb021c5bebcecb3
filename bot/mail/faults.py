"""What keeps workers with a mail address from being reached."""

from collections.abc import Container, Iterator, Mapping

from flows.hours.finding import Finding
from flows.programme import Programme

_NEEDED: Mapping[str, str] = {
    "mail": "add [mail] with host and sender, or leave email out",
    "web": "add [web] with public_url, or leave email out",
}


def unreached(programme: Programme, tables: Container[str]) -> Iterator[Finding]:
    """What a mail address lacks: the tables it needs, and a person of its own.

    Args:
        programme: Its tables, each valid by itself.
        tables: The names of the tables that the config has.
    """
    yield from _coordinators(programme, tables)
    missing = {name: remedy for name, remedy in _NEEDED.items() if name not in tables}
    seen: dict[str, str] = {}
    for n, worker in enumerate(programme.workers):
        if worker.email is None:
            continue
        loc = ("workers", n, "email")
        for name, remedy in missing.items():
            yield Finding(loc, f"{worker.id} gets mail, but there is no [{name}]", remedy)
        other = seen.setdefault(worker.email.lower(), worker.id)
        if other != worker.id:
            what = f'"{other}" has the same mail address'
            yield Finding(loc, what, "give each worker an address of their own")


def _coordinators(programme: Programme, tables: Container[str]) -> Iterator[Finding]:
    """A digest has no links, so it needs no pages."""
    seen: dict[str, str] = {}
    for n, each in enumerate(programme.coordinators):
        if each.email is None:
            continue
        loc = ("coordinators", n, "email")
        if "mail" not in tables:
            yield Finding(loc, f"{each.id} gets mail, but there is no [mail]", _NEEDED["mail"])
        other = seen.setdefault(each.email.lower(), each.id)
        if other != each.id:
            what = f'"{other}" has the same mail address'
            yield Finding(loc, what, "give each coordinator an address of their own")
