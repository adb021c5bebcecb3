"""Whatever is sent, the server reads it or refuses it."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.calls import Call, as_params
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.methods import METHODS
from bot.demo.replies import ApiError
from bot.demo.sending import checked_text, read_text
from bot.demo.texts import units

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
NAMES = (
    "text caption parse_mode entities caption_entities reply_markup reply_parameters media"
    " chat_id message_id message_ids commands scope menu_button photo document offset limit"
    " allowed_updates link_preview_options action language_code url callback_query_id"
)
KEYS = (
    "inline_keyboard text callback_data url copy_text style type message_id offset length"
    " chat_id command description media caption keyboard"
)
SCALARS = st.none() | st.booleans() | st.integers(-2, 5) | st.sampled_from(["", "x", "photo"])
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.text(alphabet="ab <>/&;='\"#x1b é👋\u200f\n"))
def test_any_text_is_read_or_refused_as_telegram_would(text: str) -> None:
    try:
        rich = checked_text(read_text(Call("sendMessage", {"text": text, "parse_mode": "HTML"})))
    except ApiError as refused:
        assert refused.status == 400  # noqa: PT017
    else:
        assert rich.text == rich.text.strip(" \n")
        assert all(part["length"] > 0 for part in rich.entities)
        assert all(part["offset"] + part["length"] <= units(rich.text) for part in rich.entities)


@given(
    st.sampled_from(sorted(METHODS)),
    st.dictionaries(st.sampled_from(NAMES.split()), JSON, max_size=3),
)
async def test_no_call_however_wrong_breaks_the_server(
    method: str, values: dict[str, object]
) -> None:
    core = Core(DemoClock(MONDAY))
    core.people.type(core.people.add("Noor", user_id=1).id, "/start")
    usual = {"chat_id": "1", "text": "x", "message_id": "1", "action": "typing"}

    reply = await core.call(core.token, method, {**usual, **as_params(values), "timeout": "0"})

    assert reply.status in {200, 400, 409}
    assert reply.payload()
