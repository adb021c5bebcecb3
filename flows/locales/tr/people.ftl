welcome-school = Merhaba! Burası { $school }.
welcome-programme = Merhaba! Burası { $programme }.
welcome-privacy = Neyi sakladığımızı Diğer altında okursun.
welcome-who = Sen kimsin?
audience-pupil = 🎒 Öğrenci
audience-parent = 👪 Anne ya da baba
audience-staff = 🏫 Okulda çalışıyorum

language-choose = Dilini seç.
school-choose = Okulunu seç.
school-key = 🏫 { $school }

outside-school = Okulun: { $school }.
outside-programme = Burası { $programme }.
outside-walk-in = Okula her zaman randevusuz gelebilirsin.
outside-link = Okuldaki QR kodu okut. Kim var, görürsün.

sit-desk = 🧰 Görüşme saatlerim
sit-visitor = 👪 Ben de veliyim
note-type-code = Şimdi çalışan kodunu yaz.
