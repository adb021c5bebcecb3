key-first-free = 🕐 İlk boş saat
key-workers = 👤 Kişi seç

hours-why = { $why }
hours-way-phone = telefon
hours-way-video = video
hours-way-both = telefon ya da video
hours-way-home = anne babanın evinde
hours-shut = kapalı: { $why }
hours-building-shut = bina kapalı: { $why }

today-title = { $school }, { $on }.
today-confirmed-before = ✅ { $name } bugün var: { $start } – { $end }. { $room }.
today-confirmed-during = ✅ { $name } şimdi burada. Bitiş: { $end }. { $room }.
today-planned-before = 🕐 { $name } gelecek: { $start } – { $end }. { $room }.
today-planned-during = 🕐 { $name } burada olmalı. Bitiş: { $end }. { $room }.
today-late = ⏳ { $name } geç gelecek. Saat: { $until }. { $room }.
today-far = 📞 { $name }: sadece { $ways }, { $start } – { $end }.
today-away = ✖️ { $name } bugün yok.
today-others = Ve { $count } kişi daha.
today-walk-in = Randevusuz da gelebilirsin.
today-nobody = Bugün artık kimse yok.
today-none = Bugün kimse yok.
today-unknown = Bugün kim var, daha bilmiyoruz.
today-closed = Okul bugün kapalı: { $why }.
today-building = Bina bugün kapalı: { $why }.
today-next = { $name } yine burada: { $at }.
today-next-far = { $name }, sadece { $ways }: { $at }.
today-next-unknown = Biri ne zaman gelecek, daha bilmiyoruz.
today-contacts = Hemen konuşmak mı istiyorsun? Buraya sor:

week-title = { $school }: kim var?
week-row = { $day } – { $name }, { $start } – { $end }. { $room }.
week-far = { $day } – { $name }, sadece { $ways }, { $start } – { $end }.
week-days = { $first } – { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = Bu hafta kimse yok.
week-unknown = Bu hafta kim var, daha bilmiyoruz.
week-later = ➡️ Sonraki hafta

place-desk = okulun girişi

weekday-0 = Pazartesi
weekday-1 = Salı
weekday-2 = Çarşamba
weekday-3 = Perşembe
weekday-4 = Cuma
weekday-5 = Cumartesi
weekday-6 = Pazar

today-group = 👥 { $title }: { $start } – { $end }, { $name } ile. { $room }.
week-group = 👥 { $day } – { $title }, { $start } – { $end }, { $name } ile. { $room }.
