"""The command line: thin commands, heavy imports inside them so that help is quick."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from bot.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.config import Config
    from flows.programme import Closes

T = TypeVar("T")

app = typer.Typer(
    name="inloop",
    help="Walk-in hours of youth workers at schools: a chat bot.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
ConfigFile = Annotated[Path, typer.Option("--config", help="The configuration file.")]
EXAMPLE = Path("config.toml")


def main() -> None:
    """Run a command; what an operator can mend is one sentence and exit code 1."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except OperatorError as fault:
        sys.stderr.write(f"{fault}\n")
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as mistake:  # noqa: BLE001  its words may quote a secret or a person
        from bot.logs import without_words  # noqa: PLC0415

        sys.stderr.write(f"This is a mistake in Inloop:\n{without_words(mistake)}\n")
    sys.exit(1)


@app.command()
def run(
    config: ConfigFile = EXAMPLE,
    clock: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Follow the clock of a demo server at this address."),
    ] = None,
) -> None:
    """Run the bot, until Ctrl+C or SIGTERM."""
    loaded = _load(config)
    if clock is not None:
        _refuse_foreign_clock(loaded, clock)

    from bot.app import run as run_bot  # noqa: PLC0415
    from bot.logs import set_up  # noqa: PLC0415
    from bot.loop import until_told  # noqa: PLC0415

    def ready() -> None:
        typer.echo("The bot answers now (Ctrl+C ends it)")

    set_up(form=loaded.logs.format)
    until_told(lambda stop: run_bot(loaded, stop, clock_url=clock, ready=ready))


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Of the page; 0: any.")] = 8080,
    now: Annotated[
        str | None,
        typer.Option(
            metavar="ISO",
            help="Where the clock stands, in Dutch time unless it says otherwise, such as"
            " 2026-11-25T09:30; without it: a school morning.",
        ),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Keep the data here; else it goes when the demo ends."),
    ] = None,
) -> None:
    """Show the bot on a local Bot API server, with a chat page."""
    from bot.demo.start import moment, school_morning  # noqa: PLC0415

    start = moment(now) if now is not None else school_morning()

    from bot.demo.run import demo as run_demo  # noqa: PLC0415
    from bot.logs import set_up  # noqa: PLC0415
    from bot.loop import until_told  # noqa: PLC0415

    def ready(address: str) -> None:
        typer.echo(f"The demo is at {address}/ (Ctrl+C ends it)")

    set_up()
    until_told(lambda stop: run_demo(port, start, data, stop, ready))


@app.command()
def unhook(config: ConfigFile = EXAMPLE) -> None:
    """Take the webhook away at Telegram, so that updates can be fetched."""
    from bot.webhooks import deleted  # noqa: PLC0415

    had = _now(deleted(_load(config)))
    typer.echo("The webhook is gone." if had else "There was no webhook.")


@app.command()
def check(config: ConfigFile = EXAMPLE) -> None:
    """Check configuration, folders, texts, database and key; every fault at once."""
    from bot.health import everything  # noqa: PLC0415

    told, to_mend = _now(everything(config, os.environ))
    for line in told:
        typer.echo(line)
    typer.echo(f"{to_mend} to mend." if to_mend else "All is well.")
    if to_mend:
        raise typer.Exit(1)


@app.command()
def migrate(config: ConfigFile = EXAMPLE) -> None:
    """Bring the database to the newest schema."""
    from bot.store import migrated  # noqa: PLC0415

    changed = _now(migrated(_load(config)))
    typer.echo(f"The database is up to date{' now' if changed else ' already'}.")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Copy the database while the bot runs; the key file is for another place."""
    from bot.backup import backed_up  # noqa: PLC0415

    _now(backed_up(_load(config), file))
    typer.echo(f"The backup is {file}.")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What inloop backup wrote.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Put a backup in place of the database, while the bot does not run."""
    from bot.backup import restored  # noqa: PLC0415
    from bot.clock import system_clock  # noqa: PLC0415

    for line in _now(restored(_load(config), file, system_clock())):
        typer.echo(line)


@app.command("backup-keys")
def backup_keys(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Copy the key store while the bot runs; daily to another place, kept seven days at most."""
    from bot.key_copies import keys_backed_up  # noqa: PLC0415

    _now(keys_backed_up(_load(config), file))
    typer.echo(f"The keys' backup is {file}. Destroy it within seven days.")


@app.command("restore-keys")
def restore_keys(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What inloop backup-keys wrote.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Put a copy in place of a key store that was lost, while the bot does not run."""
    from bot.key_copies import keys_restored  # noqa: PLC0415

    for line in _now(keys_restored(_load(config), file)):
        typer.echo(line)


@app.command("rotate-key")
def rotate_key(config: ConfigFile = EXAMPLE) -> None:
    """Put a new master key in the place of the old one, while the bot runs."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.rotating import rotated  # noqa: PLC0415

    _now(rotated(_load(config), system_clock(), typer.echo))
    typer.echo("The old key is gone. Copy the key file, and make new backups: older ones need it.")


@app.command()
def invite(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="worker or coordinator")],
    subject: Annotated[str, typer.Argument(metavar="ID", help="An id from the configuration.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Make a one-time link, valid for 24 hours."""
    from bot.invitations import invitation_link  # noqa: PLC0415

    typer.echo(_now(invitation_link(_load(config), role, subject)))


@app.command("import")
def import_hours(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV: a row for recurring hours.")],
    config: ConfigFile = EXAMPLE,
    apply: Annotated[
        bool, typer.Option("--apply", help="Do it; else it is only told what would change.")
    ] = False,
) -> None:
    """Bring in the recurring hours of a school year; whoever booked is told."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.importing import imported  # noqa: PLC0415

    for line in _now(imported(_load(config), file, system_clock(), apply=apply)):
        typer.echo(line)


@app.command()
def revoke(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="worker or coordinator")],
    subject: Annotated[str, typer.Argument(metavar="ID", help="Whose chat it is.")],
    config: ConfigFile = EXAMPLE,
) -> None:
    """Close the chat of a worker or coordinator at once."""
    from bot.leaving import revoked  # noqa: PLC0415

    typer.echo(_now(revoked(_load(config), role, subject)))


@app.command()
def erase(
    school: Annotated[str, typer.Option(metavar="ID", help="Where the talk is.")],
    code: Annotated[
        str, typer.Option(help="Its two pictures in words, in any language; or its number.")
    ],
    on: Annotated[str, typer.Option(metavar="DATE", help="Its day, such as 2026-11-25.")],
    config: ConfigFile = EXAMPLE,
    guest: Annotated[
        bool, typer.Option("--guest", help="Not who booked it, but who was asked along.")
    ] = False,
) -> None:
    """Erase everything of the person who has this talk: for who lost the phone."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.erasing import erased  # noqa: PLC0415

    now = system_clock()
    for line in _now(erased(_load(config), school, code, on, now, guest=guest)):
        typer.echo(line)


@app.command()
def away(
    begin: Annotated[
        str, typer.Option("--from", metavar="WHEN", help="A date, or 2026-11-25T10:30.")
    ],
    end: Annotated[
        str, typer.Option("--until", metavar="WHEN", help="A date, whole, or 2026-11-25T10:30.")
    ],
    worker: Annotated[
        str | None, typer.Argument(metavar="WORKER", help="A worker of the configuration.")
    ] = None,
    school: Annotated[
        str | None, typer.Option(metavar="ID", help="A school that closes, on whole dates.")
    ] = None,
    config: ConfigFile = EXAMPLE,
    everything: Annotated[
        bool, typer.Option("--all", help="Of a school: phone and video, too.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back for this time.")] = False,
) -> None:
    """Say that a worker is away or a school is closed; whoever booked is told."""
    loaded = _load(config)
    if (worker is None) is (school is None):
        raise OperatorError("Name who is away: a worker, or a school with --school ID.")
    if worker is not None and everything:
        raise OperatorError("--all is for a school: leave it out, a worker is away altogether.")

    if undo and everything:
        raise OperatorError("--undo opens everything again: leave --all out.")

    from bot.away import school_closed, school_open, worker_away, worker_back  # noqa: PLC0415
    from bot.clock import system_clock  # noqa: PLC0415

    now = system_clock()
    if school is not None and undo:
        typer.echo(_now(school_open(loaded, school, begin, end, now)))
    elif worker is not None and undo:
        typer.echo(_now(worker_back(loaded, worker, begin, end, now)))
    elif school is not None:
        closes: Closes = "all" if everything else "building"
        typer.echo(_now(school_closed(loaded, school, begin, end, closes, now)))
    elif worker is not None:
        typer.echo(_now(worker_away(loaded, worker, begin, end, now)))


@app.command()
def reassign(
    worker: Annotated[str, typer.Argument(metavar="WORKER", help="Who left.")],
    config: ConfigFile = EXAMPLE,
    to: Annotated[
        str | None, typer.Option(metavar="COLLEAGUE", help="Who is offered first.")
    ] = None,
) -> None:
    """Say that a worker left; whoever booked is told, and the chat is closed."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.leaving import reassigned  # noqa: PLC0415

    for line in _now(reassigned(_load(config), worker, to, system_clock())):
        typer.echo(line)


@app.command()
def audit(
    config: ConfigFile = EXAMPLE,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this date on, such as 2026-11-25.")
    ] = None,
) -> None:
    """Print what staff and operator did: when, who, what; never to whom."""
    from bot.audit import audited  # noqa: PLC0415

    for line in _now(audited(_load(config), since)):
        typer.echo(line)


@app.command()
def digest(
    week: Annotated[str, typer.Option(help="Such as 2026-W47.")],
    config: ConfigFile = EXAMPLE,
    scope: Annotated[str, typer.Option(help="programme, provider:ID or school:ID")] = "programme",
    form: Annotated[
        Literal["text", "json", "csv", "png"], typer.Option("--format", help="How it is written.")
    ] = "text",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file instead of the screen.")
    ] = None,
) -> None:
    """Print the published digest of a week, the same bytes whenever asked."""
    from bot.digest import written  # noqa: PLC0415

    _give(_now(written(_load(config), week, scope, form)), out)


@app.command()
def hours(
    school: Annotated[str, typer.Option(metavar="ID", help="A school of the configuration.")],
    week: Annotated[str, typer.Option(help="Such as 2026-W47.")],
    config: ConfigFile = EXAMPLE,
    form: Annotated[
        Literal["text", "json", "ics"], typer.Option("--format", help="How it is written.")
    ] = "text",
) -> None:
    """Print the office hours of a week as the bot would tell them."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.hours import first_moment, week_of_hours  # noqa: PLC0415
    from bot.ports import changes_of  # noqa: PLC0415

    loaded = _load(config)
    changes, aside = _now(changes_of(loaded, first_moment(loaded, week)))
    content = week_of_hours(loaded, school, week, form, system_clock(), changes)
    _note(aside)
    _give(content, None)


@app.command("understand")
def understand_text(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What somebody types; -: one text a line.")
    ],
    config: Annotated[
        Path | None,
        typer.Option("--config", help="The configuration file; without it: the demo's programme."),
    ] = None,
    language: Annotated[  # noqa: ARG001  it is told, and makes no difference
        str, typer.Option(help="What the person chose; all languages are read, whatever it is.")
    ] = "nl",
    school: Annotated[
        str | None, typer.Option(metavar="ID", help="Only its workers are known by name.")
    ] = None,
    now: Annotated[
        str | None,
        typer.Option(
            metavar="ISO",
            help="The moment of the text, on the programme's clocks unless it says otherwise.",
        ),
    ] = None,
) -> None:
    """Print what the bot makes of a text, a JSON line each."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.understanding import answers, demo_config, desk, lines  # noqa: PLC0415

    known = demo_config() if config is None else _load(config)
    at = desk(known.programme, school, now, system_clock())
    for line in answers(lines(sys.stdin.buffer) if text == "-" else [text], at):
        typer.echo(line)


@app.command()
def poster(
    school: Annotated[str, typer.Option(metavar="ID", help="A school of the configuration.")],
    out: Annotated[Path, typer.Option(help="A file that ends in .pdf or .png.")],
    config: ConfigFile = EXAMPLE,
    language: Annotated[str, typer.Option(help="A language of the programme.")] = "nl",
    door: Annotated[
        bool, typer.Option("--door", help="A card for the door, whose code asks how it was.")
    ] = False,
) -> None:
    """Draw a school's poster: hours and "just walk in" first, then the QR code of its link."""
    from bot.clock import system_clock  # noqa: PLC0415
    from bot.posters import poster_of  # noqa: PLC0415

    loaded, now = _load(config), system_clock()
    content, aside = _now(poster_of(loaded, school, language, out.suffix, now, door=door))
    _note(aside)
    _give(content, out)


def _note(aside: str) -> None:
    """Something to know of beside the answer, if there is anything."""
    if aside:
        typer.echo(aside, err=True)


def _give(content: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as refused:
        raise OperatorError(
            f"{out} cannot be written ({refused.strerror}): name a file in a folder that is there"
            " and may be written."
        ) from None


def _load(config: Path) -> "Config":
    from bot.config import ConfigError, load  # noqa: PLC0415

    try:
        return load(config, os.environ)
    except ConfigError as refused:
        raise OperatorError(str(refused)) from None


def _refuse_foreign_clock(config: "Config", clock: str) -> None:
    from bot.config_tables import is_here  # noqa: PLC0415

    if not is_here(config.telegram.base_url):
        raise OperatorError(
            "--clock is for the demo only: set telegram.base_url to the local server, or leave"
            " --clock out."
        )
    if not is_here(clock):
        raise OperatorError(
            "--clock takes the address of a demo on this machine, such as http://127.0.0.1:8080."
        )


def _now(work: "Coroutine[Any, Any, T]") -> T:
    import asyncio  # noqa: PLC0415

    return asyncio.run(work)
