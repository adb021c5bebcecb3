"""Links that open the bot."""


def deep_link(username: str, payload: str) -> str:
    """A link that opens the bot of this name (without @) with a payload."""
    return f"https://t.me/{username}?start={payload}"
