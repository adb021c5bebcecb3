# Two pictures for a talk, with words to say: "blue fish".
code-fish = { $colour ->
    [blue] 🔵🐟 blue fish
    [yellow] 🟡🐟 yellow fish
    [white] ⚪🐟 white fish
   *[black] ⚫🐟 black fish
}
code-bird = { $colour ->
    [blue] 🔵🐦 blue bird
    [yellow] 🟡🐦 yellow bird
    [white] ⚪🐦 white bird
   *[black] ⚫🐦 black bird
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 blue butterfly
    [yellow] 🟡🦋 yellow butterfly
    [white] ⚪🦋 white butterfly
   *[black] ⚫🦋 black butterfly
}
code-turtle = { $colour ->
    [blue] 🔵🐢 blue turtle
    [yellow] 🟡🐢 yellow turtle
    [white] ⚪🐢 white turtle
   *[black] ⚫🐢 black turtle
}
code-horse = { $colour ->
    [blue] 🔵🐴 blue horse
    [yellow] 🟡🐴 yellow horse
    [white] ⚪🐴 white horse
   *[black] ⚫🐴 black horse
}
code-apple = { $colour ->
    [blue] 🔵🍎 blue apple
    [yellow] 🟡🍎 yellow apple
    [white] ⚪🍎 white apple
   *[black] ⚫🍎 black apple
}
code-lemon = { $colour ->
    [blue] 🔵🍋 blue lemon
    [yellow] 🟡🍋 yellow lemon
    [white] ⚪🍋 white lemon
   *[black] ⚫🍋 black lemon
}
code-carrot = { $colour ->
    [blue] 🔵🥕 blue carrot
    [yellow] 🟡🥕 yellow carrot
    [white] ⚪🥕 white carrot
   *[black] ⚫🥕 black carrot
}
code-tree = { $colour ->
    [blue] 🔵🌳 blue tree
    [yellow] 🟡🌳 yellow tree
    [white] ⚪🌳 white tree
   *[black] ⚫🌳 black tree
}
code-flower = { $colour ->
    [blue] 🔵🌷 blue flower
    [yellow] 🟡🌷 yellow flower
    [white] ⚪🌷 white flower
   *[black] ⚫🌷 black flower
}
code-hat = { $colour ->
    [blue] 🔵🎩 blue hat
    [yellow] 🟡🎩 yellow hat
    [white] ⚪🎩 white hat
   *[black] ⚫🎩 black hat
}
code-moon = { $colour ->
    [blue] 🔵🌙 blue moon
    [yellow] 🟡🌙 yellow moon
    [white] ⚪🌙 white moon
   *[black] ⚫🌙 black moon
}
code-cloud = { $colour ->
    [blue] 🔵☁️ blue cloud
    [yellow] 🟡☁️ yellow cloud
    [white] ⚪☁️ white cloud
   *[black] ⚫☁️ black cloud
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ blue umbrella
    [yellow] 🟡☂️ yellow umbrella
    [white] ⚪☂️ white umbrella
   *[black] ⚫☂️ black umbrella
}
code-car = { $colour ->
    [blue] 🔵🚗 blue car
    [yellow] 🟡🚗 yellow car
    [white] ⚪🚗 white car
   *[black] ⚫🚗 black car
}
code-bike = { $colour ->
    [blue] 🔵🚲 blue bike
    [yellow] 🟡🚲 yellow bike
    [white] ⚪🚲 white bike
   *[black] ⚫🚲 black bike
}
code-boat = { $colour ->
    [blue] 🔵⛵ blue boat
    [yellow] 🟡⛵ yellow boat
    [white] ⚪⛵ white boat
   *[black] ⚫⛵ black boat
}
code-train = { $colour ->
    [blue] 🔵🚆 blue train
    [yellow] 🟡🚆 yellow train
    [white] ⚪🚆 white train
   *[black] ⚫🚆 black train
}
code-ball = { $colour ->
    [blue] 🔵⚽ blue ball
    [yellow] 🟡⚽ yellow ball
    [white] ⚪⚽ white ball
   *[black] ⚫⚽ black ball
}
code-guitar = { $colour ->
    [blue] 🔵🎸 blue guitar
    [yellow] 🟡🎸 yellow guitar
    [white] ⚪🎸 white guitar
   *[black] ⚫🎸 black guitar
}
code-key = { $colour ->
    [blue] 🔵🔑 blue key
    [yellow] 🟡🔑 yellow key
    [white] ⚪🔑 white key
   *[black] ⚫🔑 black key
}
code-clock = { $colour ->
    [blue] 🔵⏰ blue clock
    [yellow] 🟡⏰ yellow clock
    [white] ⚪⏰ white clock
   *[black] ⚫⏰ black clock
}
code-letter = { $colour ->
    [blue] 🔵✉️ blue letter
    [yellow] 🟡✉️ yellow letter
    [white] ⚪✉️ white letter
   *[black] ⚫✉️ black letter
}
code-lamp = { $colour ->
    [blue] 🔵💡 blue lamp
    [yellow] 🟡💡 yellow lamp
    [white] ⚪💡 white lamp
   *[black] ⚫💡 black lamp
}
code-none = no picture
