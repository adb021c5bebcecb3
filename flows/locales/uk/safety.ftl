help-near = Поговори з кимось поруч. Або телефонуй зараз:
line-112 = 🚨 { $number } – якщо є небезпека, завжди
line-113 = 💙 { $number } – якщо хочеш померти, завжди, безкоштовно
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, для дітей і підлітків, безкоштовно
line-veiligthuis = 🏠 { $number } – Veilig Thuis, якщо є насильство, завжди, безкоштовно
help-computer = Я компʼютер. Зараз цього ніхто не читає.
