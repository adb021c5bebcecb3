# Дати й час. Шаблони за Unicode CLDR.
date-full = EEEE, d MMMM
date-short = EEE d MMM
date-moment = { $day }, { $clock }
time-whole = { $hour }:00
time-part = { $hour }:{ $minute }

# Низ кожного екрана.
footer-back = ⬅️ Назад
footer-help = 🆘 Допомога
footer-more = ☰ Більше

# Мови, кожна під власною назвою.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ➡️ Більше
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# Чого не можна зробити і що далі.
refused-stale = Ця кнопка стара. Ось як є тепер.
refused-link = Спершу відскануй QR-код у школі. Тоді побачиш імена й час.
refused-taken = Цей час уже зайнятий. Обери інший час.
refused-gone = Цього часу вже немає. Обери інший час.
refused-busy = У тебе тоді вже є зустріч. Обери інший час.
refused-banned = До цієї людини поки не можна записатися. Прийти без запису можна завжди.
refused-often = Це було дуже часто. Спробуй пізніше. Прийти без запису можна завжди.
refused-many = У тебе вже забагато зустрічей. Спершу скасуй одну.
refused-late = Для цього вже пізно.
refused-phone = Це не номер телефону. Напиши його ще раз.
refused-invitation = Це запрошення вже не працює. Попроси нове.
refused-hold = Зараз тут пише багато людей. Спробуй трохи пізніше.
refused-fault = Щось пішло не так. Спробуй ще раз.
refused-wait = Зачекай трохи. Я ще працюю.

unknown-text = Я цього не розумію. Обери кнопку. Є небезпека? Телефонуй на 112. Хочеш поговорити? Телефонуй на 113.
unknown-command = Я цього не знаю. Обери кнопку.
unknown-link = Я не знаю цього посилання. Обери свою школу.
unknown-media = Я не можу це почути чи побачити. Ніхто цього не бачив. Є небезпека? Телефонуй на 112.

# Під кнопкою «Більше».
more-choose = Що ти хочеш зробити?
key-languages = 🌐 Мова, taal
key-roles = 👤 Хто я
key-school = 🏫 Інша школа
key-privacy = 🔒 Приватність
key-mine = 📋 Мої зустрічі
key-week = 📆 Цей тиждень

# Список команд у Telegram.
command-start = Початок
command-today = Хто є сьогодні?
command-week = Хто є цього тижня?
command-book = Записатися на зустріч
command-appointments = Мої зустрічі
command-help = Потрібна допомога?
command-language = Обрати мову
command-privacy = Що ми зберігаємо?
command-mydata = Що ми про тебе знаємо?
command-erase = Стерти все
command-stop = Без нагадувань
bot-short = Хто є в школі? Запишись на зустріч.
bot-about =
    Поговори в школі з людиною, яка допомагає.
    Подивись, хто є. Обери свій час.
    Тут цього ніхто не читає. Є небезпека? Телефонуй на 112.

refused-overlap = У тебе тоді вже є прийом. Обери інший час.
refused-words = Я не можу це зберегти. Напиши коротше.
refused-code = Цей код не підходить. Запитай його в школі.
refused-own-link = Це посилання для іншої людини. Надішли його.
refused-together = У тебе тоді вже є своя зустріч.
more-by-computer = Ці тексти переклав компʼютер.
