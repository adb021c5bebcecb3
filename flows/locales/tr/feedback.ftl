# Nasıldı? Üç yüz.
feedback-title = Kısa bir soru
feedback-clear = Hangi yardım olduğu belli miydi?
feedback-pleasant = Hoşuna gitti mi?
feedback-choice = Yeterince seçebildin mi?
feedback-home = Evdeki yardıma uyuyor mu?
feedback-school = Okulun yaptığına uyuyor mu?
feedback-counted = Sadece sayıyoruz. Kim olduğunu saklamıyoruz.
feedback-thanks = Teşekkürler. Sayıldı.
feedback-key = ⭐ Sence nasıl?
smile-good = 🙂 Evet
smile-so_so = 😐 Biraz
smile-bad = 🙁 Hayır
