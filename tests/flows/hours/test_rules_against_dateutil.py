"""The expansion of the library against another one: dateutil's rules and a search for offsets."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.hours.rules import occurrences
from flows.programme import Schedule
from tests.flows.hours.build import schedule

ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHANGES = (date(2026, 10, 25), date(2027, 3, 28), date(2026, 11, 1), date(2027, 4, 4))
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@dataclass(frozen=True)
class Rule:
    """An RRULE in two halves: what repeats, and when it ends."""

    repeats: str
    count: int | None
    until: datetime | None

    @property
    def text(self) -> str:
        ends = f";COUNT={self.count}" if self.count else ""
        return self.repeats + ends + (f";UNTIL={self.until:%Y%m%dT%H%M%SZ}" if self.until else "")


def _some(values: tuple[str, ...], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(",".join)


MONTH_DAYS = st.integers(1, 31) | st.integers(-31, -1)
NUMBERED = tuple(f"{n}{day}" for n in (1, 2, 3, 4, 5, -1, -2) for day in WEEKDAYS)
REPEATS = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 9)),
    st.builds("FREQ=DAILY;BYDAY={}".format, _some(WEEKDAYS, 5)),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 4), _some(WEEKDAYS, 4)),
    st.builds("FREQ=WEEKLY;INTERVAL={};WKST=SU".format, st.integers(1, 3)),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYDAY={}".format, st.integers(1, 3), _some(NUMBERED, 2)),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, MONTH_DAYS),
    st.builds("FREQ=MONTHLY;BYDAY={};BYSETPOS={}".format, _some(WEEKDAYS, 5), st.integers(1, 4)),
    st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={}".format, st.integers(1, 12), _some(WEEKDAYS, 2)),
    st.builds("FREQ=YEARLY;BYWEEKNO={};BYDAY={}".format, st.integers(1, 53), _some(WEEKDAYS, 2)),
)
ENDS = st.one_of(
    st.just((None, None)),
    st.tuples(st.integers(1, 40), st.none()),
    st.tuples(st.none(), DAYS.map(lambda on: datetime.combine(on, time(12), UTC))),
)
RULES = st.builds(lambda repeats, end: Rule(repeats, *end), REPEATS, ENDS)
STARTS = st.integers(0, 287).map(lambda n: time(n // 12, n % 12 * 5)) | st.just(time(2, 30))
WINDOWS = st.tuples(
    st.sampled_from(CHANGES).map(lambda on: on - timedelta(days=20)) | DAYS, st.integers(0, 90)
)


def moment(local: datetime, zone: ZoneInfo) -> datetime:
    """The first moment at which the clocks show this; in a gap, by the offset before it."""
    offsets = {
        (local + timedelta(hours=h)).replace(tzinfo=zone).utcoffset() or timedelta(0)
        for h in (-24, 24)
    }
    moments = sorted((local - offset).replace(tzinfo=UTC) for offset in offsets)
    shown = [each for each in moments if each.astimezone(zone).replace(tzinfo=None) == local]
    before = (local - timedelta(hours=24)).replace(tzinfo=zone).utcoffset() or timedelta(0)
    return shown[0] if shown else (local - before).replace(tzinfo=UTC)


def expected(
    held: Schedule, rule: Rule, zone: ZoneInfo, first_on: date, last_on: date
) -> set[datetime]:
    anchor = datetime.combine(held.first_on, held.start)
    text = rule.repeats + (f";COUNT={rule.count}" if rule.count else "")
    repeated = rrulestr(text, dtstart=anchor)
    assert isinstance(repeated, rrule)
    found = set(repeated.between(anchor, datetime(2030, 1, 1), inc=True))  # noqa: DTZ001
    kept = {each for each in found if rule.until is None or moment(each, zone) <= rule.until}
    kept |= {datetime.combine(on, held.start) for on in held.rdates}
    kept -= {datetime.combine(on, held.start) for on in held.exdates}
    return {moment(each, zone) for each in kept if first_on <= each.date() <= last_on}


@settings(max_examples=400)
@given(
    rule=RULES,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    first_on=DAYS,
    start=STARTS,
    window=WINDOWS,
    extra=st.lists(st.integers(0, 60), max_size=3, unique=True),
    dropped=st.lists(st.integers(0, 60), max_size=3, unique=True),
)
def test_two_expansions_agree(
    rule: Rule,
    zone: ZoneInfo,
    first_on: date,
    start: time,
    window: tuple[date, int],
    extra: list[int],
    dropped: list[int],
) -> None:
    begin, days = window
    held = schedule(
        first_on=first_on,
        rrule=rule.text,
        start=start,
        rdates=[begin + timedelta(days=n) for n in extra],
        exdates=[begin + timedelta(days=n) for n in dropped],
    )
    end = begin + timedelta(days=days)

    found = occurrences(held, zone, begin, end)

    assert [each.start for each in found] == sorted(expected(held, rule, zone, begin, end))
    assert all(each.end - each.start == held.duration for each in found)
