workers-choose = Who do you want to talk to?
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. From { $provider }. Speaks { $languages }.
worker-name = • { $name }. From { $provider }. Speaks { $languages }.
worker-female = { $name } (woman)
worker-male = { $name } (man)
gender-female = 👩 A woman
gender-male = 👨 A man

times-anybody = Choose a time.
times-with = Choose a time with { $name }.
times-school = You talk at school.
times-phone = You talk by phone.
times-video = You talk by video.
times-home = The worker comes to your home.
times-full = Nothing is free on { $on }. This is free after that.
time-key = 🕐 { $day }, { $clock }
time-key-with = 🕐 { $day }, { $clock } – { $name }
times-later = ➡️ Later
times-day = 📅 Another day
times-way = 💬 Phone or video
times-way-other = 💬 Another way
times-none = Nothing is free now at { $school }.
times-none-else = Try the phone or somebody else. Or ask here:

days-choose = Choose a day.
days-none = There are no days yet.
day-key = 📅 { $day }

ways-choose = How do you want to talk?
way-school = 🏫 At school
way-phone = 📞 By phone
way-video = 🎥 By video
way-home = 🏠 At your home

card-booked = Your talk
card-cancelled = This talk is cancelled.
card-fulfilled = This talk is over.
card-noshow = This talk is over.
card-when = 📅 { $at }
card-at-room = 🏫 With { $name }, { $school }, { $room }
card-at-school = 🏫 With { $name }, { $school }
card-at-phone = 📞 { $name } calls you.
card-at-video = 🎥 Video with { $name }.
card-at-home = 🏠 { $name } comes to your home and calls first.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ { $name } is there.
card-phone-ask = We do not have your number yet.
card-phone-known = We have your number.
card-phone = 📞 Give number
card-move = 🔁 Another time
card-cancel = ❌ Cancel
card-restore = ↩️ Do not cancel
card-topic = 💭 What about?

mine-none = You have no talks.
mine-choose = Your talks. Choose one.
mine-key = 📋 { $at }, { $name }

topics-ask = What is it about?
topics-free = You do not have to choose. We only count it.
topic-home = 🏠 Home
topic-feelings = 😔 Feelings
topic-behaviour = 💥 Behaviour
topic-friends = 👥 Friends, bullying
topic-school = 📚 School
topic-money = 💶 Money, housing
topic-future = 🧭 Future, work
topic-other = ✳️ Something else
topic-not-said = Not said

note-moved = Done. Your talk has a new time.
note-restored = Done. Your talk is back.
note-thanks = Thank you.
note-type-phone = Type your phone number now.
note-phone = Done. We keep your number. Your message is gone.

reminder-evening = Reminder for tomorrow
reminder-morning = Reminder for today
reminder-hour = Reminder for soon
reminder-card = 📋 View

card-code = { $code }
card-desk = Come to the desk. They pick you up.
card-nobody = 🚪 Nobody is here
card-interpreter = An interpreter was asked for.
card-ask-interpreter = 🗣️ Need interpreter
note-interpreter = Done. We ask for an interpreter.

# What somebody hears when something changes.
told-title = Something has changed.
told-called-off = Cancelled by { $name }.
told-booked = You have a new talk.
told-back = Your talk goes on after all.
told-late = { $name } is { $minutes } minutes late.
told-place = You talk in another place.

away-title = Your talk cannot go on.
away-away = { $name } is not there then.
away-closed = The school is closed then.
away-left = { $name } no longer works here.
away-choose = What do you want to do?

sorry-title = Sorry. That is not right.
sorry-told = { $name } gets a message now.
card-delay = ⏳ I come later
card-delayed = You come { $minutes } minutes later.
card-late = ⏳ { $name } is there at { $until }.
delay-ask = How many minutes later do you come?
note-delayed = Done. We pass it on.
card-labelled = 🏷️ { $label }
card-label = 🏷️ Which child
card-nickname = 🙂 Your name
card-consult = 👥 What about
card-consult-class = 👥 About a class.
card-consult-team = 👥 About a team.
card-consult-pupil = 👥 About a pupil.
card-calendar = 📅 In my calendar
card-uncalendar = 📅 Out of my calendar
card-all = ☰ Everything
consult-ask = What do you want to talk about?
consult-no-name = Do not name a pupil.
consult-class = 👥 A class
consult-team = 👥 A team
consult-pupil = 🎒 A pupil
calendar-add = Open this. Then it is in your calendar.
calendar-remove = Open this. Then it leaves your calendar.
note-type-label = Type who it is for. One letter is enough.
note-type-nickname = Type how you want to be called. Make something up.
note-label = Done. Your message is gone.
note-nickname = Done. Your message is gone.
times-enough = You looked at many times. Try again later.
times-enough-walk-in = Or walk in at school.

# Coming together: a link for somebody else.
card-together = 🤝 Come together
card-guest = You come along to this talk.
card-part = 🚪 I do not come
together-title = Do you want to come with somebody?
together-sees = They see only this talk.
together-once = A link works for one person.
together-used = Your link was used.
together-link = 🔗 Make a link
together-end = ✖️ Not together
note-together = Send this link to that person: { $link }
note-along = Done. You come along.
note-alone = Done. Your link no longer works.
note-parted = Done. You do not come along.
told-moved = The talk is at another time.
apart-title = You do not come along any more.
apart-busy = It is at another time now. You already have a talk then.
apart-ended = The other person comes without you.

# Groups: a seat, and nobody sees who else comes.
way-group = 👥 In a group
groups-choose = Choose a group. Nobody sees your name.
groups-none = No group has a free seat now.
groups-talk = 🕐 Rather alone
group-about = • { $title }: { $start } to { $end }, with { $name }. { $room }.
group-key = 👥 { $day }, { $clock } – { $title }
group-plain = Group
card-at-group = 👥 { $title }, with { $name }, { $school }, { $room }
card-at-group-school = 👥 { $title }, with { $name }, { $school }
