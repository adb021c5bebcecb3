# Dwa obrazki na spotkanie, ze słowami do powiedzenia: "niebieska ryba".
code-fish = { $colour ->
    [blue] 🔵🐟 niebieska ryba
    [yellow] 🟡🐟 żółta ryba
    [white] ⚪🐟 biała ryba
   *[black] ⚫🐟 czarna ryba
}
code-bird = { $colour ->
    [blue] 🔵🐦 niebieski wróbel
    [yellow] 🟡🐦 żółty wróbel
    [white] ⚪🐦 biały wróbel
   *[black] ⚫🐦 czarny wróbel
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 niebieski motyl
    [yellow] 🟡🦋 żółty motyl
    [white] ⚪🦋 biały motyl
   *[black] ⚫🦋 czarny motyl
}
code-turtle = { $colour ->
    [blue] 🔵🐢 niebieski żółw
    [yellow] 🟡🐢 żółty żółw
    [white] ⚪🐢 biały żółw
   *[black] ⚫🐢 czarny żółw
}
code-horse = { $colour ->
    [blue] 🔵🐴 niebieski kucyk
    [yellow] 🟡🐴 żółty kucyk
    [white] ⚪🐴 biały kucyk
   *[black] ⚫🐴 czarny kucyk
}
code-apple = { $colour ->
    [blue] 🔵🍎 niebieskie jabłko
    [yellow] 🟡🍎 żółte jabłko
    [white] ⚪🍎 białe jabłko
   *[black] ⚫🍎 czarne jabłko
}
code-lemon = { $colour ->
    [blue] 🔵🍋 niebieska cytryna
    [yellow] 🟡🍋 żółta cytryna
    [white] ⚪🍋 biała cytryna
   *[black] ⚫🍋 czarna cytryna
}
code-carrot = { $colour ->
    [blue] 🔵🥕 niebieska marchewka
    [yellow] 🟡🥕 żółta marchewka
    [white] ⚪🥕 biała marchewka
   *[black] ⚫🥕 czarna marchewka
}
code-tree = { $colour ->
    [blue] 🔵🌳 niebieskie drzewo
    [yellow] 🟡🌳 żółte drzewo
    [white] ⚪🌳 białe drzewo
   *[black] ⚫🌳 czarne drzewo
}
code-flower = { $colour ->
    [blue] 🔵🌷 niebieski kwiatek
    [yellow] 🟡🌷 żółty kwiatek
    [white] ⚪🌷 biały kwiatek
   *[black] ⚫🌷 czarny kwiatek
}
code-hat = { $colour ->
    [blue] 🔵🎩 niebieski kapelusz
    [yellow] 🟡🎩 żółty kapelusz
    [white] ⚪🎩 biały kapelusz
   *[black] ⚫🎩 czarny kapelusz
}
code-moon = { $colour ->
    [blue] 🔵🌙 niebieski księżyc
    [yellow] 🟡🌙 żółty księżyc
    [white] ⚪🌙 biały księżyc
   *[black] ⚫🌙 czarny księżyc
}
code-cloud = { $colour ->
    [blue] 🔵☁️ niebieska chmurka
    [yellow] 🟡☁️ żółta chmurka
    [white] ⚪☁️ biała chmurka
   *[black] ⚫☁️ czarna chmurka
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ niebieski parasol
    [yellow] 🟡☂️ żółty parasol
    [white] ⚪☂️ biały parasol
   *[black] ⚫☂️ czarny parasol
}
code-car = { $colour ->
    [blue] 🔵🚗 niebieskie auto
    [yellow] 🟡🚗 żółte auto
    [white] ⚪🚗 białe auto
   *[black] ⚫🚗 czarne auto
}
code-bike = { $colour ->
    [blue] 🔵🚲 niebieski rower
    [yellow] 🟡🚲 żółty rower
    [white] ⚪🚲 biały rower
   *[black] ⚫🚲 czarny rower
}
code-boat = { $colour ->
    [blue] 🔵⛵ niebieska łódka
    [yellow] 🟡⛵ żółta łódka
    [white] ⚪⛵ biała łódka
   *[black] ⚫⛵ czarna łódka
}
code-train = { $colour ->
    [blue] 🔵🚆 niebieski pociąg
    [yellow] 🟡🚆 żółty pociąg
    [white] ⚪🚆 biały pociąg
   *[black] ⚫🚆 czarny pociąg
}
code-ball = { $colour ->
    [blue] 🔵⚽ niebieska piłka
    [yellow] 🟡⚽ żółta piłka
    [white] ⚪⚽ biała piłka
   *[black] ⚫⚽ czarna piłka
}
code-guitar = { $colour ->
    [blue] 🔵🎸 niebieska gitara
    [yellow] 🟡🎸 żółta gitara
    [white] ⚪🎸 biała gitara
   *[black] ⚫🎸 czarna gitara
}
code-key = { $colour ->
    [blue] 🔵🔑 niebieski klucz
    [yellow] 🟡🔑 żółty klucz
    [white] ⚪🔑 biały klucz
   *[black] ⚫🔑 czarny klucz
}
code-clock = { $colour ->
    [blue] 🔵⏰ niebieski zegar
    [yellow] 🟡⏰ żółty zegar
    [white] ⚪⏰ biały zegar
   *[black] ⚫⏰ czarny zegar
}
code-letter = { $colour ->
    [blue] 🔵✉️ niebieski list
    [yellow] 🟡✉️ żółty list
    [white] ⚪✉️ biały list
   *[black] ⚫✉️ czarny list
}
code-lamp = { $colour ->
    [blue] 🔵💡 niebieska lampa
    [yellow] 🟡💡 żółta lampa
    [white] ⚪💡 biała lampa
   *[black] ⚫💡 czarna lampa
}
code-none = bez obrazka
