# Біля дверей, без запису, і як пройшла розмова.
walk-in-key = ➕ Візит без запису
walk-in-who = Хто прийшов без запису?
topics-free-worker = Ми це тільки рахуємо.
walk-in-topic = Про що була розмова?
walk-in-unknown = ➕ Не знаю
note-walk-in = Готово. Пораховано.

door-key = 🚪 Біля дверей
door-who = Для кого зустріч?
door-times = Обери час.
door-none = Вільного часу немає.
note-slip = Готово. Покажи це або запиши на папері.
note-again = Готово. Ця людина отримає повідомлення.

ended-title = Твій прийом закінчився.
ended-optional = Як усе пройшло? Це можна пропустити.
ended-none = Зустрічей не було. Хтось прийшов без запису?
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = Чи прийшла ця людина?
ending-how = Що далі?
ending-counted = Ми це тільки рахуємо.
ending-told = Це вже пораховано. Дякуємо.
came-yes = ✅ Прийшла
came-no = ✖️ Не прийшла
end-enough = 👍 Цього досить
end-another = 🔁 Ще одна розмова
end-care_team = 👥 Команда підтримки
end-referral = ➡️ Допомога не в школі
end-asked = Чи згоден учень або згодна учениця?
end-law = Чи за законом потрібні батьки? Запитай і їх.
end-passes-nothing = Бот нічого не передає.
end-yes = ✅ Так, згода є
note-counted = Готово. Пораховано.
