"""Pages: whatever a text holds, it stays text."""

from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from bot.mail.html import HEADERS, page


class Seen(HTMLParser):
    """The tags of a page and its words, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


SIGNS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


@given(SIGNS, SIGNS)
@example("<b>Dag</b>", "Ja")
@example("Dag", "</button><script>x</script>")
@example("&lt;", "&")
@example("$title", "${rest}")
def test_no_text_becomes_a_tag(line: str, button: str) -> None:
    plain, hostile = Seen(page("nl", ["a", "b"], "c")), Seen(page("nl", [line, line], button))
    assert hostile.tags == plain.tags
    assert "".join(hostile.words).count(line) >= 3


def test_a_page_says_its_language_and_direction() -> None:
    assert '<html lang="nl" dir="ltr">' in page("nl", ["Dag"])
    assert '<html lang="ar" dir="rtl">' in page("ar", ["Dag"])


def test_without_a_button_there_is_no_form() -> None:
    assert "form" not in Seen(page("nl", ["Dag"])).tags
    assert Seen(page("nl", ["Dag"], "Ja")).tags.count("button") == 1


def test_no_page_runs_a_script_or_is_kept() -> None:
    assert "script" not in page("nl", ["Dag"], "Ja")
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert HEADERS["Cache-Control"] == "no-store"
