workers-choose = Z kim chcesz porozmawiać?
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. Organizacja: { $provider }. Języki: { $languages }.
worker-name = • { $name }. Organizacja: { $provider }. Języki: { $languages }.
worker-female = { $name } (kobieta)
worker-male = { $name } (mężczyzna)
gender-female = 👩 Kobieta
gender-male = 👨 Mężczyzna

times-anybody = Wybierz termin.
times-with = Wybierz termin. Z kim: { $name }.
times-school = To rozmowa w szkole.
times-phone = To rozmowa przez telefon.
times-video = To rozmowa wideo.
times-home = Ta osoba przyjdzie do ciebie do domu.
times-full = Nie ma wolnych terminów: { $on }. Te terminy są wolne później.
time-key = 🕐 { $day }, { $clock }
time-key-with = 🕐 { $day }, { $clock } – { $name }
times-later = ➡️ Później
times-day = 📅 Inny dzień
times-way = 💬 Telefon lub wideo
times-way-other = 💬 Inny sposób
times-none = { $school }: teraz nie ma wolnych terminów.
times-none-else = Wybierz telefon albo inną osobę. Albo zapytaj tutaj:

days-choose = Wybierz dzień.
days-none = Nie ma jeszcze żadnych dni.
day-key = 📅 { $day }

ways-choose = Jak chcesz rozmawiać?
way-school = 🏫 W szkole
way-phone = 📞 Telefon
way-video = 🎥 Wideo
way-home = 🏠 U ciebie w domu

card-booked = Twoje spotkanie
card-cancelled = To spotkanie jest odwołane.
card-fulfilled = To spotkanie już było.
card-noshow = To spotkanie już było.
card-when = 📅 { $at }
card-at-room = 🏫 Z kim: { $name }, gdzie: { $school }, { $room }
card-at-school = 🏫 Z kim: { $name }, gdzie: { $school }
card-at-phone = 📞 { $name } zadzwoni do ciebie.
card-at-video = 🎥 Rozmowa wideo: { $name }.
card-at-home = 🏠 { $name } przyjdzie do domu i najpierw zadzwoni.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ { $name } jest na miejscu.
card-phone-ask = Nie mamy jeszcze twojego numeru.
card-phone-known = Mamy twój numer.
card-phone = 📞 Podaj numer
card-move = 🔁 Inny termin
card-cancel = ❌ Odwołaj
card-restore = ↩️ Nie odwołuj
card-topic = 💭 O czym?

mine-none = Nie masz spotkań.
mine-choose = Twoje spotkania. Wybierz jedno.
mine-key = 📋 { $at }, { $name }

topics-ask = O czym jest ta rozmowa?
topics-free = Nie musisz nic wybierać. My to tylko liczymy.
topic-home = 🏠 Dom
topic-feelings = 😔 Uczucia
topic-behaviour = 💥 Zachowanie
topic-friends = 👥 Znajomi, dokuczanie
topic-school = 📚 Szkoła
topic-money = 💶 Pieniądze, mieszkanie
topic-future = 🧭 Przyszłość, praktyki
topic-other = ✳️ Coś innego
topic-not-said = Nie podano

note-moved = Gotowe. Spotkanie ma nowy termin.
note-restored = Gotowe. Znowu masz to spotkanie.
note-thanks = Dziękujemy.
note-type-phone = Wpisz teraz swój numer telefonu.
note-phone = Gotowe. Mamy twój numer. Twojej wiadomości już tu nie ma.

reminder-evening = Przypomnienie na jutro
reminder-morning = Przypomnienie na dzisiaj
reminder-hour = Przypomnienie: już niedługo
reminder-card = 📋 Zobacz

card-code = { $code }
card-desk = Przyjdź do recepcji. Ktoś po ciebie przyjdzie.
card-nobody = 🚪 Nikogo nie ma
card-interpreter = Prośba o tłumacza jest wysłana.
card-ask-interpreter = 🗣️ Potrzebny tłumacz
note-interpreter = Gotowe. Prosimy o tłumacza.

# Co ktoś dostaje, gdy coś się zmienia.
told-title = Coś się zmieniło.
told-called-off = Odwołane przez: { $name }.
told-booked = Masz nowe spotkanie.
told-back = Twoje spotkanie jednak się odbędzie.
told-late = { $minutes ->
    [one] { $name } przyjdzie { $minutes } minutę później.
    [few] { $name } przyjdzie { $minutes } minuty później.
   *[many] { $name } przyjdzie { $minutes } minut później.
}
told-place = Rozmowa jest w innym miejscu.

away-title = Twoje spotkanie się nie odbędzie.
away-away = { $name } wtedy nie pracuje.
away-closed = Szkoła jest wtedy zamknięta.
away-left = { $name } już tu nie pracuje.
away-choose = Co chcesz zrobić?

sorry-title = Przepraszamy. Tak nie powinno być.
sorry-told = { $name } dostaje teraz wiadomość.
card-delay = ⏳ Przyjdę później
card-delayed = { $minutes ->
    [one] Przyjdziesz { $minutes } minutę później.
    [few] Przyjdziesz { $minutes } minuty później.
   *[many] Przyjdziesz { $minutes } minut później.
}
card-late = ⏳ { $name } będzie o { $until }.
delay-ask = Ile minut później przyjdziesz?
note-delayed = Gotowe. Przekażemy to.
card-labelled = 🏷️ { $label }
card-label = 🏷️ Które dziecko
card-nickname = 🙂 Jak cię nazywać
card-consult = 👥 O czym
card-consult-class = 👥 O klasie.
card-consult-team = 👥 O zespole.
card-consult-pupil = 👥 O uczniu lub uczennicy.
card-calendar = 📅 Do kalendarza
card-uncalendar = 📅 Usuń z kalendarza
card-all = ☰ Wszystko
consult-ask = O czym chcesz porozmawiać?
consult-no-name = Nie podawaj imienia ani nazwiska ucznia.
consult-class = 👥 Klasa
consult-team = 👥 Zespół
consult-pupil = 🎒 Uczeń, uczennica
calendar-add = Otwórz to. Wtedy spotkanie będzie w kalendarzu.
calendar-remove = Otwórz to. Wtedy spotkanie zniknie z kalendarza.
note-type-label = Napisz teraz, dla kogo to jest. Wystarczy jedna litera.
note-type-nickname = Napisz teraz, jak cię nazywać. Możesz coś wymyślić.
note-label = Gotowe. Twojej wiadomości już tu nie ma.
note-nickname = Gotowe. Twojej wiadomości już tu nie ma.
times-enough = To już dużo terminów. Spróbuj później.
times-enough-walk-in = W szkole możesz też przyjść bez zapisu.

# Razem: link dla drugiej osoby.
card-together = 🤝 Przyjść razem
card-guest = Idziesz z kimś na to spotkanie.
card-part = 🚪 Nie idę
together-title = Chcesz przyjść z kimś razem?
together-sees = Ta osoba widzi tylko to spotkanie.
together-once = Jeden link działa dla jednej osoby.
together-used = Ktoś już użył linku.
together-link = 🔗 Zrób link
together-end = ✖️ Już nie razem
note-together = Wyślij ten link tej osobie: { $link }
note-along = Gotowe. Idziecie razem.
note-alone = Gotowe. Twój link już nie działa.
note-parted = Gotowe. Nie idziesz.
told-moved = Spotkanie ma inny termin.
apart-title = Już nie idziesz razem.
apart-busy = Spotkanie ma inny termin. Masz już wtedy spotkanie.
apart-ended = Druga osoba przyjdzie bez ciebie.

# Grupy: jedno miejsce, i nikt nie widzi, kto jeszcze przyjdzie.
way-group = 👥 W grupie
groups-choose = Wybierz grupę. Nikt nie widzi twojego imienia.
groups-none = Teraz żadna grupa nie ma wolnego miejsca.
groups-talk = 🕐 Wolę bez grupy
group-about = • { $title }: od { $start } do { $end }. Prowadzi: { $name }. { $room }.
group-key = 👥 { $day }, { $clock } – { $title }
group-plain = Grupa
card-at-group = 👥 { $title }, z kim: { $name }, gdzie: { $school }, { $room }
card-at-group-school = 👥 { $title }, z kim: { $name }, gdzie: { $school }
