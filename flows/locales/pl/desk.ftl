desk-title = Dzień dobry, { $name }. Dziś jest { $on }.
desk-planned = 🕐 { $school }, { $room }: od { $start } do { $end }.
desk-here = ✅ Jestem na miejscu
desk-is-here = ✅ { $school }, { $room }: od { $start } do { $end }. Jesteś na miejscu.
desk-talks = { $count ->
    [0] Dziś nie ma jeszcze spotkań.
    [one] Dziś jeszcze { $count } spotkanie.
    [few] Dziś jeszcze { $count } spotkania.
   *[many] Dziś jeszcze { $count } spotkań.
}
desk-off = Dziś nie masz już dyżuru.
desk-today = 📅 Dzisiaj
desk-tomorrow = ➡️ Jutro
desk-that-day = 📅 Ten dzień

day-title = Spotkania: { $on }
day-empty = Nie ma spotkań: { $on }.
day-others = { $count ->
    [one] I jeszcze { $count } inne.
    [few] I jeszcze { $count } inne.
   *[many] I jeszcze { $count } innych.
}
day-school = • { $school }
day-before = ⬅️ Dzień wcześniej
day-after = ➡️ Dzień później
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 Wizyta w domu

talk-booked = Spotkanie
talk-cancelled = To spotkanie jest odwołane.
talk-fulfilled = To spotkanie już było.
talk-noshow = Nikt nie przyszedł.
talk-at-room = 🏫 { $school }, { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 Dzwonisz ({ $school }).
talk-at-video = 🎥 Rozmowa wideo ({ $school }).
talk-at-home = 🏠 Wizyta w domu ({ $school }). Najpierw zadzwoń.
talk-who-pupil = 🎒 Uczeń lub uczennica
talk-who-parent = 👪 Rodzic
talk-who-staff = 🏫 Osoba, która pracuje w szkole
talk-number = 📞 Pokaż numer
talk-number-later = Numer zobaczysz 15 minut przed rozmową.
talk-number-day = Numer zobaczysz dzień przed rozmową.
talk-number-none = Nie ma jeszcze numeru.
number-title = Zadzwoń: { $at }.
number = 📞 { $number }

news-booked = Nowe spotkanie
news-cancelled = Spotkanie jest odwołane.
news-moved = Spotkanie ma nowy termin.
news-was = Wcześniej: { $at }.
news-handed-over = Spotkanie przejmuje ktoś inny.

note-here = Gotowe. Wszyscy widzą, że tu jesteś: { $school }.
note-joined = Gotowe. Ten czat jest teraz twój.

coordinator-title = Dzień dobry, { $name }. To jest { $scope }.
coordinator-when = W każdy poniedziałek dostajesz liczby.
coordinator-none = Pierwszych liczb jeszcze nie ma.
coordinator-newest = 📊 Najnowsze liczby

desk-later = ⏳ Później lub wcale
desk-gone = ✖️ Nie ma mnie
desk-return = ↩️ Nieobecność
desk-away = Dziś przez jakiś czas cię nie ma.
desk-is-late = ⏳ { $school }, { $room }: od { $start } do { $end }. Przyjdziesz później.
desk-week-own = 🗓️ Mój tydzień
desk-weekly = 🕘 Stałe godziny
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ tłumacz: { $language }
talk-interpreter = 🗣️ Potrzebny tłumacz: { $language }.
talk-ending = 📝 Jak poszło?
news-nobody = Ktoś był przy twoich drzwiach.

settings-key = ⚙️ Ustawienia
settings-each = O każdym spotkaniu piszemy od razu.
settings-daily = O późniejszych spotkaniach piszemy raz dziennie.
daily-on = 🔔 Raz dziennie
daily-off = 🔔 Zawsze od razu
daily-title = Zmiany na kolejne dni.
daily-none = Nie ma zmian na kolejne dni.
daily-booked = • { $day }, { $clock }
daily-cancelled = • { $day }, { $clock } – odwołane
daily-fulfilled = • { $day }, { $clock }
daily-noshow = • { $day }, { $clock }

staff-key = 👤 Pracownicy
staff-title = To są pracownicy. Wybierz osobę.
staff-none = Nie ma jeszcze pracowników.
staff-member = { $name }, organizacja: { $provider }.
staff-has-desk = Ta osoba ma czat.
staff-no-desk = Ta osoba nie ma jeszcze czatu.
staff-invite = ✉️ Nowy link
staff-away = ✖️ Dziś nie pracuje
staff-remove = 🚫 Zamknij czat
note-invited = Przekaż ten link. Działa jeden dzień, jeden raz: { $link }
note-removed = Gotowe. Ten czat jest zamknięty: { $name }.
day-row-late = { $minutes ->
    [one] { $clock } – { $room } – { $code } – ⏳ { $minutes } minutę później
    [few] { $clock } – { $room } – { $code } – ⏳ { $minutes } minuty później
   *[many] { $clock } – { $room } – { $code } – ⏳ { $minutes } minut później
}
talk-late = { $minutes ->
    [one] ⏳ Przyjdzie { $minutes } minutę później.
    [few] ⏳ Przyjdzie { $minutes } minuty później.
   *[many] ⏳ Przyjdzie { $minutes } minut później.
}
news-late = Ktoś przyjdzie później.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 O klasie.
talk-consult-team = 👥 O zespole.
talk-consult-pupil = 👥 O uczniu lub uczennicy.
number-vanishes = Ta wiadomość sama zniknie.
talk-with-guest = 🤝 Przyjdzie jeszcze jedna osoba.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [one] Przyjdzie { $count } osoba.
    [few] Przyjdą { $count } osoby.
    [many] Przyjdzie { $count } osób.
   *[other] Przyjdzie { $count } osób.
}
seat-key = { $code }
seat-door-pupil = ➕ Dodaj ucznia
seat-door-parent = ➕ Dodaj rodzica
seat-door-staff = ➕ Dodaj osobę

talk-ban = ⏸️ Na razie bez spotkań
talk-unban = ▶️ Znowu spotkania
note-banned = Ta osoba przez 14 dni nie umówi się z tobą. Może przyjść bez zapisu i dostać pomoc.
note-unbanned = Ta osoba może znowu się z tobą umówić.
note-unbanned-all = Wszyscy mogą znowu się z tobą umówić.
settings-bans = Niektóre osoby na razie nie umówią się z tobą.
settings-unban = ▶️ Znowu wszyscy

sure-cancel = Odwołać to spotkanie?
sure-cancel-asked = Zrób to tylko, gdy ta osoba o to prosi.
sure-cancel-told = Wyślemy też wiadomość na czat.
sure-cancel-yes = ❌ Tak, odwołaj
