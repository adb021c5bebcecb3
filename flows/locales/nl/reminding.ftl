# Waaraan iemand herinnerd wil worden.
key-reminders = ⏰ Herinneringen
reminded-all = Je krijgt herinneringen voor je afspraak.
reminded-day = Je krijgt een herinnering op de dag zelf.
reminded-nothing = Je krijgt geen herinneringen.
reminded-told = Gaat een afspraak niet door? Dan hoor je het altijd.
remind-ask = Wat wil je?
remind-all = ⏰ Aan
remind-day = 📅 Alleen die dag
remind-nothing = 🔇 Uit
note-kept = Gelukt.
note-stopped = Gelukt. Je krijgt geen herinneringen meer.
