desk-title = Добрий день, { $name }. Сьогодні { $on }.
desk-planned = 🕐 { $school }, { $room }: з { $start } до { $end }.
desk-here = ✅ Я на місці
desk-is-here = ✅ { $school }, { $room }: з { $start } до { $end }. Ти на місці.
desk-talks = { $count ->
    [0] Сьогодні зустрічей ще немає.
    [one] Сьогодні ще { $count } зустріч.
    [few] Сьогодні ще { $count } зустрічі.
   *[many] Сьогодні ще { $count } зустрічей.
}
desk-off = Сьогодні в тебе більше немає прийому.
desk-today = 📅 Сьогодні
desk-tomorrow = ➡️ Завтра
desk-that-day = 📅 Цей день

day-title = Зустрічі: { $on }
day-empty = Немає зустрічей: { $on }.
day-others = { $count ->
    [one] І ще { $count } зустріч.
    [few] І ще { $count } зустрічі.
   *[many] І ще { $count } зустрічей.
}
day-school = • { $school }
day-before = ⬅️ День раніше
day-after = ➡️ День пізніше
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 Візит додому

talk-booked = Зустріч
talk-cancelled = Цю зустріч скасовано.
talk-fulfilled = Ця зустріч уже була.
talk-noshow = Ніхто не прийшов.
talk-at-room = 🏫 { $school }, { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 Ти телефонуєш ({ $school }).
talk-at-video = 🎥 Відеорозмова ({ $school }).
talk-at-home = 🏠 Візит додому ({ $school }). Спершу зателефонуй.
talk-who-pupil = 🎒 Учень або учениця
talk-who-parent = 👪 Мама чи тато
talk-who-staff = 🏫 Людина, яка працює в школі
talk-number = 📞 Показати номер
talk-number-later = Номер буде видно за 15 хвилин до розмови.
talk-number-day = Номер буде видно за день до розмови.
talk-number-none = Номера ще немає.
number-title = Зателефонуй: { $at }.
number = 📞 { $number }

news-booked = Нова зустріч
news-cancelled = Зустріч скасовано.
news-moved = У зустрічі новий час.
news-was = Раніше було: { $at }.
news-handed-over = Зустріч передано комусь іншому.

note-here = Готово. Усі бачать, що ти тут: { $school }.
note-joined = Готово. Цей чат тепер твій.

coordinator-title = Добрий день, { $name }. Це { $scope }.
coordinator-when = Щопонеділка ти отримуєш цифри.
coordinator-none = Перших цифр ще немає.
coordinator-newest = 📊 Останні цифри

desk-later = ⏳ Пізніше або ні
desk-gone = ✖️ Мене немає
desk-return = ↩️ Відсутність
desk-away = Сьогодні тебе якийсь час немає.
desk-is-late = ⏳ { $school }, { $room }: з { $start } до { $end }. Ти прийдеш пізніше.
desk-week-own = 🗓️ Мій тиждень
desk-weekly = 🕘 Постійні години
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ перекладач: { $language }
talk-interpreter = 🗣️ Потрібен перекладач: { $language }.
talk-ending = 📝 Як усе пройшло?
news-nobody = Хтось був біля твоїх дверей.

settings-key = ⚙️ Налаштування
settings-each = Про кожну зустріч пишемо відразу.
settings-daily = Про пізніші зустрічі пишемо раз на день.
daily-on = 🔔 Раз на день
daily-off = 🔔 Завжди відразу
daily-title = Зміни на наступні дні.
daily-none = Змін на наступні дні немає.
daily-booked = • { $day }, { $clock }
daily-cancelled = • { $day }, { $clock } – скасовано
daily-fulfilled = • { $day }, { $clock }
daily-noshow = • { $day }, { $clock }

staff-key = 👤 Працівники
staff-title = Це працівники. Обери людину.
staff-none = Працівників ще немає.
staff-member = { $name }, організація: { $provider }.
staff-has-desk = Ця людина має чат.
staff-no-desk = Ця людина ще не має чату.
staff-invite = ✉️ Нове посилання
staff-away = ✖️ Сьогодні не працює
staff-remove = 🚫 Закрити чат
note-invited = Передай це посилання. Воно працює один день, один раз: { $link }
note-removed = Готово. Цей чат закрито: { $name }.
day-row-late = { $minutes ->
    [one] { $clock } – { $room } – { $code } – ⏳ на { $minutes } хвилину пізніше
    [few] { $clock } – { $room } – { $code } – ⏳ на { $minutes } хвилини пізніше
   *[many] { $clock } – { $room } – { $code } – ⏳ на { $minutes } хвилин пізніше
}
talk-late = { $minutes ->
    [one] ⏳ Прийде на { $minutes } хвилину пізніше.
    [few] ⏳ Прийде на { $minutes } хвилини пізніше.
   *[many] ⏳ Прийде на { $minutes } хвилин пізніше.
}
news-late = Хтось прийде пізніше.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 Про клас.
talk-consult-team = 👥 Про команду.
talk-consult-pupil = 👥 Про учня або ученицю.
number-vanishes = Це повідомлення зникне саме.
talk-with-guest = 🤝 Прийде ще одна людина.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [one] Прийде { $count } людина.
    [few] Прийдуть { $count } людини.
    [many] Прийде { $count } людей.
   *[other] Прийде { $count } людей.
}
seat-key = { $code }
seat-door-pupil = ➕ Додати учня
seat-door-parent = ➕ Додати маму, тата
seat-door-staff = ➕ Додати працівника

talk-ban = ⏸️ Поки без зустрічей
talk-unban = ▶️ Знову зустрічі
note-banned = Ця людина 14 днів не може записатися до тебе. Прийти без запису й отримати допомогу можна завжди.
note-unbanned = Ця людина знову може записатися до тебе.
note-unbanned-all = Усі знову можуть записатися до тебе.
settings-bans = Деякі люди поки не можуть записатися до тебе.
settings-unban = ▶️ Знову всі

sure-cancel = Скасувати цю зустріч?
sure-cancel-asked = Роби це, лише якщо людина просить.
sure-cancel-told = Ми також надішлемо повідомлення в чат.
sure-cancel-yes = ❌ Так, скасувати
