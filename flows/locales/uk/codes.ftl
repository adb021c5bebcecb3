# Дві картинки на зустріч, зі словами, щоб їх сказати: «синя риба».
code-fish = { $colour ->
    [blue] 🔵🐟 синя риба
    [yellow] 🟡🐟 жовта риба
    [white] ⚪🐟 біла риба
   *[black] ⚫🐟 чорна риба
}
code-bird = { $colour ->
    [blue] 🔵🐦 синя пташка
    [yellow] 🟡🐦 жовта пташка
    [white] ⚪🐦 біла пташка
   *[black] ⚫🐦 чорна пташка
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 синій метелик
    [yellow] 🟡🦋 жовтий метелик
    [white] ⚪🦋 білий метелик
   *[black] ⚫🦋 чорний метелик
}
code-turtle = { $colour ->
    [blue] 🔵🐢 синя черепаха
    [yellow] 🟡🐢 жовта черепаха
    [white] ⚪🐢 біла черепаха
   *[black] ⚫🐢 чорна черепаха
}
code-horse = { $colour ->
    [blue] 🔵🐴 синій поні
    [yellow] 🟡🐴 жовтий поні
    [white] ⚪🐴 білий поні
   *[black] ⚫🐴 чорний поні
}
code-apple = { $colour ->
    [blue] 🔵🍎 синє яблуко
    [yellow] 🟡🍎 жовте яблуко
    [white] ⚪🍎 біле яблуко
   *[black] ⚫🍎 чорне яблуко
}
code-lemon = { $colour ->
    [blue] 🔵🍋 синій лимон
    [yellow] 🟡🍋 жовтий лимон
    [white] ⚪🍋 білий лимон
   *[black] ⚫🍋 чорний лимон
}
code-carrot = { $colour ->
    [blue] 🔵🥕 синя морква
    [yellow] 🟡🥕 жовта морква
    [white] ⚪🥕 біла морква
   *[black] ⚫🥕 чорна морква
}
code-tree = { $colour ->
    [blue] 🔵🌳 синє дерево
    [yellow] 🟡🌳 жовте дерево
    [white] ⚪🌳 біле дерево
   *[black] ⚫🌳 чорне дерево
}
code-flower = { $colour ->
    [blue] 🔵🌷 синя квітка
    [yellow] 🟡🌷 жовта квітка
    [white] ⚪🌷 біла квітка
   *[black] ⚫🌷 чорна квітка
}
code-hat = { $colour ->
    [blue] 🔵🎩 синій капелюх
    [yellow] 🟡🎩 жовтий капелюх
    [white] ⚪🎩 білий капелюх
   *[black] ⚫🎩 чорний капелюх
}
code-moon = { $colour ->
    [blue] 🔵🌙 синій місяць
    [yellow] 🟡🌙 жовтий місяць
    [white] ⚪🌙 білий місяць
   *[black] ⚫🌙 чорний місяць
}
code-cloud = { $colour ->
    [blue] 🔵☁️ синя хмаринка
    [yellow] 🟡☁️ жовта хмаринка
    [white] ⚪☁️ біла хмаринка
   *[black] ⚫☁️ чорна хмаринка
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ синя парасолька
    [yellow] 🟡☂️ жовта парасолька
    [white] ⚪☂️ біла парасолька
   *[black] ⚫☂️ чорна парасолька
}
code-car = { $colour ->
    [blue] 🔵🚗 синя машина
    [yellow] 🟡🚗 жовта машина
    [white] ⚪🚗 біла машина
   *[black] ⚫🚗 чорна машина
}
code-bike = { $colour ->
    [blue] 🔵🚲 синій велосипед
    [yellow] 🟡🚲 жовтий велосипед
    [white] ⚪🚲 білий велосипед
   *[black] ⚫🚲 чорний велосипед
}
code-boat = { $colour ->
    [blue] 🔵⛵ синій човен
    [yellow] 🟡⛵ жовтий човен
    [white] ⚪⛵ білий човен
   *[black] ⚫⛵ чорний човен
}
code-train = { $colour ->
    [blue] 🔵🚆 синій потяг
    [yellow] 🟡🚆 жовтий потяг
    [white] ⚪🚆 білий потяг
   *[black] ⚫🚆 чорний потяг
}
code-ball = { $colour ->
    [blue] 🔵⚽ синій мʼяч
    [yellow] 🟡⚽ жовтий мʼяч
    [white] ⚪⚽ білий мʼяч
   *[black] ⚫⚽ чорний мʼяч
}
code-guitar = { $colour ->
    [blue] 🔵🎸 синя гітара
    [yellow] 🟡🎸 жовта гітара
    [white] ⚪🎸 біла гітара
   *[black] ⚫🎸 чорна гітара
}
code-key = { $colour ->
    [blue] 🔵🔑 синій ключ
    [yellow] 🟡🔑 жовтий ключ
    [white] ⚪🔑 білий ключ
   *[black] ⚫🔑 чорний ключ
}
code-clock = { $colour ->
    [blue] 🔵⏰ синій годинник
    [yellow] 🟡⏰ жовтий годинник
    [white] ⚪⏰ білий годинник
   *[black] ⚫⏰ чорний годинник
}
code-letter = { $colour ->
    [blue] 🔵✉️ синій лист
    [yellow] 🟡✉️ жовтий лист
    [white] ⚪✉️ білий лист
   *[black] ⚫✉️ чорний лист
}
code-lamp = { $colour ->
    [blue] 🔵💡 синя лампа
    [yellow] 🟡💡 жовта лампа
    [white] ⚪💡 біла лампа
   *[black] ⚫💡 чорна лампа
}
code-none = без картинки
