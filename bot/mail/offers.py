"""Which steps a mail may link, and where the links in it come from."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from flows.packing import Do, Show
from flows.router import Incoming, Router
from flows.screen import Button, Line, Screen
from flows.staff_steps import Gone, GoneSure, Here, Late, Later, Leave
from flows.steps import Home

LINKED: Mapping[type[Do], Callable[..., Show]] = {
    Here: lambda _step: Home(),
    Late: lambda step: Later(step.school, step.on),
    Leave: lambda step: GoneSure(step.start, step.end, step.worker),
}
"""Steps that a mail may link, each with the screen that asks for it; one more is one line more."""
SHOWN: tuple[Show, ...] = (Home(), Gone())
"""Screens whose buttons stand in every mail, as far as they are of `LINKED`."""
FOLLOWED = (Later, GoneSure)
"""Steps to screens whose buttons stand there too, behind the button that leads to them."""


def is_linked(step: object) -> bool:
    """Tell whether a mail may link a step."""
    return type(step) in LINKED


async def offered(screen: Screen, incoming: Incoming, router: Router) -> Mapping[Do, Line]:
    """What a person may do now from a mail, each step with its label, in the order of buttons.

    Args:
        screen: What the mail says.
        incoming: Whose mail.
        router: Shows the other screens.
    """
    shown = [await router.show(incoming, each) for each in SHOWN]
    found: dict[Do, Line] = {}
    for button in _buttons([screen, *(each.screen for each in shown)]):
        if isinstance(button.step, Do) and is_linked(button.step):
            found.setdefault(button.step, button.label)
        elif isinstance(button.step, FOLLOWED):
            behind = await router.show(incoming, button.step)
            for each in _buttons([behind.screen]):
                if isinstance(each.step, Do) and is_linked(each.step):
                    trail = Line("mail-trail", {"first": button.label, "then": each.label})
                    found.setdefault(each.step, trail)
    return found


def label_of(step: Do, screen: Screen) -> Line | None:
    """What the button that says a step is called on a screen; None when there is none."""
    return next((each.label for each in _buttons([screen]) if each.step == step), None)


def _buttons(screens: Sequence[Screen]) -> Iterator[Button]:
    for screen in screens:
        yield from screen.actions
        yield from screen.choices
