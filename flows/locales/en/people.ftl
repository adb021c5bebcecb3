welcome-school = Hi! You are at { $school }.
welcome-programme = Hi! This is { $programme }.
welcome-privacy = What we keep, you read under More.
welcome-who = Who are you?
audience-pupil = 🎒 Pupil
audience-parent = 👪 Parent
audience-staff = 🏫 I work at school

language-choose = Choose your language.
school-choose = Choose your school.
school-key = 🏫 { $school }

outside-school = You chose { $school }.
outside-programme = This is { $programme }.
outside-walk-in = At school you can always walk in.
outside-link = Scan the QR code at school. Then you see who is there.

sit-desk = 🧰 My office hours
sit-visitor = 👪 I am a parent, too
note-type-code = Type the code for staff now.
