"""What it means when the database refuses, constraint by constraint; a test holds this complete."""

from flows.errors import AlreadyDoneError, PersonBusyError, SlotTakenError

Refusals = tuple[type[Exception], ...]

BUG: Refusals = ()
"""Nothing a person does can break it: it would be a mistake in our code, and is logged as one."""
KEPT_FIRST = "kept first"
"""The insert gives way (`ON CONFLICT`): the row that was there stays, or is replaced."""

MEANINGS: dict[str, Refusals | str] = {
    "pk_occupancy": (SlotTakenError, PersonBusyError),
    "pk_inbox": (AlreadyDoneError,),
    "pk_aside": KEPT_FIRST,
    "uq_person_lookup": KEPT_FIRST,
    "uq_notice_dedup_key": KEPT_FIRST,
    "pk_meta": KEPT_FIRST,
    "pk_worker": KEPT_FIRST,
    "pk_presence": KEPT_FIRST,
    "pk_revision": KEPT_FIRST,
    "pk_hours_end": KEPT_FIRST,
    "pk_desk": KEPT_FIRST,
    "pk_rate": KEPT_FIRST,
    "pk_departure": KEPT_FIRST,
    "pk_awaiting": KEPT_FIRST,
    "uq_waiting_appointment": KEPT_FIRST,
    "pk_passed": KEPT_FIRST,
    "pk_hold": KEPT_FIRST,
    "pk_demand_counter": KEPT_FIRST,
    "pk_demand_week": KEPT_FIRST,
    "pk_demand_seen": KEPT_FIRST,
    "pk_demand_closed": KEPT_FIRST,
    "pk_demand_plan": KEPT_FIRST,
    "pk_demand_released": BUG,
    "pk_person": BUG,
    "pk_staff": BUG,
    "uq_staff_person_role": BUG,
    "pk_invitation": BUG,
    "pk_appointment": BUG,
    "pk_hours_schedule": BUG,
    "pk_hours_block": BUG,
    "pk_hours_closing": BUG,
    "pk_hours_extra": BUG,
    "ck_hours_extra_span": BUG,
    "pk_absence": BUG,
    "ck_absence_span": BUG,
    "ck_appointment_span": BUG,
    "pk_participant": BUG,
    "uq_participant_appointment_seat": BUG,
    "pk_notice": BUG,
    "pk_audit": BUG,
    "pk_ban": BUG,
    "pk_waiting": BUG,
    "fk_staff_person": BUG,
    "fk_participant_appointment": BUG,
    "fk_participant_person": BUG,
    "fk_occupancy_appointment": BUG,
    "fk_waiting_appointment": BUG,
    "fk_waiting_person": BUG,
    "fk_passed_appointment": BUG,
    "fk_hold_appointment": BUG,
    "fk_hold_person": BUG,
    "ck_hold_span": BUG,
    "fk_notice_person": BUG,
    "fk_notice_appointment": BUG,
    "fk_awaiting_person": BUG,
    "fk_demand_seen_period": BUG,
}
