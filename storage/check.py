"""Does this key belong to this database?"""

import hmac

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from storage.engine import Engine
from storage.errors import KeyFileError
from storage.sealing import Sealer
from storage.tables import meta

_NAME = "key"
_REMEMBER = insert(meta).on_conflict_do_nothing(index_elements=["name"])
_KNOWN = select(meta.c.value).where(meta.c.name == _NAME)


async def check_key(engine: Engine, sealer: Sealer) -> None:
    """Compare the key with the one this database knows; a new database remembers it.

    Raises:
        KeyFileError: The database was made with another key.
        BusyError: Others held the database too long.
    """
    async with engine.reading() as tx:
        known = await tx.first(_KNOWN)
    if known is None:
        async with engine.writing() as tx:
            await tx.run(_REMEMBER, {"name": _NAME, "value": sealer.check})
            known = await tx.first(_KNOWN)
            await tx.commit()
    if not hmac.compare_digest(known.value, sealer.check):
        raise KeyFileError(
            "The key file belongs to another database: put back the one that was made with"
            " this database."
        )
