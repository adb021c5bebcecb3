# Daty i godziny. Wzory według Unicode CLDR.
date-full = EEEE, d MMMM
date-short = EEE d MMM
date-moment = { $day }, { $clock }
time-whole = { $hour }:00
time-part = { $hour }:{ $minute }

# Dół każdego ekranu.
footer-back = ⬅️ Wstecz
footer-help = 🆘 Pomoc
footer-more = ☰ Więcej

# Języki, każdy pod własną nazwą.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ➡️ Więcej
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# Czego nie można zrobić i co dalej.
refused-stale = Ten przycisk jest stary. Teraz jest tak.
refused-link = Najpierw zeskanuj kod QR w szkole. Wtedy zobaczysz osoby i godziny.
refused-taken = Ten termin jest już zajęty. Wybierz inny termin.
refused-gone = Tego terminu już nie ma. Wybierz inny termin.
refused-busy = Masz już wtedy spotkanie. Wybierz inny termin.
refused-banned = Z tą osobą na razie się nie umówisz. Zawsze możesz przyjść bez zapisu.
refused-often = To było bardzo często. Spróbuj później. Zawsze możesz przyjść bez zapisu.
refused-many = Masz już dużo spotkań. Najpierw odwołaj jedno.
refused-late = Na to jest już za późno.
refused-phone = To nie jest numer telefonu. Wpisz go jeszcze raz.
refused-invitation = To zaproszenie już nie działa. Poproś o nowe.
refused-hold = Teraz pisze tu dużo osób. Spróbuj za chwilę.
refused-fault = Coś poszło nie tak. Spróbuj jeszcze raz.
refused-wait = Poczekaj chwilę. Jeszcze pracuję.

unknown-text = Nie rozumiem tego. Wybierz przycisk. Jest niebezpiecznie? Zadzwoń pod 112. Chcesz porozmawiać? Zadzwoń pod 113.
unknown-command = Nie znam tego. Wybierz przycisk.
unknown-link = Nie znam tego linku. Wybierz swoją szkołę.
unknown-media = Nie mogę tego usłyszeć ani zobaczyć. Nikt tego nie widział. Jest niebezpiecznie? Zadzwoń pod 112.

# Pod przyciskiem Więcej.
more-choose = Co chcesz zrobić?
key-languages = 🌐 Język, taal
key-roles = 👤 Kim jestem
key-school = 🏫 Inna szkoła
key-privacy = 🔒 Prywatność
key-mine = 📋 Moje spotkania
key-week = 📆 Ten tydzień

# Lista poleceń w Telegramie.
command-start = Początek
command-today = Kto jest dzisiaj?
command-week = Kto jest w tym tygodniu?
command-book = Umów spotkanie
command-appointments = Moje spotkania
command-help = Potrzebujesz pomocy?
command-language = Wybierz język
command-privacy = Co zapisujemy?
command-mydata = Co o tobie wiemy?
command-erase = Usuń wszystko
command-stop = Bez przypomnień
bot-short = Kto jest w szkole? Umów spotkanie.
bot-about =
    Porozmawiaj w szkole z kimś, kto pomaga.
    Zobacz, kto jest. Wybierz swój termin.
    Nikt tego tutaj nie czyta. Jest niebezpiecznie? Zadzwoń pod 112.

refused-overlap = Masz już wtedy dyżur. Wybierz inny termin.
refused-words = Nie mogę tego zapisać. Napisz krócej.
refused-code = Ten kod nie pasuje. Zapytaj o niego w szkole.
refused-own-link = Ten link jest dla kogoś innego. Wyślij go.
refused-together = Masz już wtedy swoje spotkanie.
more-by-computer = Te teksty przetłumaczył komputer.
