# O co można prosić: co zapisujemy, żeby to zobaczyć, żeby to usunąć.
privacy-what = Zapisujemy twój język, szkołę, spotkanie i czasem numer.
privacy-not = Nie pytamy o imię ani o powód.
privacy-sees = Twoje spotkanie widzi tylko osoba, z którą rozmawiasz.
privacy-who = { $programme } odpowiada za twoje dane.
privacy-telegram = Telegram widzi, że tu jesteś.
privacy-new = To, co piszemy o prywatności, jest nowe.
privacy-read = ✅ Przeczytane
privacy-key-rights = ✋ Co mi wolno
privacy-key-who = 🏢 Kim jesteśmy
privacy-key-terms = 🗄️ Jak długo
privacy-key-after = 🧹 Co zostaje
privacy-key-telegram = ✈️ Telegram
key-data = 📄 Moje dane
key-erase = 🗑️ Usuń wszystko

rights-see = Możesz zobaczyć, co o tobie wiemy.
rights-erase = Możesz wszystko usunąć.
rights-change = Możesz zmienić język i szkołę.
rights-complain = Możesz złożyć skargę do Autoriteit Persoonsgegevens.

who-ask = Masz pytanie? Zapytaj tutaj:
who-mail = ✉️ { $mail }
who-school = Masz pytanie? Zapytaj w szkole.

terms-talk = { $days ->
    [one] Po jednym dniu nie wiemy już, kto był.
   *[other] Po { $days } dniach nie wiemy już, kto był.
}
terms-rest = { $days ->
    [one] Po jednym dniu usuwamy samo spotkanie.
   *[other] Po { $days } dniach usuwamy samo spotkanie.
}
terms-idle = { $days ->
    [one] Nie ma cię tu jeden dzień? Wtedy usuwamy wszystko.
   *[other] Nie ma cię tu { $days } dni? Wtedy usuwamy wszystko.
}
terms-counts = Liczymy tylko, ile osób przychodzi.

after-tag = Do poniedziałku zostaje jeden tajny kod.
after-twice = Dzięki temu nie liczymy cię dwa razy.
after-block = Nie możesz się zapisać? To trwa dwa tygodnie.
after-copies = Po tygodniu nie ma też naszych kopii.

telegram-sees = Telegram widzi, że z nami rozmawiasz.
telegram-keeps = Telegram też zapisuje te wiadomości.
telegram-names = Lepiej nie pisz tu imion.
telegram-else = Nie chcesz tego? Przyjdź do nas w szkole.

erase-title = Chcesz usunąć wszystko?
erase-talks = Wtedy odwołamy twoje spotkania.
erase-desk = Twoja praca w tym czacie też się skończy.
erase-rest = Usuniemy twój język, szkołę i numer.
erase-messages = Znikną też nasze ostatnie wiadomości.
erase-final = Nie można tego cofnąć.
erase-yes = 🗑️ Tak, usuń wszystko
erased-done = Wszystko jest usunięte.
erased-start = ▶️ Zacznij od nowa

data-title = Oto, co o tobie wiemy.
data-nothing = Nic o tobie nie wiemy.
data-desk = 🧰 Pracujesz tutaj.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 Język: { $language }
data-school = 🏫 Szkoła: { $school }
data-linked = 🔳 Jesteś tu dzięki kodowi QR.
data-reminded = { $what ->
    [all] ⏰ Przypomnienia: tak
    [day] ⏰ Przypomnienia: tylko tego dnia
   *[nothing] ⏰ Przypomnienia: nie
}
data-shared = { $shared ->
    [yes] 👀 Inni też tu patrzą: tak
   *[no] 👀 Inni też tu patrzą: nie
}
data-since = 👋 Pierwszy raz: { $on }
data-seen = 👋 Ostatni tydzień: { $on }
data-talk = 📅 { $at }, { $name }
data-status = { $status ->
    [booked] ▫️ Umówione. { $way }
    [cancelled] ▫️ Odwołane. { $way }
    [noshow] ▫️ Nikt nie przyszedł. { $way }
   *[fulfilled] ▫️ Już po spotkaniu. { $way }
}
data-guest = 👥 Ktoś zaprosił cię ze sobą.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ Tłumacz: { $language }
data-talks-more = 📥 Inne spotkania w pliku: { $count }
data-notices = ✉️ Wiadomości: { $count }
data-shown = 🕘 Wiadomości w tej rozmowie: { $count }
data-awaited = ⌨️ Czekamy na wiadomość od ciebie.
data-counted = Liczymy cię bez imienia.
data-file = 📥 Jako plik
data-file-all = Tutaj jest wszystko.
