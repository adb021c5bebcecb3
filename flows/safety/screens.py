"""The cards with who to call. They need no database and never close the way on.

Never here: a promise that somebody acts, a question for details, an echo of what was typed.
"""

from collections.abc import Sequence

from flows.model import Audience, Crisis, MessageId
from flows.safety.lines import HelpLine
from flows.screen import Button, Line, Screen
from flows.steps import Call, Hide, Home

CRY_WORDS = frozenset(
    {"112", "113", "sos", "help", "hulp", "hulp nodig", "help me", "help mij", "nood", "noodgeval"}
    | {"imdat", "yardım", "yardım edin", "النجدة", "ساعدوني", "مساعدة", "sa3douni", "3awnouni"}
    | {"pomocy", "ratunku", "допоможіть", "рятуйте", "помогите", "спасите", "допомога"}
)
"""Whole messages that ask for the card in so many words."""
DANGER = frozenset({Crisis.VIOLENCE, Crisis.MEDICAL})
"""Needs in which to call is the first thing to do."""
SPOKEN_BY_LINES = "nl"


def is_cry(text: str) -> bool:
    """Tell whether a message asks for the card in so many words."""
    return " ".join(text[:100].lower().split()).strip("!?.¡¿،؟ ") in CRY_WORDS


def card(
    kind: Crisis | None,
    audience: Audience,
    lines: Sequence[HelpLine],
    language: str,
    near: Sequence[Line] = (),
    said: MessageId | None = None,
) -> Screen:
    """Somebody near first, then who to call, with numbers a phone can dial.

    Args:
        kind: The need; None where it is not known.
        audience: Who reads it.
        lines: In the order in which they are to be called.
        language: Of the card; for any but Dutch it says what the lines speak.
        near: Who is in the building, where that is known.
        said: The person's own message, to hide it too.
    """
    first = "crisis-danger" if kind in DANGER else "help-near"
    told = [Line(first), *_numbers(lines)]
    if audience is Audience.PARENT:
        told.append(Line("line-doctor", item=True))
    told += near
    if language != SPOKEN_BY_LINES:
        told.append(Line("crisis-languages"))
    told.append(Line("help-computer"))
    return Screen(tuple(told), actions=(_hide(said),), back=Home())


def short_card(lines: Sequence[HelpLine], said: MessageId | None) -> Screen:
    """The same once more, soon after: the numbers only."""
    told = (Line("help-near"), *_numbers(lines), Line("help-computer"))
    return Screen(told, actions=(_hide(said),), back=Home())


def _numbers(lines: Sequence[HelpLine]) -> list[Line]:
    return [Line(f"line-{each.id}", {"number": each.number}, item=True) for each in lines]


def _hide(said: MessageId | None) -> Button:
    return Button(Line("key-hide"), Hide(said))


def gentle(kind: Crisis | None, said: MessageId | None) -> Screen:
    """A question below the ordinary answer, where a message may have meant more."""
    yes = Button(Line("gentle-yes"), Call(kind, said))
    return Screen((Line("gentle-ask"),), actions=(yes, Button(Line("gentle-no"), Home())))


def hidden() -> Screen:
    """How to clear the whole chat; says nothing of what stood there."""
    told = (Line("hidden-how"), Line("hidden-name"), Line("hidden-clear"))
    return Screen(told, back=Home())
