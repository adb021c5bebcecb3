"""Figures of a running bot, as Prometheus reads them: of the process, never of a school or topic.

Each replica counts what went through it; what stands in the database all of them tell alike.
"""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from storage.vitals import Vitals

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 150)
"""Seconds."""


class Figures:
    """Counts what happens; every label has a few fixed words, or the name of a class of errors."""

    def __init__(self) -> None:
        """All is zero."""
        self._registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=self._registry)
        self._updates = Counter(
            "inloop_updates",
            "Updates handled, by kind and by what became of them",
            ("kind", "outcome"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "inloop_update_seconds",
            "Seconds from taking an update to its answer",
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._errors = Counter(
            "inloop_errors", "Errors met, by class", ("error",), registry=self._registry
        )
        self._ticks = Histogram(
            "inloop_tick_seconds",
            "Seconds that a look at what is due took, with all that was",
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._waiting = self._gauge("inloop_outbox_waiting", "Notices that are not settled yet")
        self._due = self._gauge("inloop_outbox_due", "Notices that should be on their way")
        self._age = self._gauge("inloop_outbox_age_seconds", "How late the oldest of these is")
        self._database = self._gauge("inloop_database_up", "Whether the database can be read")
        self._silence = self._gauge(
            "inloop_telegram_silence_seconds", "Seconds since Telegram last answered anything"
        )

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(name, what, registry=self._registry)

    def handled(self, kind: str, outcome: str, seconds: float) -> None:
        """Count an update that was handled, or that is to come again."""
        self._updates.labels(kind, outcome).inc()
        self._seconds.observe(seconds)

    def met(self, error: BaseException) -> None:
        """Count an error by its class."""
        self._errors.labels(type(error).__name__).inc()

    def ticked(self, seconds: float) -> None:
        """Count a look at what is due."""
        self._ticks.observe(seconds)

    def stands(self, outbox: Vitals | None, late: float, silence: float | None) -> None:
        """Write down how things are now.

        Args:
            outbox: None when the database cannot be read.
            late: Seconds for which the oldest due notice has been.
            silence: Seconds since Telegram answered; None when it never did.
        """
        self._database.set(outbox is not None)
        if outbox is not None:
            self._waiting.set(outbox.waiting)
            self._due.set(outbox.due)
            self._age.set(late)
        self._silence.set(float("nan") if silence is None else silence)

    def text(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)
