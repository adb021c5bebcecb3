# Kolejka na wcześniejszy termin.
key-await = 🔔 Chcę wcześniej
key-unawait = 🔕 Już nie czekam
card-waits = 🔔 Czekasz na wcześniejszy termin
note-waits = Gotowe. Napiszemy, gdy będzie wcześniejszy termin.
note-waits-not = Gotowe. Nie czekasz już na wcześniejszy termin.
note-declined = Dobrze. Masz dalej swój termin. Nadal jesteś w kolejce.

# Co ktoś dostaje, gdy zwalnia się termin.
offer-title = Jest wcześniejszy termin.
offer-until = Trzymamy dla ciebie ten termin do { $until }.
offer-ask = Chcesz ten termin?
offer-take = ✅ Tak, proszę
offer-decline = 👎 Nie, dziękuję
