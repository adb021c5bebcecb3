help-near = Porozmawiaj z kimś blisko ciebie. Albo zadzwoń teraz:
line-112 = 🚨 { $number } – w niebezpieczeństwie. Dzień i noc.
line-113 = 💙 { $number } – gdy chcesz umrzeć. Za darmo, dzień i noc.
line-kindertelefoon = ☎️ { $number } – Kindertelefoon, dla dzieci i nastolatków. Za darmo.
line-veiligthuis = 🏠 { $number } – Veilig Thuis, gdy jest przemoc. Za darmo, dzień i noc.
help-computer = Jestem komputerem. Nikt teraz tego nie czyta.
