# Wat iemand mag vragen: wat we bewaren, het zien, het laten wissen.
privacy-what = We bewaren je taal, school, afspraak en soms je nummer.
privacy-not = We vragen geen naam en geen reden.
privacy-sees = Alleen je hulpverlener ziet je afspraak.
privacy-who = { $programme } zorgt voor je gegevens.
privacy-telegram = Telegram ziet dat je hier bent.
privacy-new = Onze uitleg over privacy is nieuw.
privacy-read = ✅ Gelezen
privacy-key-rights = ✋ Wat mag ik
privacy-key-who = 🏢 Wie zijn we
privacy-key-terms = 🗄️ Hoe lang
privacy-key-after = 🧹 Wat blijft
privacy-key-telegram = ✈️ Telegram
key-data = 📄 Mijn gegevens
key-erase = 🗑️ Alles wissen

rights-see = Je mag zien wat we van je weten.
rights-erase = Je mag alles laten wissen.
rights-change = Je mag je taal en je school veranderen.
rights-complain = Je mag klagen bij de Autoriteit Persoonsgegevens.

who-ask = Heb je een vraag? Vraag het hier:
who-mail = ✉️ { $mail }
who-school = Heb je een vraag? Vraag het op school.

terms-talk = { $days ->
    [one] Na één dag weten we niet meer wie er kwam.
   *[other] Na { $days } dagen weten we niet meer wie er kwam.
}
terms-rest = { $days ->
    [one] Na één dag is de afspraak zelf weg.
   *[other] Na { $days } dagen is de afspraak zelf weg.
}
terms-idle = { $days ->
    [one] Kom je één dag niet? Dan wissen we alles.
   *[other] Kom je { $days } dagen niet? Dan wissen we alles.
}
terms-counts = We tellen alleen hoeveel mensen komen.

after-tag = Tot maandag blijft een geheime code over.
after-twice = Zo tellen we je niet dubbel.
after-block = Mag je geen afspraak maken? Dat blijft twee weken.
after-copies = Na een week is ook onze kopie weg.

telegram-sees = Telegram ziet dat je met ons praat.
telegram-keeps = Deze berichten blijven ook bij Telegram.
telegram-names = Typ hier liever geen namen.
telegram-else = Wil je dit niet? Loop dan binnen op school.

erase-title = Wil je alles wissen?
erase-talks = We zeggen dan je afspraken af.
erase-desk = Je werk in deze chat stopt dan ook.
erase-rest = We wissen je taal, je school en je nummer.
erase-messages = Onze laatste berichten gaan ook weg.
erase-final = Je krijgt het niet terug.
erase-yes = 🗑️ Ja, wis alles
erased-done = Alles is gewist.
erased-start = ▶️ Opnieuw beginnen

data-title = Dit weten we van jou.
data-nothing = We weten niets van jou.
data-desk = 🧰 Je werkt hier.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 Taal: { $language }
data-school = 🏫 School: { $school }
data-linked = 🔳 Je kwam met de QR-code.
data-reminded = { $what ->
    [all] ⏰ Herinneringen: aan
    [day] ⏰ Herinneringen: alleen die dag
   *[nothing] ⏰ Herinneringen: uit
}
data-shared = { $shared ->
    [yes] 👀 Anderen kijken mee: ja
   *[no] 👀 Anderen kijken mee: nee
}
data-since = 👋 Eerste keer: { $on }
data-seen = 👋 Laatste keer: week van { $on }
data-talk = 📅 { $at }, met { $name }
data-status = { $status ->
    [booked] ▫️ Afgesproken. { $way }
    [cancelled] ▫️ Afgezegd. { $way }
    [noshow] ▫️ Niet gekomen. { $way }
   *[fulfilled] ▫️ Geweest. { $way }
}
data-guest = 👥 Iemand vroeg je mee.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ Tolk: { $language }
data-talks-more = 📥 Andere afspraken in het bestand: { $count }
data-notices = ✉️ Berichten: { $count }
data-shown = 🕘 Berichten in deze chat: { $count }
data-awaited = ⌨️ We wachten op een bericht van jou.
data-counted = We tellen je zonder naam.
data-file = 📥 Als bestand
data-file-all = Hier staat alles in.
