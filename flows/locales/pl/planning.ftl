# Własne godziny: tydzień, co się powtarza i co się zmienia.
desk-week = Twoje dyżury. Wybierz jeden.
desk-week-none = Nie masz wtedy dyżuru.
desk-week-key = 🗓️ { $day }, { $start } – { $school } ({ $count })
hour-title = Dyżur: { $on }
hour-talks = { $count ->
    [0] Nie ma spotkań.
    [one] Jest { $count } spotkanie.
    [few] Są { $count } spotkania.
   *[many] Jest { $count } spotkań.
}
hour-drop = ✖️ Nie odbędzie się

weekly-title = To są twoje stałe godziny.
weekly-none = Nie masz jeszcze stałych godzin.
weekly-key = 🕘 { $weekday }, { $start } – { $school }
weekly-one = To jest stały dyżur.
weekly-row = 🕘 { $weekday }, od { $start } do { $end }, { $school }
weekly-change = 🔁 Zmień
weekly-end = ✖️ Zakończ
weekly-extra = ➕ Dodatkowe godziny
weekly-add = 🕘 Nowe stałe godziny
weekly-block = ⛔ Stałe zebranie
meeting-key = ⛔ { $weekday }, { $start } – zebranie
meeting-title = Wtedy nie ma dyżuru.
meeting-row = ⛔ { $weekday }, { $start }
meeting-end = ✖️ Zakończ

plan-school = W której szkole?
plan-on = W jaki dzień?
plan-from = Od którego dnia?
plan-weekday = W jaki dzień tygodnia?
plan-start = O której godzinie początek?
plan-end = Do której godziny?
plan-yes = ✅ Tak, zgadza się
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ Do { $clock }
sure-extra = To są nowe godziny:
sure-add = To są nowe godziny:
sure-change = Tak teraz będzie:
sure-end = To się skończy:
sure-block = Wtedy jest zebranie:
plan-row-end = • pierwszy dzień bez dyżuru: { $on }
plan-row-weekly = • co tydzień: { $weekday }, od { $start } do { $end }, początek: { $on }
sure-school = 🏫 { $school }
note-hours = { $count ->
    [0] Gotowe. Żadne spotkanie nie jest odwołane.
    [one] Gotowe. { $count } spotkanie się nie odbędzie. Ta osoba dostanie wiadomość.
    [few] Gotowe. { $count } spotkania się nie odbędą. Wszyscy dostaną wiadomość.
   *[many] Gotowe. { $count } spotkań się nie odbędzie. Wszyscy dostaną wiadomość.
}
weekly-group = 👥 { $title }
