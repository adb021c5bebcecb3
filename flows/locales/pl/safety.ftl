help-near = Porozmawiaj z kimś blisko ciebie. Albo zadzwoń teraz:
line-112 = 🚨 { $number } – w niebezpieczeństwie, zawsze
line-113 = 💙 { $number } – gdy chcesz umrzeć, zawsze, za darmo
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, dla dzieci i nastolatków, za darmo
line-veiligthuis = 🏠 { $number } – Veilig Thuis, gdy jest przemoc, zawsze, za darmo
help-computer = Jestem komputerem. Nikt teraz tego nie czyta.
