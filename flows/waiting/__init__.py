"""The line for an earlier time: who is offered what, and for how long it is held."""
