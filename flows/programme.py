"""Who works where: the programme as config.toml describes it, and its look-ups."""

from datetime import date, time, timedelta
from functools import cached_property
from hashlib import blake2s
from pathlib import Path
from typing import Annotated, Literal, NewType
from unicodedata import bidirectional, category
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from flows.model import (
    Audience,
    CoordinatorId,
    Gender,
    Group,
    Mode,
    ProviderId,
    Ref,
    ScheduleId,
    SchoolId,
    Spoken,
    WorkerId,
)
from flows.policy import Section, not_empty

_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Marks that turn text around up to another mark. Source: Unicode UAX 9, 2.1-2.4."""
_ID = Field(
    pattern=r"^[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?$",
    description='an id of small letters, digits and hyphens, at most 24, such as "linde"',
)


def _seen(words: str) -> str:
    """Refuse what controls a terminal or turns the words after it around."""
    if any(category(each) == "Cc" or bidirectional(each) in _TURNING for each in words):
        raise ValueError("should hold no control or direction marks")
    return words


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(_seen),
    Field(description="words that people read, 1-60 signs"),
]
Code = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9]{6,16}$", description="6-16 random letters and digits"),
]
Language = Annotated[
    str, Field(pattern=r"^[a-z]{2}$", description='a language as two small letters, such as "nl"')
]
Languages = Annotated[
    tuple[Language, ...],
    AfterValidator(not_empty),
    Field(description='a list of languages, such as ["nl", "en"]'),
]
Phone = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 -]{1,18}$")]
Email = Annotated[
    str,
    Field(
        max_length=254,
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$",
    ),
]
"""A mail address without a name or quotes; ASCII, as every mail server takes it."""
Modes = Annotated[
    tuple[Mode, ...],
    AfterValidator(not_empty),
    Field(description='a list out of "school", "phone", "video" and "home"'),
]
Closes = Literal["building", "all"]
"""What a closed day closes: talks at school only, or everything."""
Dates = Annotated[tuple[date, ...], Field(description="a list of dates, such as [2026-12-04]")]
Rrule = NewType("Rrule", str)


def ref_of(configured_id: str) -> Ref:
    """The number of an id in a button: 32 bits of BLAKE2s, the same on every machine."""
    return Ref(int.from_bytes(blake2s(configured_id.encode(), digest_size=4).digest()))


def code_digest(code: str) -> int:
    """A school's link code as a number of 40 bits: tells codes apart, prints none."""
    digest = blake2s(code.encode(), digest_size=5, person=b"school").digest()
    return int.from_bytes(digest)


def _known_zone(key: str) -> str:
    try:
        ZoneInfo(key)
    except (ValueError, OSError, KeyError):
        raise ValueError("is no time zone") from None
    return key


def _five_minutes(moment: time) -> time:
    if moment.minute % 5 or moment.second or moment.microsecond or moment.tzinfo:
        raise ValueError("should be a local time on the five minutes")
    return moment


LocalTime = Annotated[
    time,
    AfterValidator(_five_minutes),
    Field(description="a local time on the five minutes, such as 09:35"),
]
"""Wall-clock time in the programme's zone, a multiple of five minutes."""
LocalDate = Annotated[
    date,
    Field(ge=date(2020, 1, 1), le=date(2100, 1, 1), description="a date, such as 2026-08-31"),
]
FiveMinutes = Annotated[
    int, Field(gt=0, le=480, multiple_of=5, description="minutes, a multiple of five, 5-480")
]


def _beside(file: Path, info: ValidationInfo) -> Path:
    return Path((info.context or {}).get("folder", ".")) / file


class Hours(Section):
    """A part of a day, local wall time, [start, end)."""

    start: LocalTime
    end: LocalTime


class Contact(Section):
    """Somebody else to ask when no worker is there."""

    name: Name
    phone: Phone | None = Field(
        default=None, description='a phone number, such as "+31 20 000 0000"'
    )


class PrivacyContact(Contact):
    """[programme.privacy]: who answers for what is kept of people."""

    email: Email | None = Field(
        default=None, description='a plain mail address, such as "privacy@example.org"'
    )


class About(Section):
    """[programme]: its name, zone, languages and school-holiday region."""

    name: Name
    zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="Europe/Amsterdam", description='a time zone, such as "Europe/Amsterdam"'
    )
    languages: Languages = ("nl", "en")
    region: Literal["Noord", "Midden", "Zuid"] = Field(
        description='the region of the school holidays: "Noord", "Midden" or "Zuid"'
    )
    holidays_close: Closes = Field(default="all", description='"all" or "building"')
    contacts: tuple[Contact, ...] = ()
    privacy: PrivacyContact | None = None


class Provider(Section):
    """[[providers]]: an organisation that sends workers."""

    id: Annotated[ProviderId, _ID]
    name: Name


class School(Section):
    """[[schools]]: a building, its link code and its phone-free hours."""

    id: Annotated[SchoolId, _ID]
    name: Name
    address: Name
    code: Code
    code_from: LocalDate | None = Field(
        default=None, description="the date on which code was made, such as 2026-08-24"
    )
    staff_code: Code | None = Field(
        default=None, description="6-16 random letters and digits, other than code"
    )
    note: dict[Language, Annotated[str, StringConstraints(max_length=120)]] = Field(
        default={}, description="how to find the way, by language, each at most 120 signs"
    )
    phone_free: tuple[Hours, ...] = Field(
        default=(), description="hours such as [{ start = 08:30:00, end = 14:30:00 }]"
    )
    pupils: int | None = Field(
        default=None, ge=0, le=10000, description="how many pupils it has, 0-10000"
    )
    places: tuple[Name, ...] = Field(
        default=(), max_length=7, description='at most seven rooms, such as ["B2", "Aula"]'
    )
    contacts: tuple[Contact, ...] = ()

    @cached_property
    def ref(self) -> Ref:
        """The school in a button."""
        return ref_of(self.id)

    @cached_property
    def link(self) -> str:
        """The payload of the school's deep link, as its poster's QR code carries it."""
        return f"s_{self.id}_{self.code}"

    @cached_property
    def feedback_link(self) -> str:
        """The payload of the code at the door: it asks how it was, and opens nothing."""
        return f"f_{self.id}_{code_digest(f'door {self.code}'):x}"


class Worker(Section):
    """[[workers]]: who can be talked to."""

    id: Annotated[WorkerId, _ID]
    name: Name
    nicknames: tuple[Name, ...] = Field(
        default=(),
        max_length=8,
        description='at most eight other names that people type, such as ["Fati"]',
    )
    provider: Annotated[ProviderId, _ID]
    expertise: dict[Language, Annotated[str, StringConstraints(max_length=80)]] = Field(
        default={}, description="a few words by language, each at most 80 signs"
    )
    languages: Languages = ("nl",)
    modes: Modes = (Mode.SCHOOL,)
    video: str | None = Field(
        default=None,
        pattern=r"^https://[^\s<>]{4,200}$",
        description="the https address of this worker's own video room",
    )
    email: Email | None = Field(
        default=None,
        description='a plain mail address, such as "noor@example.org"; needs [mail] and [web]',
    )

    gender: Gender | None = Field(
        default=None, description='"female" or "male", where the worker wants it said'
    )
    photo: Annotated[Path, AfterValidator(_beside)] | None = Field(
        default=None, description="the path of a JPEG or PNG file of at most 5 MB"
    )

    @cached_property
    def ref(self) -> Ref:
        """The worker in a button."""
        return ref_of(self.id)


class GroupTable(Section):
    """`group` of [[schedules]]: several come together, one books a seat."""

    title: Annotated[
        dict[Language, Annotated[str, StringConstraints(min_length=1, max_length=30)]],
        AfterValidator(not_empty),
    ] = Field(description='a few words by language, each at most 30 signs, such as { nl = "Rust" }')
    seats: int = Field(ge=2, le=30, description="how many can come, 2-30")
    audiences: Annotated[tuple[Audience, ...], AfterValidator(not_empty)] = Field(
        default=(Audience.PUPIL,), description='a list out of "pupil", "parent" and "staff"'
    )

    def __hash__(self) -> int:
        """Schedules are kept by what they say, title and all."""
        return hash(self.value)

    @cached_property
    def value(self) -> Group:
        """The group as openings carry it."""
        return Group(Spoken(tuple(self.title.items())), self.seats, self.audiences)


class Schedule(Section):
    """[[schedules]]: recurring office hours, RFC 5545 RRULE in local wall time."""

    id: Annotated[ScheduleId, _ID]
    worker: Annotated[WorkerId, _ID]
    school: Annotated[SchoolId, _ID]
    room: Name
    first_on: LocalDate
    rrule: Rrule = Field(
        max_length=200, description='a rule of RFC 5545, such as "FREQ=WEEKLY;BYDAY=TU"'
    )
    exdates: Dates = ()
    rdates: Dates = ()
    start: LocalTime
    duration_minutes: FiveMinutes
    slot_minutes: FiveMinutes = 20
    buffer_minutes: int = Field(
        default=0, ge=0, le=120, multiple_of=5, description="minutes, a multiple of five, 0-120"
    )
    modes: Modes = (Mode.SCHOOL,)
    bookable: bool = Field(default=True, description="true or false")
    walk_in: bool = Field(default=True, description="true or false")
    walk_in_share: int = Field(
        default=0, ge=0, le=100, description="percent of the talks held back for walk-ins, 0-100"
    )
    group: GroupTable | None = Field(
        default=None, description='a table such as { title = { nl = "Rust" }, seats = 8 }'
    )

    @property
    def duration(self) -> timedelta:
        """From start to end."""
        return timedelta(minutes=self.duration_minutes)


class Closure(Section):
    """[[closures]]: days on which a school, or every school, is closed."""

    school: Annotated[SchoolId, _ID] | None = Field(
        default=None, description="the id of a school; leave it out for all schools"
    )
    first_on: LocalDate
    last_on: LocalDate
    closes: Closes = Field(default="all", description='"all" or "building"')
    name: Annotated[
        dict[Language, Annotated[str, StringConstraints(min_length=1, max_length=40)]],
        AfterValidator(not_empty),
    ] = Field(
        description='a few words by language, each at most 40 signs, such as { nl = "studiedag" }'
    )


class Coordinator(Section):
    """[[coordinators]]: who gets the digest, and of what."""

    id: Annotated[CoordinatorId, _ID]
    name: Name
    scope: str = Field(
        pattern=r"^(programme|(provider|school):[a-z0-9-]+)$",
        description='"programme", "provider:ID" or "school:ID"',
    )
    email: Email | None = Field(
        default=None,
        description='a plain mail address, such as "iris@example.org"; needs [mail]',
    )


class DigestGroup(Section):
    """[[digest.groups]]: schools whose topics are counted together."""

    id: Annotated[str, _ID]
    name: Name
    schools: Annotated[tuple[Annotated[SchoolId, _ID], ...], AfterValidator(not_empty)] = Field(
        description='a list of ids of schools, such as ["linde", "vuurkever", "hamerslag"]'
    )


class DigestTable(Section):
    """[[digest.tables]]: a table of the plan that is to be another, or one more."""

    name: str = Field(pattern=r"^[A-Z][0-9]$", description='a letter and a digit, such as "B1"')
    by: tuple[str, ...] | None = Field(
        default=None, description='what its cells tell apart, such as ["school"]'
    )
    alpha: str | None = Field(
        default=None,
        pattern=r"^[1-9][0-9]{0,2}/[1-9][0-9]{0,2}$",
        description='a fraction between 0 and 1, such as "2/3"',
    )
    weeks: int | None = Field(default=None, ge=1, le=104, description="weeks of a period, 1-104")
    every: int | None = Field(
        default=None, ge=1, le=104, description="weeks from one period to the next, as weeks"
    )


class DigestPlan(Section):
    """[digest]: what is published, and how strong the noise is."""

    plan: Literal["default", "strict", "small"] = Field(
        default="default", description='"default", "strict" or "small"'
    )
    groups: tuple[DigestGroup, ...] = ()
    tables: tuple[DigestTable, ...] = ()


class Programme(Section):
    """Everything a school year starts with; whole once `flows.hours.faults` finds nothing."""

    about: About
    providers: tuple[Provider, ...] = ()
    schools: tuple[School, ...]
    workers: tuple[Worker, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    closures: tuple[Closure, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    digest: DigestPlan = DigestPlan()

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone of all wall times."""
        return ZoneInfo(self.about.zone)

    @cached_property
    def _schools(self) -> dict[str | int, School]:
        return {key: each for each in self.schools for key in (each.id, each.ref)}

    @cached_property
    def _workers(self) -> dict[str | int, Worker]:
        return {key: each for each in self.workers for key in (each.id, each.ref)}

    def school(self, key: SchoolId | Ref | None) -> School | None:
        """The school of an id or of a button's number; None when the config has none such."""
        return self._schools.get(key) if key is not None else None

    def worker(self, key: WorkerId | Ref | None) -> Worker | None:
        """The worker of an id or of a button's number; None when the config has none such."""
        return self._workers.get(key) if key is not None else None

    def provider(self, key: ProviderId) -> Provider:
        """The provider of an id that a worker of this programme names."""
        return next(each for each in self.providers if each.id == key)

    def coordinator(self, key: CoordinatorId | None) -> Coordinator | None:
        """The coordinator of an id; None when the config has none such."""
        return next((each for each in self.coordinators if each.id == key), None)

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {each.id: each.group.value for each in self.schedules if each.group is not None}

    def group(self, key: ScheduleId | None) -> Group | None:
        """The group of a schedule; None for talks one by one, or when it is no longer there."""
        return self._groups.get(key) if key is not None else None

    def workers_at(self, school: SchoolId) -> tuple[Worker, ...]:
        """Those with a schedule at this school, in the order of the config."""
        there = {each.worker for each in self.schedules if each.school == school}
        return tuple(each for each in self.workers if each.id in there)

    def rated(self, payload: str) -> School | None:
        """The school whose code at the door carries this payload; None for any other text."""
        return next((each for each in self.schools if each.feedback_link == payload), None)

    def linked(self, payload: str) -> School | None:
        """The school whose deep link carries this payload; None for any other text."""
        return next((each for each in self.schools if each.link == payload), None)
