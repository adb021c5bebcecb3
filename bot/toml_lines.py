"""On which line of a TOML file a key stands; tomllib does not say."""

import re
import tomllib
from bisect import bisect_right
from itertools import count

Path = tuple[str | int, ...]
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*(\.?)""")
_STRING = re.compile(
    r'''"""(?:\\.|[^\\])*?"""(?:"{0,2})|\'\'\'.*?\'\'\'(?:'{0,2})|"(?:\\.|[^"\\])*"|'[^']*\'''',
    re.DOTALL,
)
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d [\d:.+Zz-]+|[^,\]}\s#]+")


class Lines:
    """The lines of a TOML text by path, counted from 1.

    The text must be one that tomllib reads: the scanner finds its way, it does not judge.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._tables: dict[Path, int] = {}
        self._known: dict[Path, int] = {}
        table: Path = ()
        at = self._skip(0)
        while at < len(text):
            at, table = self._header(at) if text[at] == "[" else (self._pair(at, table), table)
            at = self._skip(at)

    def of(self, path: Path) -> int | None:
        """The line of a key, or of the nearest table around a key that is not there.

        None when not even that is there, or when the path is empty.
        """
        for length in range(len(path), 0, -1):
            if path[:length] in self._known:
                return self._known[path[:length]]
        return None

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self._text, at)
        return found.end() if found else at

    def _note(self, path: Path, at: int) -> None:
        self._known.setdefault(path, bisect_right(self._starts, at))

    def _header(self, at: int) -> tuple[int, Path]:
        """Read `[table]` or `[[table]]`; gives where it ends and the path it opens."""
        is_array = self._text.startswith("[[", at)
        end, keys = self._keys(at + 1 + is_array)
        path: Path = ()
        for place, key in enumerate(keys, start=1):
            path = (*path, key)
            if is_array and place == len(keys):
                self._note(path, at)
                self._tables[path] = self._tables.get(path, -1) + 1
            if path in self._tables:
                path = (*path, self._tables[path])
            self._note(path, at)
        return end + 1 + is_array, path

    def _pair(self, at: int, table: Path) -> int:
        """Read `key = value` below a table; gives where it ends."""
        end, keys = self._keys(at)
        for length in range(1, len(keys) + 1):
            self._note((*table, *keys[:length]), at)
        return self._value(self._skip(end + 1), (*table, *keys))

    def _keys(self, at: int) -> tuple[int, list[str]]:
        """Read a dotted key; gives where the sign after it stands, and its parts."""
        keys: list[str] = []
        while found := _KEY.match(self._text, at):
            at = found.end()
            keys.append(_plain(found[1]))
            if not found[2]:
                break
        return at, keys

    def _value(self, at: int, path: Path) -> int:
        if self._text[at] == "[":
            return self._items(at + 1, path)
        if self._text[at] == "{":
            return self._inline(at + 1, path)
        found = _STRING.match(self._text, at) or _SCALAR.match(self._text, at)
        return found.end() if found else len(self._text)

    def _items(self, at: int, path: Path) -> int:
        for n in count():
            at = self._skip(at)
            if self._text[at] == "]":
                break
            self._note((*path, n), at)
            at = self._comma(self._value(at, (*path, n)))
        return at + 1

    def _inline(self, at: int, path: Path) -> int:
        at = self._skip(at)
        while self._text[at] != "}":
            at = self._comma(self._pair(at, path))
        return at + 1

    def _comma(self, at: int) -> int:
        at = self._skip(at)
        return self._skip(at + 1) if self._text[at] == "," else at


def _plain(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return str(tomllib.loads(f"key = {key}")["key"])
