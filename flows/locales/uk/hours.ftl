key-first-free = 🕐 Перший вільний час
key-workers = 👤 Обрати людину

hours-why = { $why }
hours-way-phone = телефон
hours-way-video = відео
hours-way-both = телефон або відео
hours-way-home = вдома в батьків
hours-shut = зачинено: { $why }
hours-building-shut = будівля зачинена: { $why }

today-title = { $school }, { $on }.
today-confirmed-before = ✅ { $name } тут з { $start } до { $end }. { $room }.
today-confirmed-during = ✅ { $name } зараз тут, до { $end }. { $room }.
today-planned-before = 🕐 { $name } буде з { $start } до { $end }. { $room }.
today-planned-during = 🕐 { $name } за планом тут до { $end }. { $room }.
today-late = ⏳ { $name } прийде пізніше: { $until }. { $room }.
today-far = 📞 { $name }: тільки { $ways }, з { $start } до { $end }.
today-away = ✖️ { $name } сьогодні не працює.
today-others = { $count ->
    [one] І ще { $count } людина.
    [few] І ще { $count } людини.
   *[many] І ще { $count } людей.
}
today-walk-in = Можна прийти й без запису.
today-nobody = Сьогодні вже нікого немає.
today-none = Сьогодні нікого немає.
today-unknown = Ми ще не знаємо, хто сьогодні є.
today-closed = Школа сьогодні зачинена: { $why }.
today-building = Будівля сьогодні зачинена: { $why }.
today-next = { $name } знову буде: { $at }.
today-next-far = { $name }, тільки { $ways }: { $at }.
today-next-unknown = Ми ще не знаємо, коли знову хтось буде.
today-contacts = Хочеш поговорити зараз? Запитай тут:

week-title = { $school }: хто є?
week-row = { $day } – { $name }, з { $start } до { $end }. { $room }.
week-far = { $day } – { $name }, тільки { $ways }, { $start } – { $end }.
week-days = з { $first } до { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = Цього тижня нікого немає.
week-unknown = Ми ще не знаємо, хто є цього тижня.
week-later = ➡️ Тиждень пізніше

place-desk = рецепція

weekday-0 = понеділок
weekday-1 = вівторок
weekday-2 = середа
weekday-3 = четвер
weekday-4 = пʼятниця
weekday-5 = субота
weekday-6 = неділя

today-group = 👥 { $title }: з { $start } до { $end }. Веде: { $name }. { $room }.
week-group = 👥 { $day } – { $title }, з { $start } до { $end }. Веде: { $name }. { $room }.
