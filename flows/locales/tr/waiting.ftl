# Daha erken bir saat için sıra.
key-await = 🔔 Mümkünse daha erken
key-unawait = 🔕 Artık bekleme
card-waits = 🔔 Daha erken saat için sırada
note-waits = Tamam. Daha erken saat olursa haber veririz.
note-waits-not = Tamam. Artık daha erken saat beklemiyorsun.
note-declined = Tamam. Saatin aynı kaldı. Hâlâ sıradasın.

# Bir saat boşalınca söylenenler.
offer-title = Daha erken olabilir.
offer-until = Bu saati { $until } saatine kadar tutuyoruz.
offer-ask = Bu saati istiyor musun?
offer-take = ✅ Evet, lütfen
offer-decline = 👎 Hayır, teşekkürler
