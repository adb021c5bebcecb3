# Aan de deur, inloop, en hoe een gesprek ging.
walk-in-key = ➕ Inloop
walk-in-who = Wie liep er binnen?
topics-free-worker = We tellen het alleen.
walk-in-topic = Waar ging het over?
walk-in-unknown = ➕ Weet ik niet
note-walk-in = Gelukt. Geteld.

door-key = 🚪 Aan de deur
door-who = Voor wie is de afspraak?
door-times = Kies een tijd.
door-none = Er is niets vrij.
note-slip = Gelukt. Laat dit zien, of schrijf het op.
note-again = Gelukt. Die persoon krijgt bericht.

ended-title = Je spreekuur is klaar.
ended-optional = Hoe ging het? Dit hoeft niet.
ended-none = Er waren geen afspraken. Was er inloop?
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = Kwam deze persoon?
ending-how = Hoe ging het verder?
ending-counted = We tellen het alleen.
ending-told = Dit is al geteld. Dank je.
came-yes = ✅ Kwam
came-no = ✖️ Kwam niet
end-enough = 👍 Zo genoeg
end-another = 🔁 Nog een gesprek
end-care_team = 👥 Zorgteam
end-referral = ➡️ Hulp buiten school
end-asked = Vond de leerling dit goed?
end-law = Is een ouder nodig volgens de wet? Vraag die ook.
end-passes-nothing = De bot geeft niets door.
end-yes = ✅ Ja, gevraagd
note-counted = Gelukt. Geteld.
