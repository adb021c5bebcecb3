help-near = Yakınındaki biriyle konuş. Ya da hemen ara:
line-112 = 🚨 { $number } – tehlike varsa, her zaman
line-113 = 💙 { $number } – ölmek istiyorsan, her zaman ücretsiz
line-kindertelefoon = ☎️ { $number } – Kindertelefoon (çocuklar ve gençler için), ücretsiz
line-veiligthuis = 🏠 { $number } – Veilig Thuis, şiddet varsa, her zaman ücretsiz
help-computer = Ben bir bilgisayarım. Şu anda burada kimse okumuyor.
