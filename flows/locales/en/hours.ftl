key-first-free = 🕐 First free time
key-workers = 👤 Choose a person

hours-why = { $why }
hours-way-phone = phone
hours-way-video = video
hours-way-both = phone or video
hours-way-home = at parents' home
hours-shut = closed: { $why }
hours-building-shut = building closed: { $why }

today-title = { $school }, { $on }.
today-confirmed-before = ✅ { $name } is there from { $start } to { $end }. { $room }.
today-confirmed-during = ✅ { $name } is there now, until { $end }. { $room }.
today-planned-before = 🕐 { $name } comes at { $start }, until { $end }. { $room }.
today-planned-during = 🕐 { $name } should be there until { $end }. { $room }.
today-late = ⏳ { $name } comes later: at { $until }. { $room }.
today-far = 📞 { $name }: only { $ways }, { $start } to { $end }.
today-away = ✖️ { $name } is not there today.
today-others = And { $count } others.
today-walk-in = You can also just walk in.
today-nobody = Nobody is there any more today.
today-none = Nobody is there today.
today-unknown = We do not know yet who is there today.
today-closed = The school is closed today: { $why }.
today-building = The building is closed today: { $why }.
today-next = { $name } is there again on { $at }.
today-next-far = { $name }, only { $ways }: { $at }.
today-next-unknown = We do not know yet when somebody is there.
today-contacts = Talk to somebody now? Ask here:

week-title = { $school }: who is there?
week-row = { $day } – { $name }, { $start } to { $end }. { $room }.
week-far = { $day } – { $name }, only { $ways }, { $start } to { $end }.
week-days = { $first } to { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = Nobody is there this week.
week-unknown = We do not know yet who is there this week.
week-later = ➡️ Week later

place-desk = the desk

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

today-group = 👥 { $title }: { $start } to { $end }, with { $name }. { $room }.
week-group = 👥 { $day } – { $title }, { $start } to { $end }, with { $name }. { $room }.
