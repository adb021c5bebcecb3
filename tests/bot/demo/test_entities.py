"""Telegram's HTML and its complaints."""

import pytest

from bot.demo.entities import parse_html
from bot.demo.replies import ApiError, Json


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Hoi</b>", "Hoi", [{"type": "bold", "offset": 0, "length": 3}]),
        ("👋 <i>Hoi</i>", "👋 Hoi", [{"type": "italic", "offset": 3, "length": 3}]),
        ("<STRONG>x</STRONG>", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        ("<u>x</u>", "x", [{"type": "underline", "offset": 0, "length": 1}]),
        ("<del>x</del>", "x", [{"type": "strikethrough", "offset": 0, "length": 1}]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
        ("<span class='tg-spoiler'>x</span>", "x", [{"type": "spoiler", "offset": 0, "length": 1}]),
        ("<code>x</code>", "x", [{"type": "code", "offset": 0, "length": 1}]),
        ("<blockquote>x</blockquote>", "x", [{"type": "blockquote", "offset": 0, "length": 1}]),
        (
            "<blockquote expandable>x</blockquote>",
            "x",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        (
            '<code class="language-python">x</code>',
            "x",
            [{"type": "code", "offset": 0, "length": 1}],
        ),
        (
            '<a href="tel:+31201234567">bel</a>',
            "bel",
            [{"type": "text_link", "offset": 0, "length": 3, "url": "tel:+31201234567"}],
        ),
        (
            '<a href="https://example.nl?a=1&amp;b=2">x</a>',
            "x",
            [{"type": "text_link", "offset": 0, "length": 1, "url": "https://example.nl?a=1&b=2"}],
        ),
        (
            "<a>example.nl</a>",
            "example.nl",
            [{"type": "text_link", "offset": 0, "length": 10, "url": "http://example.nl/"}],
        ),
        ('<a href="javascript:x">x</a>', "x", []),
        (
            '<a href="tg://user?id=7">Sam</a>',
            "Sam",
            [
                {
                    "type": "text_mention",
                    "offset": 0,
                    "length": 3,
                    "user": {"id": 7, "is_bot": False, "first_name": "7"},
                }
            ],
        ),
        (
            '<tg-time unix="1790000000">vrijdag</tg-time>',
            "vrijdag",
            [{"type": "date_time", "offset": 0, "length": 7, "unix_time": 1790000000}],
        ),
        (
            '<tg-time unix="1790000000" format="wDt">vrijdag</tg-time>',
            "vrijdag",
            [
                {
                    "type": "date_time",
                    "offset": 0,
                    "length": 7,
                    "unix_time": 1790000000,
                    "date_time_format": "wDt",
                }
            ],
        ),
        ("<tg-time>vrijdag</tg-time>", "vrijdag", []),
        ("<tg-emoji emoji-id='1'>👍</tg-emoji>", "👍", []),
        ("<b></b>x", "x", []),
        (
            "<b>a<i>b</></b>",
            "ab",
            [
                {"type": "bold", "offset": 0, "length": 2},
                {"type": "italic", "offset": 1, "length": 1},
            ],
        ),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;x&quot; &#65;&#x42;", '1 < 2 && 3 > 2 "x" AB', []),
        ("&eacute; & &; &#0; &#99999999999;", "&eacute; & &; &#0; &#99999999999;", []),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[Json]) -> None:
    rich = parse_html(source)

    assert (rich.text, list(rich.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Hoi, <x>Noor</x>", 'Unsupported start tag "x" at byte offset 5'),
        ("é <p>", 'Unsupported start tag "p" at byte offset 3'),
        ("a < b>", 'Unsupported start tag "" at byte offset 2'),
        ("<{0}>", 'Unsupported start tag "{0}" at byte offset 0'),
        ("<b>Hoi", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Hoi</b>", "Unexpected end tag at byte offset 3"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a ='x'>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-time unix='1' format='q'>x</tg-time>", "Invalid date format used"),
        (
            "&#xD800;",
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units",
        ),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(source: str, sentence: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {sentence}"
