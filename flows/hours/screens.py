"""Who is there today, and this week."""

from collections.abc import Mapping, Sequence
from datetime import date

from flows.hours.closures import Closed
from flows.hours.presence import Phase, Presence
from flows.hours.reasons import why
from flows.hours.rows import Names, again, is_far, present, week_rows
from flows.model import Known, Opening
from flows.people.screens import contact_lines
from flows.programme import Contact
from flows.screen import Button, Line, Screen
from flows.steps import Home, Mine, Times, Week, Workers

ROWS_TODAY = 4


def today(
    school: str,
    on: date,
    rows: Sequence[Presence],
    names: Names,
    later: Opening | None,
    contacts: Sequence[Contact],
    language: str,
    *,
    closed: Closed | None,
    is_known: bool,
    has_talks: bool,
) -> Screen:
    """Who is there today, where and until when; nobody: why, and when the next one is.

    Args:
        school: Its name.
        on: Today's date at the school.
        rows: Today's openings, in order of start.
        names: What each worker is called.
        later: The first opening after today, shown when today holds no more; None when the
            hours of the coming weeks hold none.
        contacts: Whom else to ask, shown when nobody is there any more.
        language: For what the config calls a closure.
        closed: Why today is closed, if it is.
        is_known: Whether the hours of this week are entered.
        has_talks: Whether the person has a talk ahead that others may see.
    """
    ahead = [each for each in rows if each.phase is not Phase.OVER]
    is_nobody = all(each.known is Known.AWAY for each in ahead)
    lines = [Line("today-title", {"school": school, "on": on})]
    if closed is not None and not is_nobody and all(map(is_far, rows)):
        lines.append(Line("today-building", {"why": why(closed, language)}))
    lines += [present(each, names) for each in ahead[:ROWS_TODAY]]
    if len(ahead) > ROWS_TODAY:
        lines.append(Line("today-others", {"count": len(ahead) - ROWS_TODAY}))
    if any(each.walk_in and each.known is not Known.AWAY for each in ahead):
        lines.append(Line("today-walk-in"))
    if is_nobody:
        lines.append(_nobody(rows, closed, language, is_known=is_known))
        lines += _elsewhere(later, names, contacts, is_known=is_known)
    return Screen(tuple(lines), actions=_home_actions(has_talks=has_talks))


def _home_actions(*, has_talks: bool) -> tuple[Button, ...]:
    third = Button(Line("key-mine"), Mine()) if has_talks else Button(Line("key-week"), Week())
    return (
        Button(Line("key-first-free"), Times()),
        Button(Line("key-workers"), Workers()),
        third,
    )


def _nobody(
    rows: Sequence[Presence], closed: Closed | None, language: str, *, is_known: bool
) -> Line:
    """Why nobody is there (any more) today; "nobody" is only said where hours are known."""
    if closed is not None and all(map(is_far, rows)):
        return Line("today-closed", {"why": why(closed, language)})
    if rows:
        return Line("today-nobody")
    return Line("today-none" if is_known else "today-unknown")


def _elsewhere(
    later: Opening | None, names: Names, contacts: Sequence[Contact], *, is_known: bool
) -> list[Line]:
    """When somebody is there again, and whom to ask until then."""
    lines: list[Line] = []
    if later is not None:
        lines.append(again(later, names))
    elif is_known:
        lines.append(Line("today-next-unknown"))
    if contacts:
        lines += [Line("today-contacts"), *contact_lines(contacts)]
    return lines


def week(
    school: str,
    rows: Sequence[tuple[date, Opening]],
    closed: Mapping[date, Closed],
    names: Names,
    later: Opening | None,
    contacts: Sequence[Contact],
    language: str,
    *,
    weeks: int,
    is_open: bool,
    is_known: bool,
) -> Screen:
    """Openings of seven days, a row each; the next week is one tap away.

    Args:
        school: Its name.
        rows: Local date and opening, in order of start.
        closed: The closed days among the seven, ascending.
        names: What each worker is called.
        later: The first opening after them, shown when they hold none.
        contacts: Whom else to ask, shown when they hold none.
        language: For what the config calls a closure.
        weeks: How many weeks ahead this is; 0 is from today on.
        is_open: Whether some school day among the seven is not closed.
        is_known: Whether the hours of the days that are not closed are entered.
    """
    lines = [Line("week-title", {"school": school}), *week_rows(rows, closed, names, language)]
    if not rows:
        if is_open:
            lines.append(Line("week-nobody" if is_known else "week-unknown"))
        lines += _elsewhere(later, names, contacts, is_known=is_known)
    actions = (
        Button(Line("key-first-free"), Times()),
        Button(Line("week-later"), Week(weeks + 1)),
    )
    return Screen(tuple(lines), actions=actions, back=Week(weeks - 1) if weeks else Home())
