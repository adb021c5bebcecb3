"""What goes along with a mail: a screen's chart, and the table that a button of it leads to."""

from bot.chart import painted
from bot.mail.letter import File
from flows.notices import Ready
from flows.router import Incoming, Router
from flows.staff_steps import Sheet
from flows.texts import Texts

_NOT_PRESSED = 0
"""In place of an update's number: only shown, nothing is done."""


async def attached(ready: Ready, router: Router, texts: Texts) -> list[File]:
    """The files of a digest; none of any other screen.

    Raises:
        ChartError: The chart could not be drawn.
    """
    screen, language = ready.answer.screen, ready.answer.language
    if screen.picture is None:
        return []
    files = [File("inloop.png", "image/png", await painted(screen.picture, texts, language))]
    incoming = Incoming(ready.address, language, _NOT_PRESSED)
    for button in screen.actions:
        if isinstance(button.step, Sheet):
            document = (await router.show(incoming, button.step)).screen.document
            if document is not None:
                files.append(File(document.name, "text/csv", document.content))
    return files
