# Власні години: тиждень, що повторюється і що змінюється.
desk-week = Твої прийоми. Обери один.
desk-week-none = Тоді в тебе немає прийому.
desk-week-key = 🗓️ { $day }, { $start } – { $school } ({ $count })
hour-title = Прийом: { $on }
hour-talks = { $count ->
    [0] Зустрічей немає.
    [one] Є { $count } зустріч.
    [few] Є { $count } зустрічі.
   *[many] Є { $count } зустрічей.
}
hour-drop = ✖️ Не відбудеться

weekly-title = Це твої постійні години.
weekly-none = У тебе ще немає постійних годин.
weekly-key = 🕘 { $weekday }, { $start } – { $school }
weekly-one = Це постійний прийом.
weekly-row = 🕘 { $weekday }, з { $start } до { $end }, { $school }
weekly-change = 🔁 Змінити
weekly-end = ✖️ Закінчити
weekly-extra = ➕ Додаткові години
weekly-add = 🕘 Нові постійні години
weekly-block = ⛔ Постійна нарада
meeting-key = ⛔ { $weekday }, { $start } – нарада
meeting-title = Тоді прийому немає.
meeting-row = ⛔ { $weekday }, { $start }
meeting-end = ✖️ Закінчити

plan-school = У якій школі?
plan-on = У який день?
plan-from = З якого дня?
plan-weekday = У який день тижня?
plan-start = О котрій годині початок?
plan-end = До котрої години?
plan-yes = ✅ Так, правильно
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ До { $clock }
sure-extra = Це нові години:
sure-add = Це нові години:
sure-change = Тепер буде так:
sure-end = Це закінчиться:
sure-block = Тоді є нарада:
plan-row-end = • перший день без прийому: { $on }
plan-row-weekly = • щотижня: { $weekday }, з { $start } до { $end }, початок: { $on }
sure-school = 🏫 { $school }
note-hours = { $count ->
    [0] Готово. Жодну зустріч не скасовано.
    [1] Готово. Скасовано { $count } зустріч. Ця людина отримає повідомлення.
    [one] Готово. Скасовано { $count } зустріч. Усі отримають повідомлення.
    [few] Готово. Скасовано { $count } зустрічі. Усі отримають повідомлення.
   *[many] Готово. Скасовано { $count } зустрічей. Усі отримають повідомлення.
}
weekly-group = 👥 { $title }
