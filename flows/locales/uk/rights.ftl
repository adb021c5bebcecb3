# Про що можна просити: що ми зберігаємо, побачити це, стерти це.
privacy-what = Ми зберігаємо твою мову, школу, зустріч та іноді номер.
privacy-not = Ми не питаємо імені та причини.
privacy-sees = Твою зустріч бачить лише той, з ким говориш.
privacy-who = { $programme } відповідає за твої дані.
privacy-telegram = Telegram бачить, що ти тут.
privacy-new = Ми по-новому розповіли про приватність.
privacy-read = ✅ Прочитано
privacy-key-rights = ✋ Що я можу
privacy-key-who = 🏢 Хто ми
privacy-key-terms = 🗄️ Як довго
privacy-key-after = 🧹 Що лишається
privacy-key-telegram = ✈️ Telegram
key-data = 📄 Мої дані
key-erase = 🗑️ Стерти все

rights-see = Ти можеш побачити, що ми про тебе знаємо.
rights-erase = Ти можеш усе стерти.
rights-change = Ти можеш змінити мову й школу.
rights-complain = Можна поскаржитися до нідерландської служби захисту даних.

who-ask = Маєш питання? Запитай тут:
who-mail = ✉️ { $mail }
who-school = Маєш питання? Запитай у школі.

terms-talk = { $days ->
    [one] Через { $days } день ми вже не знаємо, хто приходив.
    [few] Через { $days } дні ми вже не знаємо, хто приходив.
   *[many] Через { $days } днів ми вже не знаємо, хто приходив.
}
terms-rest = { $days ->
    [one] Через { $days } день зникає і сама зустріч.
    [few] Через { $days } дні зникає і сама зустріч.
   *[many] Через { $days } днів зникає і сама зустріч.
}
terms-idle = { $days ->
    [one] Тебе немає { $days } день? Тоді ми стираємо все.
    [few] Тебе немає { $days } дні? Тоді ми стираємо все.
   *[many] Тебе немає { $days } днів? Тоді ми стираємо все.
}
terms-counts = Ми лише рахуємо, скільки людей приходить.

after-tag = До понеділка лишається один таємний код.
after-twice = Так ми не рахуємо тебе двічі.
after-block = Не можеш записатися? Це триває два тижні.
after-copies = Через тиждень зникнуть і наші копії.

telegram-sees = Telegram бачить, що ти говориш з нами.
telegram-keeps = Telegram теж зберігає ці повідомлення.
telegram-names = Краще не пиши тут імен.
telegram-else = Не хочеш цього? Тоді приходь у школі.

erase-title = Хочеш стерти все?
erase-talks = Тоді ми скасуємо твої зустрічі.
erase-desk = Твоя робота в цьому чаті теж закінчиться.
erase-rest = Ми зітремо твою мову, школу й номер.
erase-messages = Наші останні повідомлення теж зникнуть.
erase-final = Повернути це не можна.
erase-yes = 🗑️ Так, стерти все
erased-done = Усе стерто.
erased-start = ▶️ Почати знову

data-title = Ось що ми про тебе знаємо.
data-nothing = Ми нічого про тебе не знаємо.
data-desk = 🧰 Ти тут працюєш.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 Мова: { $language }
data-school = 🏫 Школа: { $school }
data-linked = 🔳 Ти тут за QR-кодом.
data-reminded = { $what ->
    [all] ⏰ Нагадування: так
    [day] ⏰ Нагадування: лише того дня
   *[nothing] ⏰ Нагадування: ні
}
data-shared = { $shared ->
    [yes] 👀 Інші теж дивляться: так
   *[no] 👀 Інші теж дивляться: ні
}
data-since = 👋 Перший раз: { $on }
data-seen = 👋 Останній тиждень: { $on }
data-talk = 📅 { $at }, { $name }
data-status = { $status ->
    [booked] ▫️ Зустріч буде. { $way }
    [cancelled] ▫️ Скасовано. { $way }
    [noshow] ▫️ Ніхто не прийшов. { $way }
   *[fulfilled] ▫️ Зустріч була. { $way }
}
data-guest = 👥 Тебе хтось покликав із собою.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ Перекладач: { $language }
data-talks-more = 📥 Інші зустрічі у файлі: { $count }
data-notices = ✉️ Повідомлення: { $count }
data-shown = 🕘 Повідомлення в цьому чаті: { $count }
data-awaited = ⌨️ Ми чекаємо повідомлення від тебе.
data-counted = Ми рахуємо тебе без імені.
data-file = 📥 Як файл
data-file-all = Тут є все.
