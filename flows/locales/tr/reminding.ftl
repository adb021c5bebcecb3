# Hatırlatmalar.
key-reminders = ⏰ Hatırlatmalar
reminded-all = Randevun için hatırlatma alırsın.
reminded-day = Yalnız o gün hatırlatma alırsın.
reminded-nothing = Hatırlatma almazsın.
reminded-told = Randevu olmazsa bunu her zaman söyleriz.
remind-ask = Ne istersin?
remind-all = ⏰ Açık
remind-day = 📅 Yalnız o gün
remind-nothing = 🔇 Kapalı
note-kept = Tamam.
note-stopped = Tamam. Artık hatırlatma almazsın.
