# Buradasın, geç geleceksin ya da yoksun.
ask-here = { $school } okulunda mısın?
late-ask = Kaç dakika geç geleceksin?
late-told = Daha gelecek olanlar mesaj alır.
late-key = ⏳ { $minutes } dakika
note-late = Tamam. { $minutes } dakika geç geleceksin.

gone-ask = Ne zaman yoksun?
gone-days-row = • { $first } – { $last }
gone-day-row = • { $on }, { $start } – { $end }
gone-back = ↩️ Yine varım, { $day }
gone-today = ✖️ Bugün yokum
gone-hours = ⏰ Belli saate kadar
gone-days = 📅 Başka günler
gone-until = Saat kaça kadar yoksun?
gone-until-key = ⏰ Bitiş: { $clock }
gone-no-hours = Bugün başka görüşme saati yok.
gone-first = Olmadığın ilk gün hangisi?
gone-last = Olmadığın son gün hangisi?
gone-sure = Şu zaman yoksun:
gone-sure-other = { $name } bugün artık yok.
gone-talks = { $count ->
    [0] İptal olan randevu yok.
    [one] { $count } randevu iptal olur. O kişi mesaj alır.
   *[other] { $count } randevu iptal olur. Herkes mesaj alır.
}
gone-all-told = Randevusu olan herkes mesaj alır.
gone-yes = ✖️ Evet, yokum
gone-yes-other = ✖️ Evet, doğru
note-gone = { $count ->
    [0] Tamam. İptal olan randevu yok.
    [one] Tamam. { $count } randevu iptal oldu. O kişi mesaj alır.
   *[other] Tamam. { $count } randevu iptal oldu. Herkes mesaj alır.
}
note-gone-other = Tamam. Randevusu olan herkes mesaj alır.
note-back = Yine burada olman güzel.

colleagues-key = 👥 İş arkadaşı yok
colleagues-ask = Kim yok? Yoksa okul mu kapalı?
colleagues-none = Bugün başka kimse yok.
colleague-key = ✖️ { $name }
shut-key = 🔒 { $school } kapalı
reopen-key = 🔓 { $school } açık
shut-sure = { $school } bugün kapalı.
shut-phone = Telefon ve video görüşmeleri devam eder.
shut-yes = 🔒 Evet, kapalı
note-shut = Tamam. { $school } kapalı. Randevusu olan herkes mesaj alır.
note-reopened = Tamam. { $school } yine açık.

door-text = Bunu kapıya asabilirsin:
door-away = { $name } yok. Gün: { $on }.

place-ask = Bugün { $school } okulunda neredesin?
place-key = 📍 { $room }
place-key-desk = 🛎️ Girişten alırım
place-change = 📍 Bugünkü yer
note-place = Tamam. Herkes yeni yeri görüyor.
