"""What stops the bot, said to the operator in one sentence."""


class OperatorError(Exception):
    """The message says what is wrong and what to do; the command ends with exit code 1."""
