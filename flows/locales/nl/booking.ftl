workers-choose = Met wie wil je praten?
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. Van { $provider }. Spreekt { $languages }.
worker-name = • { $name }. Van { $provider }. Spreekt { $languages }.
worker-female = { $name } (vrouw)
worker-male = { $name } (man)
gender-female = 👩 Vrouw
gender-male = 👨 Man

times-anybody = Kies een tijd.
times-with = Kies een tijd met { $name }.
times-school = Je praat op school.
times-phone = Je praat per telefoon.
times-video = Je praat per video.
times-home = De hulpverlener komt bij je thuis.
times-full = Op { $on } is niets vrij. Dit is daarna vrij.
time-key = 🕐 { $day }, { $clock }
time-key-with = 🕐 { $day }, { $clock } – { $name }
times-later = ➡️ Later
times-day = 📅 Andere dag
times-way = 💬 Bellen of video
times-way-other = 💬 Andere manier
times-none = Er is nu niets vrij op { $school }.
times-none-else = Probeer bellen of iemand anders. Of vraag het hier:

days-choose = Kies een dag.
days-none = Er zijn nog geen dagen.
day-key = 📅 { $day }

ways-choose = Hoe wil je praten?
way-school = 🏫 Op school
way-phone = 📞 Bellen
way-video = 🎥 Video
way-home = 🏠 Bij je thuis

card-booked = Je afspraak
card-cancelled = Deze afspraak is afgezegd.
card-fulfilled = Deze afspraak is geweest.
card-noshow = Deze afspraak is geweest.
card-when = 📅 { $at }
card-at-room = 🏫 Met { $name }, { $school }, { $room }
card-at-school = 🏫 Met { $name }, { $school }
card-at-phone = 📞 { $name } belt je.
card-at-video = 🎥 Video met { $name }.
card-at-home = 🏠 { $name } komt bij je thuis en belt eerst.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ { $name } is er.
card-phone-ask = We hebben je nummer nog niet.
card-phone-known = We hebben je nummer.
card-phone = 📞 Nummer geven
card-move = 🔁 Andere tijd
card-cancel = ❌ Afzeggen
card-restore = ↩️ Toch niet afzeggen
card-topic = 💭 Waarover?

mine-none = Je hebt geen afspraken.
mine-choose = Jouw afspraken. Kies er een.
mine-key = 📋 { $at }, { $name }

topics-ask = Waar gaat het over?
topics-free = Je hoeft niets te kiezen. We tellen het alleen.
topic-home = 🏠 Thuis
topic-feelings = 😔 Gevoel
topic-behaviour = 💥 Gedrag
topic-friends = 👥 Vrienden, pesten
topic-school = 📚 School
topic-money = 💶 Geld, wonen
topic-future = 🧭 Toekomst, stage
topic-other = ✳️ Iets anders
topic-not-said = Niet gezegd

note-moved = Gelukt. Je afspraak is verzet.
note-restored = Gelukt. Je afspraak staat weer.
note-thanks = Dank je.
note-type-phone = Typ nu je telefoonnummer.
note-phone = Gelukt. Je nummer is bewaard. Je bericht is weg.

reminder-evening = Herinnering voor morgen
reminder-morning = Herinnering voor vandaag
reminder-hour = Herinnering voor straks
reminder-card = 📋 Bekijk

card-code = { $code }
card-desk = Kom naar de balie. Je wordt gehaald.
card-nobody = 🚪 Er is niemand
card-interpreter = Er is een tolk gevraagd.
card-ask-interpreter = 🗣️ Tolk nodig
note-interpreter = Gelukt. We vragen om een tolk.

# Wat iemand hoort als er iets verandert.
told-title = Er is iets veranderd.
told-called-off = Afgezegd door { $name }.
told-booked = Je hebt een nieuwe afspraak.
told-back = Je afspraak gaat toch door.
told-late = { $name } komt { $minutes } minuten later.
told-place = Je praat op een andere plek.

away-title = Je afspraak kan niet doorgaan.
away-away = { $name } is er dan niet.
away-closed = De school is dan dicht.
away-left = { $name } werkt hier niet meer.
away-choose = Wat wil je doen?

sorry-title = Sorry. Dat is niet goed.
sorry-told = { $name } krijgt nu een bericht.
card-delay = ⏳ Ik kom later
card-delayed = Je komt { $minutes } minuten later.
card-late = ⏳ { $name } is er om { $until }.
delay-ask = Hoeveel minuten later kom je?
note-delayed = Gelukt. We zeggen het door.
card-labelled = 🏷️ { $label }
card-label = 🏷️ Welk kind
card-nickname = 🙂 Hoe heet je
card-consult = 👥 Waarover
card-consult-class = 👥 Over een klas.
card-consult-team = 👥 Over een team.
card-consult-pupil = 👥 Over een leerling.
card-calendar = 📅 In mijn agenda
card-uncalendar = 📅 Uit mijn agenda
card-all = ☰ Alles
consult-ask = Waarover wil je praten?
consult-no-name = Noem geen naam van een leerling.
consult-class = 👥 Een klas
consult-team = 👥 Een team
consult-pupil = 🎒 Een leerling
calendar-add = Open dit. Dan staat het in je agenda.
calendar-remove = Open dit. Dan gaat het uit je agenda.
note-type-label = Typ nu voor wie het is. Een letter is genoeg.
note-type-nickname = Typ nu hoe je wilt heten. Bedenk maar iets.
note-label = Gelukt. Je bericht is weg.
note-nickname = Gelukt. Je bericht is weg.
times-enough = Je hebt veel tijden bekeken. Probeer het straks weer.
times-enough-walk-in = Of loop binnen op school.

# Samen komen: een link voor een ander.
card-together = 🤝 Samen komen
card-guest = Je komt mee naar deze afspraak.
card-part = 🚪 Ik kom niet mee
together-title = Wil je met iemand samen komen?
together-sees = Die ziet alleen deze afspraak.
together-once = Een link werkt voor één persoon.
together-used = Je link is gebruikt.
together-link = 🔗 Maak een link
together-end = ✖️ Niet meer samen
note-together = Stuur deze link naar die persoon: { $link }
note-along = Gelukt. Je komt mee.
note-alone = Gelukt. Je link werkt niet meer.
note-parted = Gelukt. Je komt niet mee.
told-moved = De afspraak is op een andere tijd.
apart-title = Je komt niet meer mee.
apart-busy = Die is nu op een andere tijd. Je hebt dan al een afspraak.
apart-ended = De ander komt zonder jou.

# Groepen: een plek, en niemand ziet wie er nog komt.
way-group = 👥 In een groep
groups-choose = Kies een groep. Niemand ziet jouw naam.
groups-none = Er is nu geen groep met een plek vrij.
groups-talk = 🕐 Liever alleen
group-about = • { $title }: { $start } tot { $end }, met { $name }. { $room }.
group-key = 👥 { $day }, { $clock } – { $title }
group-plain = Groep
card-at-group = 👥 { $title }, met { $name }, { $school }, { $room }
card-at-group-school = 👥 { $title }, met { $name }, { $school }
