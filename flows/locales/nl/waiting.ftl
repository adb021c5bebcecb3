# De rij voor een eerdere tijd.
key-await = 🔔 Eerder als het kan
key-unawait = 🔕 Niet meer wachten
card-waits = 🔔 In de rij voor eerder
note-waits = Gelukt. Je hoort het als het eerder kan.
note-waits-not = Gelukt. Je wacht niet meer op eerder.
note-declined = Goed. Je houdt je tijd. Je staat nog in de rij.

# Wat iemand hoort als er een tijd vrijkomt.
offer-title = Het kan eerder.
offer-until = We houden deze tijd vast tot { $until }.
offer-ask = Wil je deze tijd?
offer-take = ✅ Ja, graag
offer-decline = 👎 Nee, dank je
