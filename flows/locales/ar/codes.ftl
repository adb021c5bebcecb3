# صورتان لكل موعد، مع كلمات تقال: "سمكة زرقاء".
code-fish = { $colour ->
    [blue] 🔵🐟 سمكة زرقاء
    [yellow] 🟡🐟 سمكة صفراء
    [white] ⚪🐟 سمكة بيضاء
   *[black] ⚫🐟 سمكة سوداء
}
code-bird = { $colour ->
    [blue] 🔵🐦 طائر أزرق
    [yellow] 🟡🐦 طائر أصفر
    [white] ⚪🐦 طائر أبيض
   *[black] ⚫🐦 طائر أسود
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 فراشة زرقاء
    [yellow] 🟡🦋 فراشة صفراء
    [white] ⚪🦋 فراشة بيضاء
   *[black] ⚫🦋 فراشة سوداء
}
code-turtle = { $colour ->
    [blue] 🔵🐢 سلحفاة زرقاء
    [yellow] 🟡🐢 سلحفاة صفراء
    [white] ⚪🐢 سلحفاة بيضاء
   *[black] ⚫🐢 سلحفاة سوداء
}
code-horse = { $colour ->
    [blue] 🔵🐴 حصان أزرق
    [yellow] 🟡🐴 حصان أصفر
    [white] ⚪🐴 حصان أبيض
   *[black] ⚫🐴 حصان أسود
}
code-apple = { $colour ->
    [blue] 🔵🍎 تفاحة زرقاء
    [yellow] 🟡🍎 تفاحة صفراء
    [white] ⚪🍎 تفاحة بيضاء
   *[black] ⚫🍎 تفاحة سوداء
}
code-lemon = { $colour ->
    [blue] 🔵🍋 ليمونة زرقاء
    [yellow] 🟡🍋 ليمونة صفراء
    [white] ⚪🍋 ليمونة بيضاء
   *[black] ⚫🍋 ليمونة سوداء
}
code-carrot = { $colour ->
    [blue] 🔵🥕 جزرة زرقاء
    [yellow] 🟡🥕 جزرة صفراء
    [white] ⚪🥕 جزرة بيضاء
   *[black] ⚫🥕 جزرة سوداء
}
code-tree = { $colour ->
    [blue] 🔵🌳 شجرة زرقاء
    [yellow] 🟡🌳 شجرة صفراء
    [white] ⚪🌳 شجرة بيضاء
   *[black] ⚫🌳 شجرة سوداء
}
code-flower = { $colour ->
    [blue] 🔵🌷 وردة زرقاء
    [yellow] 🟡🌷 وردة صفراء
    [white] ⚪🌷 وردة بيضاء
   *[black] ⚫🌷 وردة سوداء
}
code-hat = { $colour ->
    [blue] 🔵🎩 قبعة زرقاء
    [yellow] 🟡🎩 قبعة صفراء
    [white] ⚪🎩 قبعة بيضاء
   *[black] ⚫🎩 قبعة سوداء
}
code-moon = { $colour ->
    [blue] 🔵🌙 قمر أزرق
    [yellow] 🟡🌙 قمر أصفر
    [white] ⚪🌙 قمر أبيض
   *[black] ⚫🌙 قمر أسود
}
code-cloud = { $colour ->
    [blue] 🔵☁️ غيمة زرقاء
    [yellow] 🟡☁️ غيمة صفراء
    [white] ⚪☁️ غيمة بيضاء
   *[black] ⚫☁️ غيمة سوداء
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ مظلة زرقاء
    [yellow] 🟡☂️ مظلة صفراء
    [white] ⚪☂️ مظلة بيضاء
   *[black] ⚫☂️ مظلة سوداء
}
code-car = { $colour ->
    [blue] 🔵🚗 سيارة زرقاء
    [yellow] 🟡🚗 سيارة صفراء
    [white] ⚪🚗 سيارة بيضاء
   *[black] ⚫🚗 سيارة سوداء
}
code-bike = { $colour ->
    [blue] 🔵🚲 دراجة زرقاء
    [yellow] 🟡🚲 دراجة صفراء
    [white] ⚪🚲 دراجة بيضاء
   *[black] ⚫🚲 دراجة سوداء
}
code-boat = { $colour ->
    [blue] 🔵⛵ قارب أزرق
    [yellow] 🟡⛵ قارب أصفر
    [white] ⚪⛵ قارب أبيض
   *[black] ⚫⛵ قارب أسود
}
code-train = { $colour ->
    [blue] 🔵🚆 قطار أزرق
    [yellow] 🟡🚆 قطار أصفر
    [white] ⚪🚆 قطار أبيض
   *[black] ⚫🚆 قطار أسود
}
code-ball = { $colour ->
    [blue] 🔵⚽ كرة زرقاء
    [yellow] 🟡⚽ كرة صفراء
    [white] ⚪⚽ كرة بيضاء
   *[black] ⚫⚽ كرة سوداء
}
code-guitar = { $colour ->
    [blue] 🔵🎸 غيتار أزرق
    [yellow] 🟡🎸 غيتار أصفر
    [white] ⚪🎸 غيتار أبيض
   *[black] ⚫🎸 غيتار أسود
}
code-key = { $colour ->
    [blue] 🔵🔑 مفتاح أزرق
    [yellow] 🟡🔑 مفتاح أصفر
    [white] ⚪🔑 مفتاح أبيض
   *[black] ⚫🔑 مفتاح أسود
}
code-clock = { $colour ->
    [blue] 🔵⏰ ساعة زرقاء
    [yellow] 🟡⏰ ساعة صفراء
    [white] ⚪⏰ ساعة بيضاء
   *[black] ⚫⏰ ساعة سوداء
}
code-letter = { $colour ->
    [blue] 🔵✉️ رسالة زرقاء
    [yellow] 🟡✉️ رسالة صفراء
    [white] ⚪✉️ رسالة بيضاء
   *[black] ⚫✉️ رسالة سوداء
}
code-lamp = { $colour ->
    [blue] 🔵💡 مصباح أزرق
    [yellow] 🟡💡 مصباح أصفر
    [white] ⚪💡 مصباح أبيض
   *[black] ⚫💡 مصباح أسود
}
code-none = بدون صورة
