"""What hostile people send: callback data, texts and whole updates, in any shape; seeded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, get_type_hints

from hypothesis import strategies as st

from flows.model import AppointmentId, Ref, Word
from flows.packing import LanguageCode, Step, kind_of
from flows.programme import ref_of
from flows.steps import STEPS, Card
from tests.ports import demo_programme
from tests.town import TUESDAY

Update = dict[str, Any]
_TODAY = TUESDAY.date()
_MOMENTS = [TUESDAY.replace(hour=9, minute=0) + n * timedelta(minutes=20) for n in range(25)]
_EDGES = [datetime.fromisoformat(f"{year}-01-01T00:00:00Z") for year in (2020, 2021, 2099)]
_REFS = [
    ref_of(each) for each in ("fatima", "jeroen", "linde", "linde", "linde-do-groep", "windkant")
]
_PAYLOADS = [each.link for each in demo_programme().schools]
_SAID = (
    "/start", "/help", "/privacy", "/stop", "/book", "/appointments", "/language", "/week", "hoi",
    "is Fatima er morgen om 10 uur?", "06 12345678", "afspraak afzeggen", "<b>x</b> &amp;", "{0}%s",
    "112", "ik wil niet meer leven", "\u202e\u2066tpircs", "a" * 4096, "🙂" * 500,
    "'; DROP TABLE person; --",
)  # fmt: skip


PLACES = tuple(AppointmentId(10**17 + n) for n in range(6))
"""Stand in callback data for talks that are there when it is sent."""


def presses() -> st.SearchStrategy[str]:
    """Callback data: steps with other people's ids, and what no bot ever wrote."""
    steps = st.one_of([_step(each) for each in STEPS])
    written = steps.map(Step.pack)
    torn = st.tuples(written, st.integers(0, 63), st.text(max_size=3)).map(
        lambda cut: f"{cut[0][: cut[1]]}{cut[2]}"
    )
    codes = st.sampled_from([each.code for each in STEPS])
    parts = st.lists(st.text("0123456789abcdefghijklmnopqrstuvwxyz-", max_size=14), max_size=6)
    made_up = st.tuples(codes, parts).map(lambda both: ".".join([both[0], *both[1]]))
    data = st.one_of(written, written, written, made_up, torn, st.text(max_size=64))
    return st.tuples(st.sampled_from(["", "", "+"]), data).map("".join)


def texts() -> st.SearchStrategy[str]:
    """What is typed: words, commands, links that may or may not exist, signs of any kind."""
    links = st.one_of(st.sampled_from(_PAYLOADS), st.text("abci_-0123456789", max_size=30))
    return st.one_of(
        st.sampled_from(_SAID),
        links.map("/start {}".format),
        st.text(min_size=1, max_size=80),
        st.from_regex(r"/[a-z]{1,12}( .{0,20})?", fullmatch=True),
    )


def _step(kind: type[Step]) -> st.SearchStrategy[Step]:
    hints = get_type_hints(kind, include_extras=True)
    given = {each.name: _values(hints[each.name]) for each in fields(kind)}
    return st.builds(kind, **given)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field: those that mean something, and a few that do not."""
    kind = kind_of(hint)
    if kind is not hint:
        return st.none() | _values(kind)
    if isinstance(hint, type) and issubclass(hint, Word):
        return st.sampled_from(list(hint))
    return _plain().get(hint, st.integers(0, 3) | st.integers(0, 46655))


@cache
def _plain() -> Mapping[Any, st.SearchStrategy[Any]]:
    days = [_TODAY + timedelta(days=n) for n in range(-2, 12)]
    return {
        AppointmentId: st.sampled_from(PLACES),
        Ref: st.sampled_from(_REFS) | st.integers(0, 2**32 - 1),
        LanguageCode: st.sampled_from(["nl", "en", "ar", "zz"]),
        date: st.sampled_from([*days, date(2020, 1, 1), date(2021, 1, 1), date(2099, 12, 31)]),
        datetime: st.sampled_from([*_MOMENTS, *_EDGES]),
        int: st.integers(0, 3) | st.integers(0, 2**63 - 1),
    }


def aimed(data: str, talks: Sequence[AppointmentId]) -> str:
    """Callback data with the ids of these talks in place of `PLACES`."""
    for place, talk in zip(PLACES, talks, strict=False):
        data = data.replace(_packed(place), _packed(talk))
    return data


def _packed(talk: AppointmentId) -> str:
    return Card(talk).pack().partition(".")[2]


def pressed(user: Mapping[str, Any], number: int, message: int, data: str) -> Update:
    """A button's update, as Telegram brings it."""
    chat = {"id": user["id"], "type": "private"}
    query = {
        "id": str(number),
        "from": user,
        "chat_instance": "1",
        "data": data,
        "message": {"message_id": message, "date": 1_795_000_000, "chat": chat},
    }
    return {"update_id": number, "callback_query": query}


def typed(user: Mapping[str, Any], number: int, text: str) -> Update:
    """A message's update, as Telegram brings it."""
    said: Update = {
        "message_id": number,
        "date": int(TUESDAY.timestamp()),
        "chat": {"id": user["id"], "type": "private"},
        "from": user,
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split(" ", maxsplit=1)[0].encode("utf-16-le")) // 2
        said["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": number, "message": said}


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
_NAMES = st.text(max_size=8)
JSON = st.recursive(
    _LEAVES | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_NAMES, inner, max_size=2),
    max_leaves=4,
)
KINDS = (
    "message", "callback_query", "my_chat_member", "edited_message", "channel_post", "inline_query",
    "poll", "chat_member", "message_reaction", "business_message", "shipping_query",
)  # fmt: skip


def bent(update: Update, path: Sequence[int], value: Any, kind: str) -> Update:
    """An update with one thing in it, found by `path`, replaced; or under another kind's name."""
    copy: Update = json.loads(json.dumps(update))
    place: Any = copy
    for turn in path:
        names = sorted(place)
        if not names:
            break
        name = names[turn % len(names)]
        if isinstance(place[name], dict) and turn % 3:
            place = place[name]
            continue
        if name != "update_id":
            place[name] = value
        return copy
    known = next((each for each in KINDS if each in copy), None)
    if known is not None:
        copy[kind] = copy.pop(known)
    return copy
