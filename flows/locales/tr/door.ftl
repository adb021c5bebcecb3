# Kapıda, randevusuz gelenler ve görüşmenin sonu.
walk-in-key = ➕ Randevusuz gelen
walk-in-who = Kim randevusuz geldi?
topics-free-worker = Sadece sayıyoruz.
walk-in-topic = Konu neydi?
walk-in-unknown = ➕ Bilmiyorum
note-walk-in = Tamam. Sayıldı.

door-key = 🚪 Kapıda
door-who = Randevu kimin için?
door-times = Bir saat seç.
door-none = Boş saat yok.
note-slip = Tamam. Bunu göster ya da bir kâğıda yaz.
note-again = Tamam. O kişi mesaj alır.

ended-title = Görüşme saatin bitti.
ended-optional = Nasıl geçti? Cevap vermek zorunda değilsin.
ended-none = Randevu yoktu. Randevusuz gelen oldu mu?
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = Bu kişi geldi mi?
ending-how = Sonra ne olacak?
ending-counted = Sadece sayıyoruz.
ending-told = Bu zaten sayıldı. Teşekkürler.
came-yes = ✅ Geldi
came-no = ✖️ Gelmedi
end-enough = 👍 Bu yeterli
end-another = 🔁 Bir görüşme daha
end-care_team = 👥 Destek ekibi
end-referral = ➡️ Okul dışı yardım
end-asked = Öğrenci bunu istedi mi?
end-law = Kanun anne ya da baba istiyor mu? Onlara da sor.
end-passes-nothing = Bot kimseye bir şey söylemez.
end-yes = ✅ Evet, sordum
note-counted = Tamam. Sayıldı.
