# One's own hours: the week, what comes back, and what changes.
desk-week = Your office hours. Choose one.
desk-week-none = You have no office hours then.
desk-week-key = 🗓️ { $day }, { $start } – { $school } ({ $count })
hour-title = Office hours on { $on }
hour-talks = { $count ->
    [0] There are no talks.
    [one] There is { $count } talk.
   *[other] There are { $count } talks.
}
hour-drop = ✖️ Not this time

weekly-title = These are your weekly hours.
weekly-none = You have no weekly hours yet.
weekly-key = 🕘 { $weekday }, { $start } – { $school }
weekly-one = These are weekly hours.
weekly-row = 🕘 { $weekday }, { $start } to { $end }, { $school }
weekly-change = 🔁 Change
weekly-end = ✖️ End
weekly-extra = ➕ Extra hours
weekly-add = 🕘 New weekly hours
weekly-block = ⛔ Weekly meeting
meeting-key = ⛔ { $weekday }, { $start } – meeting
meeting-title = There are no office hours then.
meeting-row = ⛔ { $weekday }, { $start }
meeting-end = ✖️ End

plan-school = At which school?
plan-on = On which day?
plan-from = From which day on?
plan-weekday = On which day of the week?
plan-start = When does it begin?
plan-end = Until when?
plan-yes = ✅ Yes, that is right
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ Until { $clock }
sure-extra = This comes in addition:
sure-add = This comes in addition:
sure-change = This is how it will be:
sure-end = This ends:
sure-block = There is a meeting then:
plan-row-end = • first day without: { $on }
plan-row-weekly = • every { $weekday }, { $start } to { $end }, from { $on } on
sure-school = 🏫 { $school }
note-hours = { $count ->
    [0] Done. No talks fell away.
    [one] Done. { $count } talk fell away. That person gets a message.
   *[other] Done. { $count } talks fell away. Everybody gets a message.
}
weekly-group = 👥 { $title }
