"""What `inloop check` looks at: the configuration, and with it texts, database and key."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.check import check_config
from bot.clock import system_clock
from bot.config import Config, ConfigError, Fault, Severity, load
from bot.errors import OperatorError
from bot.leftovers import leftovers
from bot.store import engine_of, key_of, key_store_of, require_fit, state_of, told
from flows.texts import Texts, TextsError, known_languages
from storage.errors import KeyFileError


async def everything(path: Path, environ: Mapping[str, str]) -> tuple[list[str], int]:
    """All there is to say about a config and what belongs to it; changes nothing.

    Returns:
        Lines for the operator, and how many of them keep the bot from starting.
    """
    now = system_clock()
    faults = check_config(path, environ, now.astimezone().date())
    errors = sum(each.severity is Severity.ERROR for each in faults)
    try:
        config = load(path, environ)
    except ConfigError:
        return list(map(str, faults)), errors
    further = await health(config)
    left = [*await leftovers(config, now), *_unfinished(config)] if not further else []
    return [*map(str, [*faults, *left]), *further], errors + len(further)


def _unfinished(config: Config) -> Iterator[Fault]:
    key = key_of(config)
    if key is not None and len(key.keys) > 1:
        what = f"{config.keys.file} holds more than one key: a rotation did not end"
        remedy = "run inloop rotate-key again"
        yield Fault(None, "keys.file", what, remedy, Severity.WARNING, "key file")


async def health(config: Config) -> list[str]:
    """A sentence for everything that would keep the bot from starting; changes nothing."""
    return [*unspoken(config), *_broken_texts(config), *await _database(config)]


def unspoken(config: Config) -> Iterator[str]:
    """A sentence for each language of the programme that has no texts."""
    known = known_languages()
    for missing in sorted(set(config.programme.about.languages).difference(known)):
        yield (
            f"There are no texts in language {missing}: programme.languages may be of"
            f" {', '.join(known)}."
        )


def _broken_texts(config: Config) -> Iterator[str]:
    spoken = set(config.programme.about.languages).intersection(known_languages())
    try:
        Texts(spoken, config.programme.zone).read_all()
    except TextsError as fault:
        yield f"The texts cannot be used ({fault}): install Inloop again."


async def _database(config: Config) -> list[str]:
    """What is wrong with the key by itself, with the database, or between them."""
    sentences: list[str] = []
    try:
        key = key_of(config)
    except KeyFileError as fault:
        sentences.append(str(fault))
        key = None
    try:
        async with engine_of(config) as engine, key_store_of(config) as keys:
            with told(engine):
                present = await state_of(engine, config)
                if not sentences:
                    await require_fit(engine, keys, present, key, config.keys.file)
    except OperatorError as fault:
        sentences.append(str(fault))
    return sentences
