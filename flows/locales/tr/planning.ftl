# Kendi saatleri: hafta, her hafta olanlar ve değişenler.
desk-week = Görüşme saatlerin. Birini seç.
desk-week-none = O zaman görüşme saatin yok.
desk-week-key = 🗓️ { $day }, { $start } – { $school } ({ $count })
hour-title = Görüşme saati: { $on }
hour-talks = { $count ->
    [0] Randevu yok.
    [one] { $count } randevu var.
   *[other] { $count } randevu var.
}
hour-drop = ✖️ Bu sefer yok

weekly-title = Sabit saatlerin bunlar.
weekly-none = Daha sabit saatin yok.
weekly-key = 🕘 { $weekday }, { $start } – { $school }
weekly-one = Bu sabit bir saat.
weekly-row = 🕘 { $weekday }, { $start } – { $end }, { $school }
weekly-change = 🔁 Değiştir
weekly-end = ✖️ Bitir
weekly-extra = ➕ Ek saatler
weekly-add = 🕘 Yeni sabit saat
weekly-block = ⛔ Sabit toplantı
meeting-key = ⛔ { $weekday }, { $start } – toplantı
meeting-title = O zaman görüşme saati yok.
meeting-row = ⛔ { $weekday }, { $start }
meeting-end = ✖️ Bitir

plan-school = Hangi okulda?
plan-on = Hangi gün?
plan-from = Hangi günden sonra?
plan-weekday = Haftanın hangi günü?
plan-start = Saat kaçta başlıyor?
plan-end = Saat kaça kadar?
plan-yes = ✅ Evet, doğru
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ Bitiş: { $clock }
sure-extra = Şunlar eklenecek:
sure-add = Şunlar eklenecek:
sure-change = Yeni saat şöyle olacak:
sure-end = Şu saat bitecek:
sure-block = O zaman toplantı var:
plan-row-end = • olmayacağı ilk gün: { $on }
plan-row-weekly = • her { $weekday }, { $start } – { $end }, ilk gün: { $on }
sure-school = 🏫 { $school }
note-hours = { $count ->
    [0] Tamam. İptal olan randevu yok.
    [one] Tamam. { $count } randevu iptal oldu. O kişi mesaj alır.
   *[other] Tamam. { $count } randevu iptal oldu. Herkes mesaj alır.
}
weekly-group = 👥 { $title }
