help-near = Поговори з кимось поруч. Або телефонуй зараз:
line-112 = 🚨 { $number } – якщо є небезпека. Вдень і вночі.
line-113 = 💙 { $number } – якщо хочеш померти. Безкоштовно, вдень і вночі.
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, для дітей і підлітків. Безкоштовно.
line-veiligthuis = 🏠 { $number } – Veilig Thuis, якщо є насильство. Безкоштовно, вдень і вночі.
help-computer = Я компʼютер. Зараз цього ніхто не читає.
