# Przypomnienia.
key-reminders = ⏰ Przypomnienia
reminded-all = Dostajesz przypomnienia o spotkaniu.
reminded-day = Dostajesz przypomnienie tego samego dnia.
reminded-nothing = Nie dostajesz przypomnień.
reminded-told = Spotkania nie będzie? Zawsze ci o tym powiemy.
remind-ask = Co wybierasz?
remind-all = ⏰ Tak
remind-day = 📅 Tylko tego dnia
remind-nothing = 🔇 Nie
note-kept = Gotowe.
note-stopped = Gotowe. Nie dostaniesz więcej przypomnień.
