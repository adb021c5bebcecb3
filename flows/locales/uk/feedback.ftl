# Як було? Три обличчя.
feedback-title = Коротке запитання
feedback-clear = Чи було зрозуміло, яка є допомога?
feedback-pleasant = Чи було приємно?
feedback-choice = Чи вистачило вибору?
feedback-home = Чи підходить це до допомоги вдома?
feedback-school = Чи підходить це до того, що робить школа?
feedback-counted = Ми це тільки рахуємо. Ми не зберігаємо, хто відповів.
feedback-thanks = Дякуємо. Відповідь пораховано.
feedback-key = ⭐ Твоя думка
smile-good = 🙂 Так
smile-so_so = 😐 Трохи
smile-bad = 🙁 Ні
