"""Welcome, languages, schools, and what lies under More."""

from collections.abc import Sequence

from flows.model import Audience
from flows.packing import LanguageCode
from flows.programme import Contact, School
from flows.screen import Button, Line, Screen
from flows.steps import (
    Attend,
    Enter,
    Hide,
    Home,
    Languages,
    Mine,
    More,
    Privacy,
    Reminders,
    Roles,
    Schools,
    Sit,
    Speak,
    Week,
)

SCHOOLS_A_PAGE = 7


def welcome(programme: str, school: str | None) -> Screen:
    """Ask for the role, the one thing that must be known, and say where to read what is kept."""
    hello = (
        Line("welcome-school", {"school": school})
        if school
        else Line("welcome-programme", {"programme": programme})
    )
    language = Button(Line("key-languages"), Languages())
    lines = (hello, Line("welcome-privacy"), Line("welcome-who"))
    return Screen(lines, actions=_roles(), corner=language)


def roles() -> Screen:
    """Change the role."""
    return Screen((Line("welcome-who"),), actions=_roles(), back=More())


def _roles() -> tuple[Button, ...]:
    return tuple(Button(Line(f"audience-{each.value}"), Enter(each)) for each in Audience)


def languages(codes: Sequence[str]) -> Screen:
    """Every language by its own name."""
    names = tuple(Button(Line(f"language-{each}"), Speak(LanguageCode(each))) for each in codes)
    return Screen((Line("language-choose"),), choices=names, back=Home())


def schools(listed: Sequence[School], page: int) -> Screen:
    """Choose a school, seven a page; a button that says more leads on."""
    first = page * SCHOOLS_A_PAGE
    shown = listed[first : first + SCHOOLS_A_PAGE]
    keys = [Button(Line("school-key", {"school": each.name}), Attend(each.ref)) for each in shown]
    if first + SCHOOLS_A_PAGE < len(listed):
        keys.append(Button(Line("list-more"), Schools(page + 1)))
    back = Schools(page - 1) if page else Home()
    return Screen((Line("school-choose"),), choices=tuple(keys), back=back)


def outside(programme: str, school: str | None, contacts: Sequence[Contact]) -> Screen:
    """What somebody sees who did not come by the school's link: how it works, and walk in."""
    place = (
        Line("outside-school", {"school": school})
        if school
        else Line("outside-programme", {"programme": programme})
    )
    lines = (place, Line("outside-walk-in"), Line("outside-link"), *contact_lines(contacts))
    return Screen(lines, actions=(Button(Line("key-school"), Schools()),))


def contact_lines(contacts: Sequence[Contact]) -> tuple[Line, ...]:
    """Who else can be asked, one a line."""
    return tuple(_contact(each) for each in contacts)


def _contact(contact: Contact) -> Line:
    if contact.phone is None:
        return Line("contact-name", {"name": contact.name}, item=True)
    return Line("contact-phone", {"name": contact.name, "phone": contact.phone}, item=True)


def more(*, admitted: bool, has_desk: bool) -> Screen:
    """Everything that is not an action of today; who has a desk can go there."""
    entries = [
        Button(Line("key-languages"), Languages()),
        Button(Line("key-roles"), Roles()),
        Button(Line("key-school"), Schools()),
        Button(Line("key-privacy"), Privacy()),
        Button(Line("key-reminders"), Reminders()),
    ]
    if admitted:
        entries = [
            Button(Line("key-mine"), Mine()),
            Button(Line("key-week"), Week()),
            *entries,
        ]
    if has_desk:
        entries.append(Button(Line("sit-desk"), Sit(1)))
    hide = (Button(Line("key-hide"), Hide(known=1)),)
    return Screen((Line("more-choose"),), choices=tuple(entries), actions=hide, back=Home())
