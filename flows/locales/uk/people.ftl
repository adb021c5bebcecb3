welcome-school = Привіт! Це { $school }.
welcome-programme = Привіт! Це { $programme }.
welcome-privacy = Що ми зберігаємо, написано в Більше.
welcome-who = Хто ти?
audience-pupil = 🎒 Учень, учениця
audience-parent = 👪 Мама чи тато
audience-staff = 🏫 Я працюю в школі

language-choose = Обери свою мову.
school-choose = Обери свою школу.
school-key = 🏫 { $school }

outside-school = Обрана школа: { $school }.
outside-programme = Це { $programme }.
outside-walk-in = У школі завжди можна прийти без запису.
outside-link = Відскануй QR-код у школі. Тоді побачиш, хто є.

sit-desk = 🧰 Мій прийом
sit-visitor = 👪 Я також мама чи тато
note-type-code = Напиши зараз код для працівників.
