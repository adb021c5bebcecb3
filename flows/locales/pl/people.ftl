welcome-school = Cześć! To jest { $school }.
welcome-programme = Cześć! To jest { $programme }.
welcome-privacy = Co zapisujemy, przeczytasz w Więcej.
welcome-who = Kim jesteś?
audience-pupil = 🎒 Uczeń, uczennica
audience-parent = 👪 Rodzic
audience-staff = 🏫 Pracuję w szkole

language-choose = Wybierz swój język.
school-choose = Wybierz swoją szkołę.
school-key = 🏫 { $school }

outside-school = Wybrana szkoła: { $school }.
outside-programme = To jest { $programme }.
outside-walk-in = W szkole zawsze możesz przyjść bez zapisu.
outside-link = Zeskanuj kod QR w szkole. Wtedy zobaczysz, kto jest.

sit-desk = 🧰 Mój dyżur
sit-visitor = 👪 Jestem też rodzicem
note-type-code = Wpisz teraz kod dla pracowników.
