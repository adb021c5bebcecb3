# Dates and times. Patterns of Unicode CLDR.
date-full = EEEE d MMMM
date-short = EEE d MMM
date-moment = { $day }, { $clock }
time-whole = { $hour }:00
time-part = { $hour }:{ $minute }

# The footer of every screen.
footer-back = ⬅️ Back
footer-help = 🆘 Help
footer-more = ☰ More

# Languages, each by its own name.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ➡️ More
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# What cannot be done, and the way on.
refused-stale = This button is old. This is how it is now.
refused-link = First scan the QR code at school. Then you see names and times.
refused-taken = This time was just taken. Choose another time.
refused-gone = This time is not possible now. Choose another time.
refused-busy = You have a talk at that time. Choose another time.
refused-banned = You cannot book with this person for now. You can always walk in.
refused-often = That was very often. Try again later. You can always walk in.
refused-many = You have enough talks. Cancel one first.
refused-late = It is too late for that now.
refused-phone = This is not a phone number. Type it again.
refused-invitation = This invitation does not work now. Ask for a new one.
refused-hold = It is very busy now. Try again in a moment.
refused-fault = Something went wrong. Try again.
refused-wait = One moment. I am still busy.

unknown-text = I do not understand this. Choose a button. In danger? Call 112. Want to talk? Call 113.
unknown-command = I do not know this. Choose a button.
unknown-link = I do not know this link. Choose your school.
unknown-media = I cannot hear or see this. Nobody did. In danger? Call 112.

# Under More.
more-choose = What do you want to do?
more-by-computer = A computer translated these texts.
key-languages = 🌐 Language, taal
key-roles = 👤 Who am I
key-school = 🏫 Another school
key-privacy = 🔒 Privacy
key-mine = 📋 My talks
key-week = 📆 This week

# Telegram's list of commands.
command-start = Start
command-today = Who is there today?
command-week = Who is there this week?
command-book = Book a talk
command-appointments = My talks
command-help = Need help?
command-language = Choose a language
command-privacy = What do we keep?
command-mydata = What do we know about you?
command-erase = Delete everything
command-stop = No more reminders
bot-short = Who is there at school? Book a talk yourself.
bot-about =
    Talk with a youth worker at your school.
    See who is there. Choose a time yourself.
    Nobody reads along here. In danger? Call 112.

refused-overlap = You have other hours then. Choose another time.
refused-words = I cannot keep that. Type it shorter.
refused-code = This code is not right. Ask at school.
refused-own-link = This link is for somebody else. Send it on.
refused-together = You already have a talk of your own then.
