"""The privacy notice, and the way to be erased."""

from flows.model import Clause
from flows.people.screens import contact_lines
from flows.programme import About, PrivacyContact
from flows.rights.terms import Terms
from flows.screen import Button, Line, Screen, Tone
from flows.steps import Erase, EraseSure, Home, More, MyData, Privacy, PrivacyPage, Sharing


def privacy(terms: Terms, *, is_known: bool, back: Home | More | None = None) -> Screen:
    """What is kept, how long, who sees it; four pages say more.

    Args:
        terms: How long.
        is_known: Whether there is anything to see, to erase, or to say who looks at the phone.
        back: Where it leads; None for what lies under More.
    """
    lines = (
        Line("privacy-what"),
        Line("privacy-not"),
        Line("terms-talk", {"days": terms.talk_days}),
        Line("privacy-sees"),
        Line("privacy-telegram"),
    )
    pages = tuple(Button(Line(f"privacy-key-{each.value}"), PrivacyPage(each)) for each in Clause)
    own = (
        Button(Line("key-data"), MyData()),
        Button(Line("key-erase"), EraseSure()),
        Button(Line("key-shared"), Sharing()),
    )
    return Screen(lines, choices=pages, actions=own if is_known else (), back=back or More())


def renewed(terms: Terms) -> Screen:
    """The notice, shown once in place of the start screen when it is a new one."""
    notice = privacy(terms, is_known=False, back=Home())
    lines = (Line("privacy-new"), notice.lines[0], *notice.lines[2:])
    actions = (Button(Line("privacy-read"), Home()),)
    return Screen(lines, choices=notice.choices, actions=actions, back=Home(), informs=True)


def page(clause: Clause, about: About, terms: Terms) -> Screen:
    """One page of the notice."""
    return Screen(_page(clause, about, terms), back=Privacy())


def _page(clause: Clause, about: About, terms: Terms) -> tuple[Line, ...]:
    match clause:
        case Clause.RIGHTS:
            return (
                Line("rights-see"),
                Line("rights-erase"),
                Line("rights-change"),
                Line("rights-complain"),
            )
        case Clause.WHO:
            return (Line("privacy-who", {"programme": about.name}), *_contact(about.privacy))
        case Clause.TERMS:
            return (
                Line("terms-talk", {"days": terms.talk_days}),
                Line("terms-rest", {"days": terms.rest_days}),
                Line("terms-idle", {"days": terms.idle_days}),
                Line("terms-counts"),
            )
        case Clause.AFTER:
            return (
                Line("after-tag"),
                Line("after-twice"),
                Line("after-block"),
                Line("after-copies"),
            )
        case Clause.TELEGRAM:
            return (
                Line("telegram-sees"),
                Line("telegram-keeps"),
                Line("telegram-names"),
                Line("telegram-else"),
            )


def _contact(contact: PrivacyContact | None) -> tuple[Line, ...]:
    if contact is None:
        return (Line("who-school"),)
    mail = Line("who-mail", {"mail": contact.email or ""}, item=True)
    return (Line("who-ask"), *contact_lines([contact]), *((mail,) if contact.email else ()))


def erase_sure(*, has_desk: bool) -> Screen:
    """What will go; one press and it does.

    Args:
        has_desk: Whether a worker's or coordinator's chat ends with it.
    """
    lines = (
        Line("erase-title"),
        Line("erase-desk" if has_desk else "erase-talks"),
        Line("erase-rest"),
        Line("erase-messages"),
        Line("erase-final"),
    )
    yes = Button(Line("erase-yes"), Erase(), Tone.DANGER)
    left = Button(Line("privacy-key-after"), PrivacyPage(Clause.AFTER))
    return Screen(lines, actions=(yes, left), back=Privacy())


def nothing() -> Screen:
    """Nothing is kept of a stranger."""
    return Screen((Line("data-nothing"),), back=Privacy())


def erased() -> Screen:
    """Everything is gone; how to clear what nobody knows to stand in the chat, and begin again."""
    lines = (Line("erased-done"), Line("hidden-how"), Line("hidden-name"), Line("hidden-clear"))
    return Screen(lines, actions=(Button(Line("erased-start"), Home()),))
