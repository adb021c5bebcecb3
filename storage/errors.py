"""What goes wrong with the database or its key, said to the operator in one sentence."""


class DatabaseError(Exception):
    """The database cannot be used; the text says why and what to do, without secrets."""


class StatementError(Exception):
    """The database refused a statement of ours: a mistake in the code, told without any value."""


class KeyFileError(Exception):
    """The key file or the key store cannot be used; the text says why and what to do."""


class SealError(Exception):
    """A sealed value does not belong where it stands, or to this key."""


class KeyGoneError(SealError):
    """The key of a person was destroyed: whatever was sealed for them stays so."""
