# At the door, walk-ins, and how a talk went.
walk-in-key = ➕ Walk-in
walk-in-who = Who walked in?
topics-free-worker = We only count it.
walk-in-topic = What was it about?
walk-in-unknown = ➕ I do not know
note-walk-in = Done. Counted.

door-key = 🚪 At the door
door-who = Who is the talk for?
door-times = Choose a time.
door-none = Nothing is free.
note-slip = Done. Show this, or write it down.
note-again = Done. That person gets a message.

ended-title = Your office hours are over.
ended-optional = How did it go? You may skip this.
ended-none = There were no talks. Did somebody walk in?
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = Did this person come?
ending-how = How did it go on?
ending-counted = We only count it.
ending-told = This is counted already. Thank you.
came-yes = ✅ Came
came-no = ✖️ Did not come
end-enough = 👍 Enough so
end-another = 🔁 Another talk
end-care_team = 👥 Care team
end-referral = ➡️ Help outside school
end-asked = Did the pupil agree?
end-law = Does the law ask for a parent? Ask them, too.
end-passes-nothing = The bot passes nothing on.
end-yes = ✅ Yes, asked
note-counted = Done. Counted.
