workers-choose = Kiminle konuşmak istiyorsun?
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. Kurum: { $provider }. Diller: { $languages }.
worker-name = • { $name }. Kurum: { $provider }. Diller: { $languages }.
worker-female = { $name } (kadın)
worker-male = { $name } (erkek)
gender-female = 👩 Kadın
gender-male = 👨 Erkek

times-anybody = Bir saat seç.
times-with = { $name } ile bir saat seç.
times-school = Okulda konuşacaksın.
times-phone = Telefonla konuşacaksın.
times-video = Videoyla konuşacaksın.
times-home = Danışman senin evine gelir.
times-full = { $on } günü boş saat yok. Sonraki boş saatler bunlar.
time-key = 🕐 { $day }, { $clock }
time-key-with = 🕐 { $day }, { $clock } – { $name }
times-later = ➡️ Daha sonra
times-day = 📅 Başka gün
times-way = 💬 Telefon ya da video
times-way-other = 💬 Başka yol
times-none = { $school } okulunda şimdi boş saat yok.
times-none-else = Telefonu ya da başka birini dene. Veya buraya sor:

days-choose = Bir gün seç.
days-none = Daha gün yok.
day-key = 📅 { $day }

ways-choose = Nasıl konuşmak istiyorsun?
way-school = 🏫 Okulda
way-phone = 📞 Telefonla
way-video = 🎥 Videoyla
way-home = 🏠 Senin evinde

card-booked = Randevun
card-cancelled = Bu randevu iptal edildi.
card-fulfilled = Bu randevu bitti.
card-noshow = Bu randevu bitti.
card-when = 📅 { $at }
card-at-room = 🏫 { $name } ile, { $school }, { $room }
card-at-school = 🏫 { $name } ile, { $school }
card-at-phone = 📞 { $name } seni arayacak.
card-at-video = 🎥 { $name } ile video.
card-at-home = 🏠 { $name } evine gelir. Önce seni arar.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ { $name } burada.
card-phone-ask = Telefon numaran bizde daha yok.
card-phone-known = Telefon numaran bizde var.
card-phone = 📞 Numara ver
card-move = 🔁 Başka saat
card-cancel = ❌ İptal et
card-restore = ↩️ İptal etme
card-topic = 💭 Konu ne?

mine-none = Randevun yok.
mine-choose = Randevuların. Birini seç.
mine-key = 📋 { $at }, { $name }

topics-ask = Konu ne?
topics-free = Seçmek zorunda değilsin. Sadece sayıyoruz.
topic-home = 🏠 Ev
topic-feelings = 😔 Duygular
topic-behaviour = 💥 Davranış
topic-friends = 👥 Arkadaşlar, zorbalık
topic-school = 📚 Okul
topic-money = 💶 Para, ev bulmak
topic-future = 🧭 Gelecek, staj
topic-other = ✳️ Başka bir şey
topic-not-said = Söylenmedi

note-moved = Tamam. Randevunun saati değişti.
note-restored = Tamam. Randevun yine var.
note-thanks = Teşekkürler.
note-type-phone = Şimdi telefon numaranı yaz.
note-phone = Tamam. Numaranı sakladık. Mesajın silindi.

reminder-evening = Yarın için hatırlatma
reminder-morning = Bugün için hatırlatma
reminder-hour = Biraz sonrası için hatırlatma
reminder-card = 📋 Bak

card-code = { $code }
card-desk = Okulun girişine gel. Seni oradan alırlar.
card-nobody = 🚪 Kimse yok
card-interpreter = Tercüman istendi.
card-ask-interpreter = 🗣️ Tercüman lazım
note-interpreter = Tamam. Tercüman istiyoruz.

# Bir şey değişince söylenenler.
told-title = Bir şey değişti.
told-called-off = İptal eden: { $name }.
told-booked = Yeni bir randevun var.
told-back = Randevun yine olacak.
told-late = { $name } { $minutes } dakika geç gelecek.
told-place = Başka bir yerde konuşacaksın.

away-title = Randevun olmayacak.
away-away = { $name } o zaman yok.
away-closed = Okul o zaman kapalı.
away-left = { $name } artık burada çalışmıyor.
away-choose = Ne yapmak istiyorsun?

sorry-title = Özür dileriz. Bu iyi değil.
sorry-told = { $name } şimdi bir mesaj alıyor.
card-delay = ⏳ Geç geleceğim
card-delayed = { $minutes } dakika geç geleceksin.
card-late = ⏳ { $name } geç gelecek. Saat: { $until }.
delay-ask = Kaç dakika geç geleceksin?
note-delayed = Tamam. Haber veriyoruz.
card-labelled = 🏷️ { $label }
card-label = 🏷️ Hangi çocuk
card-nickname = 🙂 Adın ne
card-consult = 👥 Konu ne
card-consult-class = 👥 Konu: bir sınıf.
card-consult-team = 👥 Konu: bir ekip.
card-consult-pupil = 👥 Konu: bir öğrenci.
card-calendar = 📅 Takvimime ekle
card-uncalendar = 📅 Takvimimden sil
card-all = ☰ Hepsi
consult-ask = Ne hakkında konuşmak istiyorsun?
consult-no-name = Öğrencinin adını yazma.
consult-class = 👥 Bir sınıf
consult-team = 👥 Bir ekip
consult-pupil = 🎒 Bir öğrenci
calendar-add = Bunu aç. O zaman takviminde olur.
calendar-remove = Bunu aç. O zaman takviminden silinir.
note-type-label = Şimdi kimin için olduğunu yaz. Bir harf yeter.
note-type-nickname = Sana ne diyelim? Yaz. Bir ad uydurabilirsin.
note-label = Tamam. Mesajın silindi.
note-nickname = Tamam. Mesajın silindi.
times-enough = Çok fazla saate baktın. Biraz sonra yine dene.
times-enough-walk-in = Ya da okula randevusuz gel.

# Birlikte gelmek: bir başkası için link.
card-together = 🤝 Birlikte gelin
card-guest = Bu randevuya sen de geliyorsun.
card-part = 🚪 Gelmiyorum
together-title = Biriyle birlikte gelmek ister misin?
together-sees = O kişi sadece bu randevuyu görür.
together-once = Bir link bir kişi için çalışır.
together-used = Linkin kullanıldı.
together-link = 🔗 Link yap
together-end = ✖️ Artık birlikte değil
note-together = Bu linki o kişiye gönder: { $link }
note-along = Tamam. Sen de geliyorsun.
note-alone = Tamam. Linkin artık çalışmıyor.
note-parted = Tamam. Gelmiyorsun.
told-moved = Randevu başka bir saatte.
apart-title = Artık birlikte gelmiyorsun.
apart-busy = Saati değişti. O saatte başka randevun var.
apart-ended = Diğer kişi sensiz gelecek.

# Gruplar: bir yer; başka kimlerin geldiğini kimse görmez.
way-group = 👥 Grupla
groups-choose = Bir grup seç. Adını kimse görmez.
groups-none = Şu an boş yeri olan grup yok.
groups-talk = 🕐 Tek başıma
group-about = • { $title }: { $start } – { $end }, { $name } ile. { $room }.
group-key = 👥 { $day }, { $clock } – { $title }
group-plain = Grup
card-at-group = 👥 { $title }, { $name } ile, { $school }, { $room }
card-at-group-school = 👥 { $title }, { $name } ile, { $school }
