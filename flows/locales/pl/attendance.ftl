# Jesteś, przyjdziesz później, nie będzie cię.
ask-here = { $school }: jesteś na miejscu?
late-ask = Ile minut później?
late-told = Kto ma jeszcze przyjść, dostanie wiadomość.
late-key = { $minutes ->
    [one] ⏳ { $minutes } minuta
    [few] ⏳ { $minutes } minuty
   *[many] ⏳ { $minutes } minut
}
note-late = { $minutes ->
    [one] Gotowe. Przyjdziesz { $minutes } minutę później.
    [few] Gotowe. Przyjdziesz { $minutes } minuty później.
   *[many] Gotowe. Przyjdziesz { $minutes } minut później.
}

gone-ask = Kiedy cię nie będzie?
gone-days-row = • od { $first } do { $last }
gone-day-row = • { $on }, od { $start } do { $end }
gone-back = ↩️ Jednak będę, { $day }
gone-today = ✖️ Dziś już nie
gone-hours = ⏰ Do wybranej godziny
gone-days = 📅 Inne dni
gone-until = Do której godziny cię nie będzie?
gone-until-key = ⏰ Do { $clock }
gone-no-hours = Dziś nie ma już dyżuru.
gone-first = Od którego dnia cię nie będzie?
gone-last = Jaki jest ostatni dzień nieobecności?
gone-sure = Wtedy cię nie będzie:
gone-sure-other = { $name } dziś już nie pracuje.
gone-talks = { $count ->
    [0] Żadne spotkanie nie jest odwołane.
    [one] { $count } spotkanie się nie odbędzie. Ta osoba dostanie wiadomość.
    [few] { $count } spotkania się nie odbędą. Wszyscy dostaną wiadomość.
   *[many] { $count } spotkań się nie odbędzie. Wszyscy dostaną wiadomość.
}
gone-all-told = Kto ma spotkanie, dostanie wiadomość.
gone-yes = ✖️ Nie będzie mnie
gone-yes-other = ✖️ Tak, zgadza się
note-gone = { $count ->
    [0] Gotowe. Żadne spotkanie nie jest odwołane.
    [one] Gotowe. { $count } spotkanie się nie odbędzie. Ta osoba dostanie wiadomość.
    [few] Gotowe. { $count } spotkania się nie odbędą. Wszyscy dostaną wiadomość.
   *[many] Gotowe. { $count } spotkań się nie odbędzie. Wszyscy dostaną wiadomość.
}
note-gone-other = Gotowe. Kto ma spotkanie, dostanie wiadomość.
note-back = Miło, że znowu jesteś.

colleagues-key = 👥 Kogoś nie ma
colleagues-ask = Kogo nie ma? A może szkoła jest zamknięta?
colleagues-none = Dziś nie ma już nikogo innego.
colleague-key = ✖️ { $name }
shut-key = 🔒 { $school }: zamknięte
reopen-key = 🔓 { $school }: otwarte
shut-sure = { $school }: dziś zamknięte.
shut-phone = Rozmowy przez telefon i wideo będą.
shut-yes = 🔒 Tak, zamknięte
note-shut = Gotowe. { $school }: zamknięte. Kto ma spotkanie, dostanie wiadomość.
note-reopened = Gotowe. { $school }: znowu otwarte.

door-text = To możesz powiesić na drzwiach:
door-away = { $name } nie pracuje: { $on }.

place-ask = { $school }: gdzie dziś jesteś?
place-key = 📍 { $room }
place-key-desk = 🛎️ Przyjdę do recepcji
place-change = 📍 Miejsce na dziś
note-place = Gotowe. Wszyscy widzą nowe miejsce.
