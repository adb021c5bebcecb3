# Datums en tijden. Patronen volgens Unicode CLDR.
date-full = EEEE d MMMM
date-short = EEEEEE d MMM
date-moment = { $day }, { $clock }
time-whole = { $hour } uur
time-part = { $hour }:{ $minute } uur

# De voet onder elk scherm.
footer-back = ⬅️ Terug
footer-help = 🆘 Hulp
footer-more = ☰ Meer

# Talen, elk met de eigen naam.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ➡️ Meer
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# Wat niet kan, en hoe het verder gaat.
refused-stale = Deze knop is oud. Dit is hoe het nu is.
refused-link = Scan eerst de QR-code op school. Dan zie je namen en tijden.
refused-taken = Deze tijd is net weg. Kies een andere tijd.
refused-gone = Deze tijd kan niet meer. Kies een andere tijd.
refused-busy = Je hebt dan al een afspraak. Kies een andere tijd.
refused-banned = Met deze hulpverlener kun je nu even geen afspraak maken. Binnenlopen mag altijd.
refused-often = Dat ging heel vaak. Probeer het straks weer. Binnenlopen mag altijd.
refused-many = Je hebt al genoeg afspraken. Zeg er eerst een af.
refused-late = Dat kan nu niet meer.
refused-phone = Dit is geen telefoonnummer. Typ het nog een keer.
refused-invitation = Deze uitnodiging werkt niet meer. Vraag een nieuwe.
refused-hold = Het is nu heel druk. Probeer het zo nog eens.
refused-fault = Er ging iets mis. Probeer het nog een keer.
refused-wait = Even wachten. Ik ben nog bezig.

unknown-text = Dit begrijp ik niet. Kies een knop. Is er gevaar? Bel 112. Wil je praten? Bel 113.
unknown-command = Dit ken ik niet. Kies een knop.
unknown-link = Deze link ken ik niet. Kies je school.
unknown-media = Dit kan ik niet horen of zien. Niemand heeft het gezien. Is er gevaar? Bel 112.

# Onder Meer.
more-choose = Wat wil je doen?
more-by-computer = Deze taal is door een computer vertaald.
key-languages = 🌐 Taal, language
key-roles = 👤 Wie ben ik
key-school = 🏫 Andere school
key-privacy = 🔒 Privacy
key-mine = 📋 Mijn afspraken
key-week = 📆 Deze week

# De knoppenlijst van Telegram.
command-start = Begin
command-today = Wie is er vandaag?
command-week = Wie is er deze week?
command-book = Afspraak maken
command-appointments = Mijn afspraken
command-help = Hulp nodig?
command-language = Taal kiezen
command-privacy = Wat bewaren we?
command-mydata = Wat weten we van jou?
command-erase = Alles wissen
command-stop = Geen herinneringen meer
bot-short = Wie is er op school? Maak zelf een afspraak.
bot-about =
    Praat met een hulpverlener op jouw school.
    Zie wie er is. Kies zelf een tijd.
    Niemand leest hier mee. Is er gevaar? Bel 112.

refused-overlap = Je hebt dan al spreekuur. Kies een andere tijd.
refused-words = Dat kan ik niet bewaren. Typ het korter.
refused-code = Deze code klopt niet. Vraag hem op school.
refused-own-link = Deze link is voor iemand anders. Stuur hem door.
refused-together = Je hebt dan zelf al een afspraak.
