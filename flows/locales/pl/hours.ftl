key-first-free = 🕐 Najbliższy termin
key-workers = 👤 Wybierz osobę

hours-why = { $why }
hours-way-phone = telefon
hours-way-video = wideo
hours-way-both = telefon lub wideo
hours-way-home = u rodziców w domu
hours-shut = zamknięte: { $why }
hours-building-shut = budynek zamknięty: { $why }

today-title = { $school }, { $on }.
today-confirmed-before = ✅ { $name } jest od { $start } do { $end }. { $room }.
today-confirmed-during = ✅ { $name } jest teraz, do { $end }. { $room }.
today-planned-before = 🕐 { $name } przyjdzie o { $start }, do { $end }. { $room }.
today-planned-during = 🕐 { $name } według planu jest do { $end }. { $room }.
today-late = ⏳ { $name } przyjdzie później: o { $until }. { $room }.
today-far = 📞 { $name }: tylko { $ways }, od { $start } do { $end }.
today-away = ✖️ { $name } dziś nie pracuje.
today-others = { $count ->
    [one] I jeszcze { $count } osoba.
    [few] I jeszcze { $count } osoby.
   *[many] I jeszcze { $count } osób.
}
today-walk-in = Możesz też przyjść bez zapisu.
today-nobody = Dziś już nikogo nie ma.
today-none = Dziś nikogo nie ma.
today-unknown = Nie wiemy jeszcze, kto dziś jest.
today-closed = Szkoła jest dziś zamknięta: { $why }.
today-building = Budynek jest dziś zamknięty: { $why }.
today-next = { $name } znowu będzie: { $at }.
today-next-far = { $name }, tylko { $ways }: { $at }.
today-next-unknown = Nie wiemy jeszcze, kiedy znowu ktoś będzie.
today-contacts = Chcesz porozmawiać teraz? Zapytaj tutaj:

week-title = { $school }: kto jest?
week-row = { $day } – { $name }, od { $start } do { $end }. { $room }.
week-far = { $day } – { $name }, tylko { $ways }, { $start } – { $end }.
week-days = od { $first } do { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = W tym tygodniu nikogo nie ma.
week-unknown = Nie wiemy jeszcze, kto jest w tym tygodniu.
week-later = ➡️ Tydzień później

place-desk = recepcja

weekday-0 = poniedziałek
weekday-1 = wtorek
weekday-2 = środa
weekday-3 = czwartek
weekday-4 = piątek
weekday-5 = sobota
weekday-6 = niedziela

today-group = 👥 { $title }: od { $start } do { $end }. Prowadzi: { $name }. { $room }.
week-group = 👥 { $day } – { $title }, od { $start } do { $end }. Prowadzi: { $name }. { $room }.
