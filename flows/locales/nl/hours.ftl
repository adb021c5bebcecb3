key-first-free = 🕐 Eerste vrije tijd
key-workers = 👤 Kies met wie

hours-why = { $why }
hours-way-phone = bellen
hours-way-video = video
hours-way-both = bellen of video
hours-way-home = bij ouders thuis
hours-shut = dicht: { $why }
hours-building-shut = gebouw dicht: { $why }

today-title = { $school }, { $on }.
today-confirmed-before = ✅ { $name } is er van { $start } tot { $end }. { $room }.
today-confirmed-during = ✅ { $name } is er nu, tot { $end }. { $room }.
today-planned-before = 🕐 { $name } komt om { $start }, tot { $end }. { $room }.
today-planned-during = 🕐 { $name } is er volgens plan tot { $end }. { $room }.
today-late = ⏳ { $name } komt later: om { $until }. { $room }.
today-far = 📞 { $name }: alleen { $ways }, { $start } tot { $end }.
today-away = ✖️ { $name } is er vandaag niet.
today-others = En nog { $count } anderen.
today-walk-in = Je kunt ook zo binnenlopen.
today-nobody = Vandaag is er niemand meer.
today-none = Vandaag is er niemand.
today-unknown = We weten nog niet wie er vandaag is.
today-closed = Vandaag is de school dicht: { $why }.
today-building = Het gebouw is vandaag dicht: { $why }.
today-next = { $name } is er weer op { $at }.
today-next-far = { $name }, alleen { $ways }: { $at }.
today-next-unknown = We weten nog niet wanneer er weer iemand is.
today-contacts = Nu iemand spreken? Vraag het hier:

week-title = { $school }: wie is er?
week-row = { $day } – { $name }, { $start } tot { $end }. { $room }.
week-far = { $day } – { $name }, alleen { $ways }, { $start } tot { $end }.
week-days = { $first } tot en met { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = Deze week is er niemand.
week-unknown = We weten nog niet wie er deze week is.
week-later = ➡️ Week later

place-desk = balie

weekday-0 = maandag
weekday-1 = dinsdag
weekday-2 = woensdag
weekday-3 = donderdag
weekday-4 = vrijdag
weekday-5 = zaterdag
weekday-6 = zondag

today-group = 👥 { $title }: { $start } tot { $end }, met { $name }. { $room }.
week-group = 👥 { $day } – { $title }, { $start } tot { $end }, met { $name }. { $room }.
