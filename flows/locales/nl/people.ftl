welcome-school = Hoi! Je bent bij { $school }.
welcome-programme = Hoi! Dit is { $programme }.
welcome-privacy = Wat we bewaren, lees je bij Meer.
welcome-who = Wie ben je?
audience-pupil = 🎒 Leerling
audience-parent = 👪 Ouder
audience-staff = 🏫 Ik werk op school

language-choose = Kies je taal.
school-choose = Kies je school.
school-key = 🏫 { $school }

outside-school = Je koos { $school }.
outside-programme = Dit is { $programme }.
outside-walk-in = Je kunt op school altijd binnenlopen.
outside-link = Scan de QR-code op school. Dan zie je wie er is.

sit-desk = 🧰 Mijn spreekuur
sit-visitor = 👪 Ik ben ook ouder
note-type-code = Typ nu de code voor medewerkers.
