# Ne sorabilirsin: neyi sakladığımız, onu görmek, onu sildirmek.
privacy-what = Dilini, okulunu, randevunu ve bazen numaranı saklıyoruz.
privacy-not = Adını ve nedenini sormuyoruz.
privacy-sees = Randevunu yalnız danışmanın görür.
privacy-who = Bilgilerinden { $programme } sorumlu.
privacy-telegram = Telegram burada olduğunu görür.
privacy-new = Gizlilik açıklamamız yeni.
privacy-read = ✅ Okudum
privacy-key-rights = ✋ Haklarım
privacy-key-who = 🏢 Biz kimiz
privacy-key-terms = 🗄️ Ne kadar süre
privacy-key-after = 🧹 Kalanlar
privacy-key-telegram = ✈️ Telegram
key-data = 📄 Bilgilerim
key-erase = 🗑️ Hepsini sil

rights-see = Hakkında ne bildiğimizi görebilirsin.
rights-erase = Hepsini sildirebilirsin.
rights-change = Dilini ve okulunu değiştirebilirsin.
rights-complain = Autoriteit Persoonsgegevens kurumuna şikâyet edebilirsin.

who-ask = Bir sorun mu var? Buraya sor:
who-mail = ✉️ { $mail }
who-school = Bir sorun mu var? Okulda sor.

terms-talk = { $days ->
    [one] Bir gün sonra kimin geldiğini bilmeyiz.
   *[other] { $days } gün sonra kimin geldiğini bilmeyiz.
}
terms-rest = { $days ->
    [one] Bir gün sonra randevunun kendisi de silinir.
   *[other] { $days } gün sonra randevunun kendisi de silinir.
}
terms-idle = { $days ->
    [one] Bir gün gelmedin mi? O zaman hepsini sileriz.
   *[other] { $days } gün gelmedin mi? O zaman hepsini sileriz.
}
terms-counts = Yalnız kaç kişinin geldiğini sayarız.

after-tag = Pazartesiye kadar gizli bir kod kalır.
after-twice = Böylece seni iki kez saymayız.
after-block = Randevu alamıyor musun? Bu iki hafta sürer.
after-copies = Bir hafta sonra kopyalarımız da silinir.

telegram-sees = Telegram bizimle konuştuğunu görür.
telegram-keeps = Telegram bu mesajları da saklar.
telegram-names = Buraya isim yazmasan daha iyi.
telegram-else = Bunu istemiyor musun? O zaman okula gel.

erase-title = Hepsini silmek istiyor musun?
erase-talks = O zaman randevularını iptal ederiz.
erase-desk = Bu sohbetteki işin de biter.
erase-rest = Dilini, okulunu ve numaranı sileriz.
erase-messages = Son mesajlarımız da silinir.
erase-final = Bunu geri alamazsın.
erase-yes = 🗑️ Evet, hepsini sil
erased-done = Hepsi silindi.
erased-start = ▶️ Yeniden başla

data-title = Senin hakkında bunları biliyoruz.
data-nothing = Senin hakkında bir şey bilmiyoruz.
data-desk = 🧰 Burada çalışıyorsun.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 Dil: { $language }
data-school = 🏫 Okul: { $school }
data-linked = 🔳 QR kodla geldin.
data-reminded = { $what ->
    [all] ⏰ Hatırlatmalar: açık
    [day] ⏰ Hatırlatmalar: yalnız o gün
   *[nothing] ⏰ Hatırlatmalar: kapalı
}
data-shared = { $shared ->
    [yes] 👀 Başkaları bakıyor: evet
   *[no] 👀 Başkaları bakıyor: hayır
}
data-since = 👋 İlk kez: { $on }
data-seen = 👋 Son kez: { $on } haftası
data-talk = 📅 { $at }, { $name } ile
data-status = { $status ->
    [booked] ▫️ Randevu var. { $way }
    [cancelled] ▫️ İptal edildi. { $way }
    [noshow] ▫️ Gelmedin. { $way }
   *[fulfilled] ▫️ Bitti. { $way }
}
data-guest = 👥 Biri seni de çağırdı.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ Tercüman: { $language }
data-talks-more = 📥 Dosyadaki diğer randevular: { $count }
data-notices = ✉️ Mesajlar: { $count }
data-shown = 🕘 Bu sohbetteki mesajlar: { $count }
data-awaited = ⌨️ Senden bir mesaj bekliyoruz.
data-counted = Seni adın olmadan sayarız.
data-file = 📥 Dosya olarak
data-file-all = Hepsi bunun içinde.
