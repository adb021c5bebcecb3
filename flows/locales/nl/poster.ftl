# Op de muur en op de deur: kort, te lezen van twee meter.
poster-title = Wil je praten?
poster-walk-in = Loop gewoon binnen.
poster-no-need = Je hebt geen afspraak nodig.
poster-hours = Dan is er iemand:
poster-no-hours = Vraag bij de balie wanneer er iemand is.
poster-other-week = om de week
poster-booked = met afspraak
poster-more = Soms is er vaker iemand.
poster-scan = Of scan deze code.
poster-scan-today = Zie wie er vandaag is.
poster-scan-book = Kies zelf een tijd.
poster-scan-app = Dat gaat met de app Telegram.
poster-danger = Is er gevaar? Bel 112. Wil je nu praten? Bel 113.
poster-made = { $programme }. Gemaakt op { $on }.
door-title = Hier kun je praten.
door-shut = Is de deur dicht?
door-wait = Dan praat hier iemand. Wacht even.
