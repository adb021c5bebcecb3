"""`inloop poster`: which sheet, in which form, and whose link."""

from typing import Literal

from bot.clock import system_clock
from bot.config import Config
from bot.drawing import DrawingError
from bot.errors import OperatorError
from bot.invitations import username_of
from bot.poster import poster

FORMS: dict[str, Literal["pdf", "png"]] = {".pdf": "pdf", ".png": "png"}


async def poster_of(
    config: Config, school: str, language: str, ending: str, *, door: bool
) -> bytes:
    """A school's poster or door card, drawn.

    Raises:
        OperatorError: No such school, language or form; no name of the bot; or it was not drawn.
    """
    form = FORMS.get(ending.lower())
    if form is None:
        raise OperatorError("A poster is a PDF or a PNG: let --out end in .pdf or .png.")
    name = await username_of(config)
    today = system_clock().astimezone(config.programme.zone).date()
    kind: Literal["wall", "door"] = "door" if door else "wall"
    try:
        return await poster(config, school, language, name, form, today, kind)
    except DrawingError as fault:
        raise OperatorError(f"The poster could not be drawn: {fault}.") from None
