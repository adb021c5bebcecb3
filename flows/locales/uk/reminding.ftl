# Нагадування.
key-reminders = ⏰ Нагадування
reminded-all = Ти отримуєш нагадування про зустріч.
reminded-day = Ти отримуєш нагадування того самого дня.
reminded-nothing = Ти не отримуєш нагадувань.
reminded-told = Зустрічі не буде? Ми завжди скажемо.
remind-ask = Що обираєш?
remind-all = ⏰ Так
remind-day = 📅 Лише того дня
remind-nothing = 🔇 Ні
note-kept = Готово.
note-stopped = Готово. Нагадувань більше не буде.
