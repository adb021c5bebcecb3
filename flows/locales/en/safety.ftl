help-near = Talk to somebody near you. Or call now:
line-112 = 🚨 { $number } – in danger, always
line-113 = 💙 { $number } – if you want to die, always free
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, free
line-veiligthuis = 🏠 { $number } – Veilig Thuis, for violence, always free
help-computer = I am a computer. Nobody is reading along now.
