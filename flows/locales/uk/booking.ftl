workers-choose = З ким ти хочеш поговорити?
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. Організація: { $provider }. Мови: { $languages }.
worker-name = • { $name }. Організація: { $provider }. Мови: { $languages }.
worker-female = { $name } (жінка)
worker-male = { $name } (чоловік)
gender-female = 👩 Жінка
gender-male = 👨 Чоловік

times-anybody = Обери час.
times-with = Обери час. З ким: { $name }.
times-school = Це розмова в школі.
times-phone = Це розмова телефоном.
times-video = Це відеорозмова.
times-home = Ця людина прийде до тебе додому.
times-full = Немає вільного часу: { $on }. Ось що вільно пізніше.
time-key = 🕐 { $day }, { $clock }
time-key-with = 🕐 { $day }, { $clock } – { $name }
times-later = ➡️ Пізніше
times-day = 📅 Інший день
times-way = 💬 Телефон або відео
times-way-other = 💬 Інший спосіб
times-none = { $school }: зараз немає вільного часу.
times-none-else = Обери телефон або іншу людину. Або запитай тут:

days-choose = Обери день.
days-none = Днів ще немає.
day-key = 📅 { $day }

ways-choose = Як ти хочеш говорити?
way-school = 🏫 У школі
way-phone = 📞 Телефон
way-video = 🎥 Відео
way-home = 🏠 У тебе вдома

card-booked = Твоя зустріч
card-cancelled = Цю зустріч скасовано.
card-fulfilled = Ця зустріч уже була.
card-noshow = Ця зустріч уже була.
card-when = 📅 { $at }
card-at-room = 🏫 З ким: { $name }, де: { $school }, { $room }
card-at-school = 🏫 З ким: { $name }, де: { $school }
card-at-phone = 📞 { $name } тобі зателефонує.
card-at-video = 🎥 Відеорозмова: { $name }.
card-at-home = 🏠 { $name } прийде додому, а спершу зателефонує.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ { $name } на місці.
card-phone-ask = У нас ще немає твого номера.
card-phone-known = У нас є твій номер.
card-phone = 📞 Дати номер
card-move = 🔁 Інший час
card-cancel = ❌ Скасувати
card-restore = ↩️ Не скасовувати
card-topic = 💭 Про що?

mine-none = У тебе немає зустрічей.
mine-choose = Твої зустрічі. Обери одну.
mine-key = 📋 { $at }, { $name }

topics-ask = Про що ця розмова?
topics-free = Можна нічого не обирати. Ми це тільки рахуємо.
topic-home = 🏠 Дім
topic-feelings = 😔 Почуття
topic-behaviour = 💥 Поведінка
topic-friends = 👥 Друзі, цькування
topic-school = 📚 Школа
topic-money = 💶 Гроші, житло
topic-future = 🧭 Майбутнє, практика
topic-other = ✳️ Щось інше
topic-not-said = Не сказано

note-moved = Готово. У зустрічі новий час.
note-restored = Готово. У тебе знову є ця зустріч.
note-thanks = Дякуємо.
note-type-phone = Напиши зараз свій номер телефону.
note-phone = Готово. У нас є твій номер. Твого повідомлення тут уже немає.

reminder-evening = Нагадування на завтра
reminder-morning = Нагадування на сьогодні
reminder-hour = Нагадування: уже скоро
reminder-card = 📋 Подивитися

card-code = { $code }
card-desk = Підійди до рецепції. По тебе прийдуть.
card-nobody = 🚪 Нікого немає
card-interpreter = Запит на перекладача надіслано.
card-ask-interpreter = 🗣️ Потрібен перекладач
note-interpreter = Готово. Ми просимо перекладача.

# Що людина отримує, коли щось змінилося.
told-title = Щось змінилося.
told-called-off = Скасовано: { $name }.
told-booked = У тебе нова зустріч.
told-back = Твоя зустріч усе-таки буде.
told-late = { $minutes ->
    [one] { $name } прийде на { $minutes } хвилину пізніше.
    [few] { $name } прийде на { $minutes } хвилини пізніше.
   *[many] { $name } прийде на { $minutes } хвилин пізніше.
}
told-place = Розмова буде в іншому місці.

away-title = Твоєї зустрічі не буде.
away-away = { $name } тоді не працює.
away-closed = Школа тоді зачинена.
away-left = { $name } тут більше не працює.
away-choose = Що ти хочеш зробити?

sorry-title = Вибач. Так не має бути.
sorry-told = { $name } зараз отримає повідомлення.
card-delay = ⏳ Я прийду пізніше
card-delayed = { $minutes ->
    [one] Ти прийдеш на { $minutes } хвилину пізніше.
    [few] Ти прийдеш на { $minutes } хвилини пізніше.
   *[many] Ти прийдеш на { $minutes } хвилин пізніше.
}
card-late = ⏳ { $name } буде з { $until }.
delay-ask = На скільки хвилин пізніше ти прийдеш?
note-delayed = Готово. Ми це передамо.
card-labelled = 🏷️ { $label }
card-label = 🏷️ Для якої дитини
card-nickname = 🙂 Як тебе звати
card-consult = 👥 Про що
card-consult-class = 👥 Про клас.
card-consult-team = 👥 Про команду.
card-consult-pupil = 👥 Про учня або ученицю.
card-calendar = 📅 У мій календар
card-uncalendar = 📅 Прибрати з календаря
card-all = ☰ Усе
consult-ask = Про що ти хочеш поговорити?
consult-no-name = Не пиши імені чи прізвища учня.
consult-class = 👥 Клас
consult-team = 👥 Команда
consult-pupil = 🎒 Учень, учениця
calendar-add = Відкрий це. Тоді зустріч буде в календарі.
calendar-remove = Відкрий це. Тоді зустріч зникне з календаря.
note-type-label = Напиши зараз, для кого це. Досить однієї літери.
note-type-nickname = Напиши зараз, як тебе називати. Можна щось вигадати.
note-label = Готово. Твого повідомлення тут уже немає.
note-nickname = Готово. Твого повідомлення тут уже немає.
times-enough = Це вже багато варіантів. Спробуй пізніше.
times-enough-walk-in = У школі можна прийти й без запису.

# Разом: посилання для іншої людини.
card-together = 🤝 Прийти разом
card-guest = Ти йдеш з кимось на цю зустріч.
card-part = 🚪 Я не йду
together-title = Хочеш прийти з кимось разом?
together-sees = Ця людина бачить тільки цю зустріч.
together-once = Посилання працює для однієї людини.
together-used = Твоє посилання вже використали.
together-link = 🔗 Зробити посилання
together-end = ✖️ Уже не разом
note-together = Надішли це посилання тій людині: { $link }
note-along = Готово. Ви йдете разом.
note-alone = Готово. Твоє посилання вже не працює.
note-parted = Готово. Ти не йдеш.
told-moved = У зустрічі інший час.
apart-title = Ти вже не йдеш разом.
apart-busy = У зустрічі новий час. У тебе тоді вже є зустріч.
apart-ended = Інша людина прийде без тебе.

# Групи: одне місце, і ніхто не бачить, хто ще прийде.
way-group = 👥 У групі
groups-choose = Обери групу. Ніхто не бачить твого імені.
groups-none = Зараз у групах немає вільних місць.
groups-talk = 🕐 Краще без групи
group-about = • { $title }: з { $start } до { $end }. Веде: { $name }. { $room }.
group-key = 👥 { $day }, { $clock } – { $title }
group-plain = Група
card-at-group = 👥 { $title }, з ким: { $name }, де: { $school }, { $room }
card-at-group-school = 👥 { $title }, з ким: { $name }, де: { $school }
