"""How many messages and presses an hour are answered; what must stay open is not counted.

Who is there and help are never counted, nor what staff do: a worker counts walk-ins one by one.
"""

from flows import staff_steps
from flows.model import Address
from flows.packing import UnknownStepError
from flows.ports import Ports
from flows.steps import Call, Help, Hide, Home, There, Week, unpack

NEVER_COUNTED = (Help, Call, Hide, Home, Week, There, *staff_steps.STEPS)


def stays_open(data: str) -> bool:
    """Tell whether a button is one that is answered however often it is pressed."""
    try:
        return isinstance(unpack(data), NEVER_COUNTED)
    except UnknownStepError:
        return False


def too_often(whose: Address, ports: Ports) -> bool:
    """Count one message of an account; True when it is one too many within the hour."""
    return not ports.pace.allows("messages", whose, ports.limits.pace.messages, ports.clock())
