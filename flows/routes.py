"""The one table of steps: who may take each, what it shows or does, and where a refusal leads."""

from collections.abc import Awaitable, Callable, Mapping
from enum import Enum

from flows import home, steps
from flows import staff_steps as staff
from flows.answering import views as answering
from flows.attendance import actions as attending
from flows.attendance import views as attendance
from flows.booking import actions as booking
from flows.booking import card_views as cards
from flows.booking import group_views as groups
from flows.booking import sharing, together
from flows.booking import views as finding
from flows.demand import views as demand
from flows.desk import actions as desk
from flows.desk import bans
from flows.desk import talk_views as talks
from flows.desk import views as desks
from flows.door import actions as dooring
from flows.door import views as door
from flows.feedback import actions as rating
from flows.feedback import views as feedback
from flows.hours import views as hours
from flows.packing import Do, Show, Step
from flows.people import actions as people
from flows.people import views as persons
from flows.planning import actions as planning
from flows.planning import views as plans
from flows.ports import Work
from flows.reminding import actions as reminders
from flows.reminding import views as reminding
from flows.rights import actions as erasing
from flows.rights import views as rights
from flows.safety import views as safety
from flows.screen import Screen
from flows.visit import Outcome, Visit
from flows.waiting import actions as waiting
from flows.waiting import views as offers


class Who(Enum):
    """Who may take a step; whose talk or desk it is, the step's own read decides."""

    ANYONE = "anyone"
    PERSON = "person"
    WORKER = "worker"
    COORDINATOR = "coordinator"
    STAFF = "worker or coordinator"


View = Callable[..., Awaitable[Screen]]
Action = Callable[..., Awaitable[Outcome]]
Command = Callable[[Visit, Work], Awaitable[Outcome]]

SHOWS: Mapping[type[Show], tuple[Who, View]] = {
    steps.Home: (Who.ANYONE, home.home),
    steps.Help: (Who.ANYONE, safety.help_card),
    steps.Call: (Who.ANYONE, safety.call),
    steps.Hide: (Who.ANYONE, safety.hide),
    steps.More: (Who.ANYONE, home.more),
    steps.Privacy: (Who.ANYONE, rights.privacy),
    steps.PrivacyPage: (Who.ANYONE, rights.page),
    steps.MyData: (Who.ANYONE, rights.my_data),
    steps.MyFile: (Who.PERSON, rights.my_file),
    steps.EraseSure: (Who.ANYONE, rights.erase_sure),
    steps.Erased: (Who.ANYONE, rights.erased),
    steps.Languages: (Who.ANYONE, persons.languages),
    steps.Roles: (Who.ANYONE, persons.roles),
    steps.Schools: (Who.ANYONE, persons.schools),
    steps.Week: (Who.PERSON, hours.week),
    steps.Workers: (Who.PERSON, finding.workers),
    steps.Times: (Who.PERSON, finding.times),
    steps.Days: (Who.PERSON, finding.days),
    steps.Ways: (Who.PERSON, finding.ways),
    steps.Groups: (Who.PERSON, groups.groups),
    steps.There: (Who.PERSON, answering.there),
    steps.Meant: (Who.PERSON, answering.meant),
    steps.Unsure: (Who.ANYONE, answering.unsure),
    steps.About: (Who.ANYONE, answering.about),
    steps.Mine: (Who.PERSON, cards.mine),
    steps.Card: (Who.PERSON, cards.card),
    steps.Topics: (Who.PERSON, cards.topics),
    steps.Reminder: (Who.PERSON, cards.reminder),
    steps.Told: (Who.PERSON, cards.told),
    steps.Sorry: (Who.PERSON, cards.sorry),
    steps.Delays: (Who.PERSON, cards.delays),
    steps.CardMore: (Who.PERSON, cards.more),
    steps.Together: (Who.PERSON, together.together),
    steps.Apart: (Who.PERSON, together.apart),
    steps.Consults: (Who.PERSON, cards.consults),
    steps.Calendar: (Who.PERSON, cards.calendar),
    steps.Opinion: (Who.ANYONE, feedback.opinion),
    steps.Thanks: (Who.ANYONE, feedback.thanks),
    steps.Offer: (Who.PERSON, offers.offer),
    steps.Sharing: (Who.PERSON, sharing.ask),
    steps.Unlock: (Who.PERSON, sharing.unlock),
    steps.Reminders: (Who.PERSON, reminding.reminders),
    staff.Day: (Who.WORKER, talks.day),
    staff.Talk: (Who.WORKER, talks.talk),
    staff.Seats: (Who.WORKER, talks.seats),
    staff.CancelSure: (Who.WORKER, talks.cancel_sure),
    staff.Number: (Who.WORKER, talks.number),
    staff.News: (Who.WORKER, talks.news),
    staff.Daily: (Who.WORKER, desks.daily),
    staff.Settings: (Who.WORKER, desks.settings),
    staff.DeskWeek: (Who.WORKER, plans.desk_week),
    staff.Hour: (Who.WORKER, plans.hour),
    staff.Weekly: (Who.WORKER, plans.weekly),
    staff.Regular: (Who.WORKER, plans.regular),
    staff.Meeting: (Who.WORKER, plans.meeting),
    staff.Plan: (Who.WORKER, plans.plan),
    staff.Ask: (Who.WORKER, attendance.ask),
    staff.Later: (Who.WORKER, attendance.later),
    staff.Gone: (Who.WORKER, attendance.gone),
    staff.GoneUntil: (Who.WORKER, attendance.gone_until),
    staff.GoneDays: (Who.WORKER, attendance.gone_days),
    staff.GoneSure: (Who.STAFF, attendance.gone_sure),
    staff.Colleagues: (Who.STAFF, attendance.colleagues),
    staff.ShutSure: (Who.STAFF, attendance.shut_sure),
    staff.DoorText: (Who.STAFF, attendance.door_text),
    staff.Places: (Who.WORKER, attendance.places),
    staff.Door: (Who.WORKER, door.door),
    staff.NextTimes: (Who.WORKER, door.next_times),
    staff.Ended: (Who.WORKER, door.ended),
    staff.Ending: (Who.WORKER, door.ending),
    staff.EndSure: (Who.WORKER, door.end_sure),
    staff.Visitors: (Who.WORKER, door.visitors),
    staff.Digest: (Who.COORDINATOR, demand.digest),
    staff.Sheet: (Who.COORDINATOR, demand.sheet),
    staff.Trend: (Who.COORDINATOR, demand.trend),
    staff.Block: (Who.COORDINATOR, demand.block),
    staff.Staff: (Who.COORDINATOR, desks.staff),
    staff.StaffMember: (Who.COORDINATOR, desks.staff_member),
}


def _home(_step: Step) -> Show:
    return steps.Home()


def _erased(_step: Step) -> Show:
    return steps.Erased()


def _times_of(step: steps.Book | steps.Share) -> Show:
    if step.group:
        return steps.Groups()
    return steps.Times(step.worker if step.chosen else None, step.mode)


def _times_to_move(step: steps.Move) -> Show:
    if step.group:
        return steps.Groups(None, step.appointment, step.version)
    return steps.Times(step.worker, step.mode, None, step.appointment, step.version)


def _card_of(
    step: steps.Cancel
    | steps.Restore
    | steps.Tell
    | steps.GivePhone
    | steps.Nobody
    | steps.Delay
    | steps.Type
    | steps.Discuss
    | steps.Await
    | steps.Unawait
    | steps.Decline
    | steps.Bring
    | steps.Unbring
    | steps.Part
    | steps.Interpret,
) -> Show:
    return steps.Card(step.appointment)


def _gone(_step: Step) -> Show:
    return staff.Gone()


def _weekly(_step: Step) -> Show:
    return staff.Weekly()


def _week(_step: Step) -> Show:
    return staff.DeskWeek()


def _door_of(step: staff.DoorBook) -> Show:
    return staff.Door(step.audience, step.mode)


def _talk_or_settings(step: staff.Unban) -> Show:
    return staff.Settings() if step.appointment is None else staff.Talk(step.appointment)


def _talk_of(
    step: staff.DoorMove
    | staff.DoorCancel
    | staff.CancelFor
    | staff.Again
    | staff.Came
    | staff.Ban,
) -> Show:
    return staff.Talk(step.appointment)


def _ending_of(step: staff.Conclude) -> Show:
    return staff.Ending(step.appointment)


def _member_of(step: staff.Invite | staff.Remove) -> Show:
    return staff.StaffMember(step.worker)


DOS: Mapping[type[Do], tuple[Who, Action, Callable[..., Show]]] = {
    steps.Enter: (Who.ANYONE, people.enter, _home),
    steps.Speak: (Who.ANYONE, people.speak, _home),
    steps.Attend: (Who.ANYONE, people.attend, _home),
    steps.Book: (Who.PERSON, booking.book, _times_of),
    steps.Move: (Who.PERSON, booking.move, _times_to_move),
    steps.Cancel: (Who.PERSON, booking.cancel, _card_of),
    steps.Restore: (Who.PERSON, booking.restore, _card_of),
    steps.Tell: (Who.PERSON, booking.tell, _card_of),
    steps.GivePhone: (Who.PERSON, booking.ask_phone, _card_of),
    steps.Nobody: (Who.PERSON, booking.nobody, _card_of),
    steps.Type: (Who.PERSON, booking.ask_words, _card_of),
    steps.Discuss: (Who.PERSON, booking.discuss, _card_of),
    steps.Rate: (Who.ANYONE, rating.rate, _home),
    steps.Delay: (Who.PERSON, booking.delay, _card_of),
    steps.Interpret: (Who.PERSON, booking.interpret, _card_of),
    steps.Await: (Who.PERSON, waiting.wait, _card_of),
    steps.Unawait: (Who.PERSON, waiting.stop, _card_of),
    steps.Bring: (Who.PERSON, together.bring, _card_of),
    steps.Unbring: (Who.PERSON, together.unbring, _card_of),
    steps.Part: (Who.PERSON, together.part, _card_of),
    steps.Decline: (Who.PERSON, waiting.decline, _card_of),
    steps.Sit: (Who.STAFF, people.sit, _home),
    steps.Share: (Who.PERSON, sharing.share, _times_of),
    steps.Remind: (Who.PERSON, reminders.remind, _home),
    steps.Stop: (Who.PERSON, reminders.stop, _home),
    steps.Erase: (Who.PERSON, erasing.erase, _erased),
    staff.Here: (Who.WORKER, attending.here, _home),
    staff.Late: (Who.WORKER, attending.late, _home),
    staff.Meet: (Who.WORKER, attending.meet, _home),
    staff.Leave: (Who.STAFF, attending.leave, _home),
    staff.Return: (Who.WORKER, attending.back, _gone),
    staff.Shut: (Who.STAFF, attending.shut, _home),
    staff.Reopen: (Who.STAFF, attending.reopen, _home),
    staff.Settle: (Who.WORKER, planning.settle, _weekly),
    staff.Drop: (Who.WORKER, planning.drop, _week),
    staff.Unblock: (Who.WORKER, planning.unblock, _weekly),
    staff.WalkIn: (Who.WORKER, dooring.walk_in, _home),
    staff.DoorBook: (Who.WORKER, dooring.book, _door_of),
    staff.DoorMove: (Who.WORKER, dooring.move, _talk_of),
    staff.DoorCancel: (Who.WORKER, dooring.cancel, _talk_of),
    staff.CancelFor: (Who.WORKER, desk.cancel_for, _talk_of),
    staff.Again: (Who.WORKER, dooring.again, _talk_of),
    staff.Came: (Who.WORKER, dooring.came, _talk_of),
    staff.Conclude: (Who.WORKER, dooring.conclude, _ending_of),
    staff.Ban: (Who.WORKER, bans.ban, _talk_of),
    staff.Unban: (Who.WORKER, bans.unban, _talk_or_settings),
    staff.TellDaily: (Who.WORKER, desk.tell_daily, _home),
    staff.Invite: (Who.COORDINATOR, desk.invite, _member_of),
    staff.Remove: (Who.COORDINATOR, desk.remove, _member_of),
}
"""Who may, what is done, and where a refusal leads."""
