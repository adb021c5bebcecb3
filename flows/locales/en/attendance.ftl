# Here, later, or not here.
ask-here = Are you at { $school }?
late-ask = How many minutes later?
late-told = Those still to come get a message.
late-key = ⏳ { $minutes } minutes
note-late = Done. You come { $minutes } minutes later.

gone-ask = When are you not there?
gone-days-row = • { $first } to { $last }
gone-day-row = • { $on }, { $start } to { $end }
gone-back = ↩️ Back after all, { $day }
gone-today = ✖️ Not today
gone-hours = ⏰ Until a time
gone-days = 📅 Other days
gone-until = Until when are you away?
gone-until-key = ⏰ Until { $clock }
gone-no-hours = There are no more hours today.
gone-first = What is your first day away?
gone-last = What is your last day away?
gone-sure = You are away then:
gone-sure-other = { $name } is not there any more today.
gone-talks = { $count ->
    [0] No talks fall away.
    [one] { $count } talk falls away. That person gets a message.
   *[other] { $count } talks fall away. Everybody gets a message.
}
gone-all-told = Everyone who booked gets a message.
gone-yes = ✖️ Yes, I am away
gone-yes-other = ✖️ Yes, that is right
note-gone = { $count ->
    [0] Done. No talks fell away.
    [one] Done. { $count } talk fell away. That person gets a message.
   *[other] Done. { $count } talks fell away. Everybody gets a message.
}
note-gone-other = Done. Everyone who booked gets a message.
note-back = Good to have you back.

colleagues-key = 👥 Colleague away
colleagues-ask = Who is not there? Or is the school closed?
colleagues-none = Nobody else is there today.
colleague-key = ✖️ { $name }
shut-key = 🔒 { $school } closed
reopen-key = 🔓 { $school } open
shut-sure = { $school } is closed today.
shut-phone = Talks by phone and video go on.
shut-yes = 🔒 Yes, closed
note-shut = Done. { $school } is closed. Everyone who booked gets a message.
note-reopened = Done. { $school } is open again.

door-text = You can hang this on the door:
door-away = { $name } is not there on { $on }.

place-ask = Where are you today at { $school }?
place-key = 📍 { $room }
place-key-desk = 🛎️ I pick up
place-change = 📍 Place of today
note-place = Done. Everybody sees the new place.
