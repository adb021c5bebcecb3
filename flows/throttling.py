"""How many messages and presses an hour are answered; what must stay open is not counted.

Who is there and help are never counted, nor what staff do: a worker counts walk-ins one by one.
"""

from flows import staff_steps
from flows.model import Address
from flows.ports import Ports
from flows.steps import Call, Help, Hide, Home, There, Week

NEVER_COUNTED = (Help, Call, Hide, Home, Week, There, *staff_steps.STEPS)


def too_often(whose: Address, ports: Ports) -> bool:
    """Count one message of an account; True when it is one too many within the hour."""
    return not ports.pace.allows("messages", whose, ports.limits.pace.messages, ports.clock())
