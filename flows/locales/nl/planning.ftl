# De eigen uren: de week, wat terugkomt, en wat verandert.
desk-week = Jouw spreekuren. Kies er een.
desk-week-none = Je hebt dan geen spreekuur.
desk-week-key = 🗓️ { $day }, { $start } – { $school } ({ $count })
hour-title = Spreekuur op { $on }
hour-talks = { $count ->
    [0] Er zijn geen afspraken.
    [one] Er is { $count } afspraak.
   *[other] Er zijn { $count } afspraken.
}
hour-drop = ✖️ Gaat niet door

weekly-title = Dit zijn je vaste uren.
weekly-none = Je hebt nog geen vaste uren.
weekly-key = 🕘 { $weekday }, { $start } – { $school }
weekly-one = Dit is een vast uur.
weekly-row = 🕘 { $weekday }, { $start } tot { $end }, { $school }
weekly-change = 🔁 Veranderen
weekly-end = ✖️ Stoppen
weekly-extra = ➕ Extra uren
weekly-add = 🕘 Vast uur erbij
weekly-block = ⛔ Vast overleg
meeting-key = ⛔ { $weekday }, { $start } – overleg
meeting-title = Dan is er geen spreekuur.
meeting-row = ⛔ { $weekday }, { $start }
meeting-end = ✖️ Stoppen

plan-school = Op welke school?
plan-on = Op welke dag?
plan-from = Vanaf welke dag?
plan-weekday = Op welke dag van de week?
plan-start = Hoe laat begint het?
plan-end = Tot hoe laat?
plan-yes = ✅ Ja, dat klopt
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ Tot { $clock }
sure-extra = Dit komt erbij:
sure-add = Dit komt erbij:
sure-change = Dit wordt het:
sure-end = Dit stopt:
sure-block = Dan is er overleg:
plan-row-end = • eerste dag zonder: { $on }
plan-row-weekly = • elke { $weekday }, { $start } tot { $end }, vanaf { $on }
sure-school = 🏫 { $school }
note-hours = { $count ->
    [0] Gelukt. Er vielen geen afspraken weg.
    [one] Gelukt. { $count } afspraak viel weg. Die persoon krijgt bericht.
   *[other] Gelukt. { $count } afspraken vielen weg. Iedereen krijgt bericht.
}
weekly-group = 👥 { $title }
