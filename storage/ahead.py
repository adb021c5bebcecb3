"""With whom talks are booked ahead: for the operator, who learns no more than how many."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, select

from flows.model import WorkerId
from storage.engine import Engine
from storage.tables import appointment
from storage.talks import IS_BOOKED

_AHEAD = (
    select(appointment.c.worker, func.count().label("talks"))
    .where(IS_BOOKED, appointment.c.start_at > bindparam("now"))
    .group_by(appointment.c.worker)
    .order_by(appointment.c.worker)
)


async def talks_ahead(engine: Engine, now: datetime) -> Mapping[WorkerId, int]:
    """How many booked talks begin later, by worker, in order of their ids."""
    async with engine.reading() as tx:
        rows = await tx.run(_AHEAD, {"now": now})
    return {WorkerId(row.worker): row.talks for row in rows}
