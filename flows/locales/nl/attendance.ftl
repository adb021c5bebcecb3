# Ben je er, kom je later, ben je er niet.
ask-here = Ben je er, op { $school }?
late-ask = Hoeveel minuten later?
late-told = Wie nog komt, krijgt bericht.
late-key = ⏳ { $minutes } minuten
note-late = Gelukt. Je komt { $minutes } minuten later.

gone-ask = Wanneer ben je er niet?
gone-days-row = • { $first } tot en met { $last }
gone-day-row = • { $on }, { $start } tot { $end }
gone-back = ↩️ Er toch weer, { $day }
gone-today = ✖️ Vandaag niet meer
gone-hours = ⏰ Tot een tijd
gone-days = 📅 Andere dagen
gone-until = Tot hoe laat ben je weg?
gone-until-key = ⏰ Tot { $clock }
gone-no-hours = Vandaag is er geen spreekuur meer.
gone-first = Wat is je eerste dag weg?
gone-last = Wat is je laatste dag weg?
gone-sure = Je bent er dan niet:
gone-sure-other = { $name } is er vandaag niet meer.
gone-talks = { $count ->
    [0] Er vallen geen afspraken weg.
    [one] Er valt { $count } afspraak weg. Die persoon krijgt bericht.
   *[other] Er vallen { $count } afspraken weg. Iedereen krijgt bericht.
}
gone-all-told = Wie een afspraak heeft, krijgt bericht.
gone-yes = ✖️ Ja, ik ben weg
gone-yes-other = ✖️ Ja, dat klopt
note-gone = { $count ->
    [0] Gelukt. Er vielen geen afspraken weg.
    [one] Gelukt. { $count } afspraak viel weg. Die persoon krijgt bericht.
   *[other] Gelukt. { $count } afspraken vielen weg. Iedereen krijgt bericht.
}
note-gone-other = Gelukt. Wie een afspraak heeft, krijgt bericht.
note-back = Fijn dat je er weer bent.

colleagues-key = 👥 Collega er niet
colleagues-ask = Wie is er niet? Of is de school dicht?
colleagues-none = Vandaag is er verder niemand.
colleague-key = ✖️ { $name }
shut-key = 🔒 { $school } dicht
reopen-key = 🔓 { $school } open
shut-sure = { $school } is vandaag dicht.
shut-phone = Bellen en video gaan wel door.
shut-yes = 🔒 Ja, dicht
note-shut = Gelukt. { $school } is dicht. Wie een afspraak heeft, krijgt bericht.
note-reopened = Gelukt. { $school } is weer open.

door-text = Dit kun je op de deur hangen:
door-away = { $name } is er niet op { $on }.

place-ask = Waar ben je vandaag op { $school }?
place-key = 📍 { $room }
place-key-desk = 🛎️ Ik haal op
place-change = 📍 Plek van vandaag
note-place = Gelukt. Iedereen ziet de nieuwe plek.
