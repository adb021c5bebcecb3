desk-title = Merhaba { $name }. Bugün { $on }.
desk-planned = 🕐 { $school }, { $room }: { $start } – { $end }.
desk-here = ✅ Buradayım
desk-is-here = ✅ { $school }, { $room }: { $start } – { $end }. Buradasın.
desk-talks = { $count ->
    [0] Bugün daha randevu yok.
    [one] Bugün { $count } randevu kaldı.
   *[other] Bugün { $count } randevu kaldı.
}
desk-off = Bugün artık görüşme saatin yok.
desk-today = 📅 Bugün
desk-tomorrow = ➡️ Yarın
desk-that-day = 📅 O gün

day-title = { $on }: randevular
day-empty = { $on }: randevu yok.
day-others = Ve { $count } kişi daha.
day-school = • { $school }
day-before = ⬅️ Önceki gün
day-after = ➡️ Sonraki gün
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 Ev ziyareti

talk-booked = Bir randevu
talk-cancelled = Bu randevu iptal edildi.
talk-fulfilled = Bu randevu bitti.
talk-noshow = Kimse gelmedi.
talk-at-room = 🏫 { $school }, { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 Sen arayacaksın ({ $school }).
talk-at-video = 🎥 Videoyla ({ $school }).
talk-at-home = 🏠 Ev ziyareti ({ $school }). Önce ara.
talk-who-pupil = 🎒 Bir öğrenci
talk-who-parent = 👪 Anne ya da baba
talk-who-staff = 🏫 Okul çalışanı
talk-number = 📞 Numarayı göster
talk-number-later = Numarayı 15 dakika önce görürsün.
talk-number-day = Numarayı bir gün önce görürsün.
talk-number-none = Daha numara yok.
number-title = Arama zamanı: { $at }.
number = 📞 { $number }

news-booked = Yeni randevu
news-cancelled = Bir randevu iptal edildi.
news-moved = Bir randevunun saati değişti.
news-was = Önceki zaman: { $at }.
news-handed-over = Bir randevu iş arkadaşına geçti.

note-here = Tamam. Herkes { $school } okulunda olduğunu görüyor.
note-joined = Tamam. Bu sohbet artık senin.

coordinator-title = Merhaba { $name }. Burası { $scope }.
coordinator-when = Sayıları her pazartesi alırsın.
coordinator-none = İlk sayılar daha gelmedi.
coordinator-newest = 📊 Son sayılar

desk-later = ⏳ Geç ya da yok
desk-gone = ✖️ Ben yokum
desk-return = ↩️ Olmadığım günler
desk-away = Bugün bir süre yoksun.
desk-is-late = ⏳ { $school }, { $room }: { $start } – { $end }. Geç geleceksin.
desk-week-own = 🗓️ Benim haftam
desk-weekly = 🕘 Sabit saatler
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ tercüman: { $language }
talk-interpreter = 🗣️ Tercüman istendi: { $language }.
talk-ending = 📝 Nasıl geçti?
news-nobody = Kapında biri bekledi.

settings-key = ⚙️ Ayarlar
settings-each = Her randevuyu hemen duyarsın.
settings-daily = Sonraki günleri günde bir kez duyarsın.
daily-on = 🔔 Günde bir kez
daily-off = 🔔 Her seferinde hemen
daily-title = Sonraki günlerde bunlar değişti.
daily-none = Sonraki günlerde bir şey değişmedi.
daily-booked = • { $day }, { $clock }
daily-cancelled = • { $day }, { $clock } – iptal
daily-fulfilled = • { $day }, { $clock }
daily-noshow = • { $day }, { $clock }

staff-key = 👤 Danışmanlar
staff-title = Danışmanlar bunlar. Birini seç.
staff-none = Daha danışman yok.
staff-member = { $name }, kurum: { $provider }.
staff-has-desk = Bu danışmanın sohbeti var.
staff-no-desk = Bu danışmanın daha sohbeti yok.
staff-invite = ✉️ Yeni link
staff-away = ✖️ Bugün yok
staff-remove = 🚫 Sohbeti kapat
note-invited = Bu linki ver. Bir gün, bir kez çalışır: { $link }
note-removed = Tamam. Sohbet kapandı: { $name }.
day-row-late = { $clock } – { $room } – { $code } – ⏳ { $minutes } dakika geç
talk-late = ⏳ { $minutes } dakika geç gelecek.
news-late = Biri geç gelecek.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 Konu: bir sınıf.
talk-consult-team = 👥 Konu: bir ekip.
talk-consult-pupil = 👥 Konu: bir öğrenci.
number-vanishes = Bu mesaj kendi kendine silinir.
talk-with-guest = 🤝 Yanında biri geliyor.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [one] { $count } kişi geliyor.
   *[other] { $count } kişi geliyor.
}
seat-key = { $code }
seat-door-pupil = ➕ Öğrenci ekle
seat-door-parent = ➕ Anne baba ekle
seat-door-staff = ➕ Çalışan ekle

talk-ban = ⏸️ Şimdilik randevu yok
talk-unban = ▶️ Yeniden randevu
note-banned = Bu kişi 14 gün seninle randevu alamaz. Gelmek ve yardım her zaman açık.
note-unbanned = Bu kişi yine seninle randevu alabilir.
note-unbanned-all = Herkes yine seninle randevu alabilir.
settings-bans = Bazı kişiler şimdilik seninle randevu alamaz.
settings-unban = ▶️ Herkes yeniden

sure-cancel = Bu randevuyu iptal ediyor musun?
sure-cancel-asked = Bunu yalnız kişi isterse yap.
sure-cancel-told = Sohbete de bir mesaj göndeririz.
sure-cancel-yes = ❌ Evet, iptal et
