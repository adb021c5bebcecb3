desk-title = Hello { $name }. It is { $on }.
desk-planned = 🕐 { $school }, { $room }: { $start } to { $end }.
desk-here = ✅ I am here
desk-is-here = ✅ { $school }, { $room }: { $start } to { $end }. You are here.
desk-talks = { $count ->
    [0] There are no talks today yet.
    [one] { $count } talk left today.
   *[other] { $count } talks left today.
}
desk-off = You have no more hours today.
desk-today = 📅 Today
desk-tomorrow = ➡️ Tomorrow
desk-that-day = 📅 That day

day-title = Talks on { $on }
day-empty = No talks on { $on }.
day-others = And { $count } others.
day-school = • { $school }
day-before = ⬅️ Day before
day-after = ➡️ Day after
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 Home visit

talk-booked = A talk
talk-cancelled = This talk is cancelled.
talk-fulfilled = This talk is over.
talk-noshow = Nobody came.
talk-at-room = 🏫 { $school }, { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 You call ({ $school }).
talk-at-video = 🎥 By video ({ $school }).
talk-at-home = 🏠 Home visit ({ $school }). Call first.
talk-who-pupil = 🎒 A pupil
talk-who-parent = 👪 A parent
talk-who-staff = 🏫 School staff
talk-number = 📞 Show number
talk-number-later = You see the number from 15 minutes before.
talk-number-day = You see the number from a day before.
talk-number-none = There is no number yet.
number-title = Call at { $at }.
number = 📞 { $number }

news-booked = New talk
news-cancelled = A talk is cancelled.
news-moved = A talk has a new time.
news-was = Before it was { $at }.
news-handed-over = A talk went to a colleague.

note-here = Done. Everybody sees that you are at { $school }.
note-joined = Done. This chat is yours now.

coordinator-title = Hello { $name }. This is { $scope }.
coordinator-when = Every Monday you get the figures.
coordinator-none = The first figures are still to come.
coordinator-newest = 📊 Newest figures

desk-later = ⏳ Later or not
desk-gone = ✖️ I am not there
desk-return = ↩️ Absence
desk-away = You are away for a time today.
desk-is-late = ⏳ { $school }, { $room }: { $start } to { $end }. You come later.
desk-week-own = 🗓️ My week
desk-weekly = 🕘 Weekly hours
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ interpreter: { $language }
talk-interpreter = 🗣️ An interpreter is wanted: { $language }.
talk-ending = 📝 How did it go?
news-nobody = Somebody stood at your door.

settings-key = ⚙️ Settings
settings-each = You hear of every talk at once.
settings-daily = You hear of later talks once a day.
daily-on = 🔔 Once a day
daily-off = 🔔 Each at once
daily-title = This changed for later.
daily-none = Nothing changed for later.
daily-booked = • { $day }, { $clock }
daily-cancelled = • { $day }, { $clock } – cancelled
daily-fulfilled = • { $day }, { $clock }
daily-noshow = • { $day }, { $clock }

staff-key = 👤 Workers
staff-title = These are the workers. Choose one.
staff-none = There are no workers yet.
staff-member = { $name }, from { $provider }.
staff-has-desk = This worker has a chat.
staff-no-desk = This worker has no chat yet.
staff-invite = ✉️ New link
staff-away = ✖️ Not here today
staff-remove = 🚫 Close chat
note-invited = Pass this link on. It works one day, once: { $link }
note-removed = Done. The chat of { $name } is closed.
day-row-late = { $clock } – { $room } – { $code } – ⏳ { $minutes } minutes late
talk-late = ⏳ Comes { $minutes } minutes late.
news-late = Somebody comes later.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 About a class.
talk-consult-team = 👥 About a team.
talk-consult-pupil = 👥 About a pupil.
number-vanishes = This message goes away by itself.
talk-with-guest = 🤝 Somebody comes along.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [one] { $count } person comes.
   *[other] { $count } people come.
}
seat-key = { $code }
seat-door-pupil = ➕ Add a pupil
seat-door-parent = ➕ Add a parent
seat-door-staff = ➕ Add staff

talk-ban = ⏸️ No talks now
talk-unban = ▶️ Talks again
note-banned = This person cannot book with you for 14 days. They can still walk in and get help.
note-unbanned = This person can book with you again.
note-unbanned-all = Everybody can book with you again.
settings-bans = Some people cannot book with you for now.
settings-unban = ▶️ Everybody again

sure-cancel = Do you cancel this talk?
sure-cancel-asked = Do it only when the person asks for it.
sure-cancel-told = We also send a message to the chat.
sure-cancel-yes = ❌ Yes, cancel
