"""A talk as its worker may read it."""

from flows.errors import ForbiddenError
from flows.model import Appointment, AppointmentId
from flows.ports import Ports, Work
from flows.visit import Visit, worker_of


async def own_talk(
    appointment: AppointmentId, visit: Visit, work: Work, ports: Ports
) -> Appointment:
    """A talk of this worker.

    Raises:
        ForbiddenError: Somebody else's, or none.
    """
    worker = worker_of(visit, ports.programme)
    held = await work.appointments.get(appointment)
    if held is None or held.worker != worker.id:
        raise ForbiddenError
    return held
