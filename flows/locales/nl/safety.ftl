help-near = Praat met iemand dichtbij. Of bel nu:
line-112 = 🚨 { $number } – bij gevaar, altijd
line-113 = 💙 { $number } – als je dood wilt, altijd gratis
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, gratis
line-veiligthuis = 🏠 { $number } – Veilig Thuis, bij geweld, altijd gratis
help-computer = Ik ben een computer. Er leest nu niemand mee.
