# Her randevu için iki resim ve söylenecek sözler: "mavi balık".
code-fish = { $colour ->
    [blue] 🔵🐟 mavi balık
    [yellow] 🟡🐟 sarı balık
    [white] ⚪🐟 beyaz balık
   *[black] ⚫🐟 siyah balık
}
code-bird = { $colour ->
    [blue] 🔵🐦 mavi serçe
    [yellow] 🟡🐦 sarı serçe
    [white] ⚪🐦 beyaz serçe
   *[black] ⚫🐦 siyah serçe
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 mavi kelebek
    [yellow] 🟡🦋 sarı kelebek
    [white] ⚪🦋 beyaz kelebek
   *[black] ⚫🦋 siyah kelebek
}
code-turtle = { $colour ->
    [blue] 🔵🐢 mavi kaplumbağa
    [yellow] 🟡🐢 sarı kaplumbağa
    [white] ⚪🐢 beyaz kaplumbağa
   *[black] ⚫🐢 siyah kaplumbağa
}
code-horse = { $colour ->
    [blue] 🔵🐴 mavi at
    [yellow] 🟡🐴 sarı at
    [white] ⚪🐴 beyaz at
   *[black] ⚫🐴 siyah at
}
code-apple = { $colour ->
    [blue] 🔵🍎 mavi elma
    [yellow] 🟡🍎 sarı elma
    [white] ⚪🍎 beyaz elma
   *[black] ⚫🍎 siyah elma
}
code-lemon = { $colour ->
    [blue] 🔵🍋 mavi limon
    [yellow] 🟡🍋 sarı limon
    [white] ⚪🍋 beyaz limon
   *[black] ⚫🍋 siyah limon
}
code-carrot = { $colour ->
    [blue] 🔵🥕 mavi havuç
    [yellow] 🟡🥕 sarı havuç
    [white] ⚪🥕 beyaz havuç
   *[black] ⚫🥕 siyah havuç
}
code-tree = { $colour ->
    [blue] 🔵🌳 mavi ağaç
    [yellow] 🟡🌳 sarı ağaç
    [white] ⚪🌳 beyaz ağaç
   *[black] ⚫🌳 siyah ağaç
}
code-flower = { $colour ->
    [blue] 🔵🌷 mavi çiçek
    [yellow] 🟡🌷 sarı çiçek
    [white] ⚪🌷 beyaz çiçek
   *[black] ⚫🌷 siyah çiçek
}
code-hat = { $colour ->
    [blue] 🔵🎩 mavi şapka
    [yellow] 🟡🎩 sarı şapka
    [white] ⚪🎩 beyaz şapka
   *[black] ⚫🎩 siyah şapka
}
code-moon = { $colour ->
    [blue] 🔵🌙 mavi ay
    [yellow] 🟡🌙 sarı ay
    [white] ⚪🌙 beyaz ay
   *[black] ⚫🌙 siyah ay
}
code-cloud = { $colour ->
    [blue] 🔵☁️ mavi bulut
    [yellow] 🟡☁️ sarı bulut
    [white] ⚪☁️ beyaz bulut
   *[black] ⚫☁️ siyah bulut
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ mavi şemsiye
    [yellow] 🟡☂️ sarı şemsiye
    [white] ⚪☂️ beyaz şemsiye
   *[black] ⚫☂️ siyah şemsiye
}
code-car = { $colour ->
    [blue] 🔵🚗 mavi araba
    [yellow] 🟡🚗 sarı araba
    [white] ⚪🚗 beyaz araba
   *[black] ⚫🚗 siyah araba
}
code-bike = { $colour ->
    [blue] 🔵🚲 mavi bisiklet
    [yellow] 🟡🚲 sarı bisiklet
    [white] ⚪🚲 beyaz bisiklet
   *[black] ⚫🚲 siyah bisiklet
}
code-boat = { $colour ->
    [blue] 🔵⛵ mavi tekne
    [yellow] 🟡⛵ sarı tekne
    [white] ⚪⛵ beyaz tekne
   *[black] ⚫⛵ siyah tekne
}
code-train = { $colour ->
    [blue] 🔵🚆 mavi tren
    [yellow] 🟡🚆 sarı tren
    [white] ⚪🚆 beyaz tren
   *[black] ⚫🚆 siyah tren
}
code-ball = { $colour ->
    [blue] 🔵⚽ mavi futbol topu
    [yellow] 🟡⚽ sarı futbol topu
    [white] ⚪⚽ beyaz futbol topu
   *[black] ⚫⚽ siyah futbol topu
}
code-guitar = { $colour ->
    [blue] 🔵🎸 mavi gitar
    [yellow] 🟡🎸 sarı gitar
    [white] ⚪🎸 beyaz gitar
   *[black] ⚫🎸 siyah gitar
}
code-key = { $colour ->
    [blue] 🔵🔑 mavi anahtar
    [yellow] 🟡🔑 sarı anahtar
    [white] ⚪🔑 beyaz anahtar
   *[black] ⚫🔑 siyah anahtar
}
code-clock = { $colour ->
    [blue] 🔵⏰ mavi saat
    [yellow] 🟡⏰ sarı saat
    [white] ⚪⏰ beyaz saat
   *[black] ⚫⏰ siyah saat
}
code-letter = { $colour ->
    [blue] 🔵✉️ mavi mektup
    [yellow] 🟡✉️ sarı mektup
    [white] ⚪✉️ beyaz mektup
   *[black] ⚫✉️ siyah mektup
}
code-lamp = { $colour ->
    [blue] 🔵💡 mavi lamba
    [yellow] 🟡💡 sarı lamba
    [white] ⚪💡 beyaz lamba
   *[black] ⚫💡 siyah lamba
}
code-none = resim yok
