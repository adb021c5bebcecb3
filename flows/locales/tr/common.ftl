# Tarih ve saat. Unicode CLDR kalıpları.
date-full = d MMMM EEEE
date-short = d MMM EEE
date-moment = { $day }, { $clock }
time-whole = { $hour }:00
time-part = { $hour }:{ $minute }

# Her ekranın altı.
footer-back = ⬅️ Geri
footer-help = 🆘 Yardım
footer-more = ☰ Diğer

# Diller, her biri kendi adıyla.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ➡️ Daha çok
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# Ne olmuyor ve sonra ne yapılır.
refused-stale = Bu düğme eski. Şimdi durum böyle.
refused-link = Önce okuldaki QR kodu okut. Sonra adları ve saatleri görürsün.
refused-taken = Bu saati az önce başkası aldı. Başka saat seç.
refused-gone = Bu saat artık olmaz. Başka saat seç.
refused-busy = O saatte randevun var. Başka saat seç.
refused-banned = Bu kişiyle şimdilik randevu alamazsın. Randevusuz her zaman gelebilirsin.
refused-often = Bu çok sık oldu. Biraz sonra yine dene. Randevusuz her zaman gelebilirsin.
refused-many = Yeterince randevun var. Önce birini iptal et.
refused-late = Bunun için artık geç.
refused-phone = Bu bir telefon numarası değil. Bir daha yaz.
refused-invitation = Bu davet artık çalışmıyor. Yenisini iste.
refused-hold = Şimdi çok yoğun. Biraz sonra yine dene.
refused-fault = Bir şey yanlış gitti. Bir daha dene.
refused-wait = Biraz bekle. Daha bitmedi.

unknown-text = Bunu anlamadım. Bir düğme seç. Tehlike mi var? 112'yi ara. Konuşmak istiyor musun? 113'ü ara.
unknown-command = Bunu bilmiyorum. Bir düğme seç.
unknown-link = Bu linki bilmiyorum. Okulunu seç.
unknown-media = Bunu duyamam, göremem. Kimse görmedi. Tehlike mi var? 112'yi ara.

# Diğer düğmesinin altı.
more-choose = Ne yapmak istiyorsun?
more-by-computer = Bu metinleri bir bilgisayar çevirdi.
key-languages = 🌐 Dil, language
key-roles = 👤 Ben kimim
key-school = 🏫 Başka okul
key-privacy = 🔒 Gizlilik
key-mine = 📋 Randevularım
key-week = 📆 Bu hafta

# Telegram'ın komut listesi.
command-start = Başla
command-today = Bugün kim var?
command-week = Bu hafta kim var?
command-book = Randevu al
command-appointments = Randevularım
command-help = Yardım lazım mı?
command-language = Dil seç
command-privacy = Neyi saklıyoruz?
command-mydata = Hakkında ne biliyoruz?
command-erase = Hepsini sil
command-stop = Hatırlatma istemiyorum
bot-short = Okulda kim var? Kendin randevu al.
bot-about =
    Okulundaki bir danışmanla konuş.
    Kim var, gör. Saati kendin seç.
    Burada kimse okumuyor. Tehlike mi var? 112'yi ara.

refused-overlap = O zaman görüşme saatin var. Başka saat seç.
refused-words = Bunu saklayamam. Daha kısa yaz.
refused-code = Bu kod doğru değil. Okulda sor.
refused-own-link = Bu link başkası için. Ona gönder.
refused-together = O saatte senin de randevun var.
