desk-title = Dag { $name }. Het is { $on }.
desk-planned = 🕐 { $school }, { $room }: { $start } tot { $end }.
desk-here = ✅ Ik ben er
desk-is-here = ✅ { $school }, { $room }: { $start } tot { $end }. Je bent er.
desk-talks = { $count ->
    [0] Er zijn nog geen afspraken vandaag.
    [one] Vandaag nog { $count } afspraak.
   *[other] Vandaag nog { $count } afspraken.
}
desk-off = Je hebt nu geen spreekuur meer vandaag.
desk-today = 📅 Vandaag
desk-tomorrow = ➡️ Morgen
desk-that-day = 📅 Die dag

day-title = Afspraken op { $on }
day-empty = Geen afspraken op { $on }.
day-others = En nog { $count } anderen.
day-school = • { $school }
day-before = ⬅️ Dag eerder
day-after = ➡️ Dag later
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 Huisbezoek

talk-booked = Een afspraak
talk-cancelled = Deze afspraak is afgezegd.
talk-fulfilled = Deze afspraak is geweest.
talk-noshow = Niemand kwam.
talk-at-room = 🏫 { $school }, { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 Je belt ({ $school }).
talk-at-video = 🎥 Per video ({ $school }).
talk-at-home = 🏠 Huisbezoek ({ $school }). Bel eerst.
talk-who-pupil = 🎒 Een leerling
talk-who-parent = 👪 Een ouder
talk-who-staff = 🏫 Een medewerker van school
talk-number = 📞 Toon nummer
talk-number-later = Het nummer zie je vanaf 15 minuten ervoor.
talk-number-day = Het nummer zie je vanaf een dag ervoor.
talk-number-none = Er is nog geen nummer.
number-title = Bel om { $at }.
number = 📞 { $number }

news-booked = Nieuwe afspraak
news-cancelled = Een afspraak is afgezegd.
news-moved = Een afspraak is verzet.
news-was = Eerst was het { $at }.
news-handed-over = Een afspraak ging naar een collega.

note-here = Gelukt. Iedereen ziet dat je er bent op { $school }.
note-joined = Gelukt. Deze chat hoort nu bij jou.

coordinator-title = Dag { $name }. Dit is { $scope }.
coordinator-when = Elke maandag krijg je de cijfers.
coordinator-none = De eerste cijfers komen nog.
coordinator-newest = 📊 Laatste cijfers

desk-later = ⏳ Later of niet
desk-gone = ✖️ Ik ben er niet
desk-return = ↩️ Afwezigheid
desk-away = Je bent er vandaag een tijd niet.
desk-is-late = ⏳ { $school }, { $room }: { $start } tot { $end }. Je komt later.
desk-week-own = 🗓️ Mijn week
desk-weekly = 🕘 Vaste uren
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ tolk: { $language }
talk-interpreter = 🗣️ Er is een tolk gevraagd: { $language }.
talk-ending = 📝 Hoe ging het?
news-nobody = Er stond iemand voor je deur.

settings-key = ⚙️ Instellingen
settings-each = Je hoort elke afspraak meteen.
settings-daily = Afspraken van later hoor je eens per dag.
daily-on = 🔔 Eens per dag
daily-off = 🔔 Elke keer meteen
daily-title = Dit veranderde er voor later.
daily-none = Er veranderde niets voor later.
daily-booked = • { $day }, { $clock }
daily-cancelled = • { $day }, { $clock } – afgezegd
daily-fulfilled = • { $day }, { $clock }
daily-noshow = • { $day }, { $clock }

staff-key = 👤 Hulpverleners
staff-title = Dit zijn de hulpverleners. Kies er een.
staff-none = Er zijn nog geen hulpverleners.
staff-member = { $name }, van { $provider }.
staff-has-desk = Deze hulpverlener heeft een chat.
staff-no-desk = Deze hulpverlener heeft nog geen chat.
staff-invite = ✉️ Nieuwe link
staff-away = ✖️ Vandaag er niet
staff-remove = 🚫 Chat sluiten
note-invited = Geef deze link. Hij werkt een dag, een keer: { $link }
note-removed = Gelukt. De chat van { $name } is gesloten.
day-row-late = { $clock } – { $room } – { $code } – ⏳ { $minutes } minuten later
talk-late = ⏳ Komt { $minutes } minuten later.
news-late = Iemand komt later.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 Over een klas.
talk-consult-team = 👥 Over een team.
talk-consult-pupil = 👥 Over een leerling.
number-vanishes = Dit bericht gaat vanzelf weg.
talk-with-guest = 🤝 Er komt iemand mee.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [one] Er komt { $count } persoon.
   *[other] Er komen { $count } mensen.
}
seat-key = { $code }
seat-door-pupil = ➕ Leerling erbij
seat-door-parent = ➕ Ouder erbij
seat-door-staff = ➕ Medewerker erbij

talk-ban = ⏸️ Even geen afspraken
talk-unban = ▶️ Weer afspraken
note-banned = Deze persoon kan 14 dagen geen afspraak met jou maken. Binnenlopen en hulp blijven open.
note-unbanned = Deze persoon kan weer een afspraak met jou maken.
note-unbanned-all = Iedereen kan weer een afspraak met jou maken.
settings-bans = Met sommige mensen maak je nu geen afspraken.
settings-unban = ▶️ Iedereen weer

sure-cancel = Zeg je deze afspraak af?
sure-cancel-asked = Doe dit alleen als de persoon het vraagt.
sure-cancel-told = We sturen ook een bericht naar de chat.
sure-cancel-yes = ❌ Ja, afzeggen
