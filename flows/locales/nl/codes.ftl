# Twee plaatjes per afspraak, met woorden om te zeggen: "blauwe vis".
code-fish = { $colour ->
    [blue] 🔵🐟 blauwe vis
    [yellow] 🟡🐟 gele vis
    [white] ⚪🐟 witte vis
   *[black] ⚫🐟 zwarte vis
}
code-bird = { $colour ->
    [blue] 🔵🐦 blauwe vogel
    [yellow] 🟡🐦 gele vogel
    [white] ⚪🐦 witte vogel
   *[black] ⚫🐦 zwarte vogel
}
code-butterfly = { $colour ->
    [blue] 🔵🦋 blauwe vlinder
    [yellow] 🟡🦋 gele vlinder
    [white] ⚪🦋 witte vlinder
   *[black] ⚫🦋 zwarte vlinder
}
code-turtle = { $colour ->
    [blue] 🔵🐢 blauwe schildpad
    [yellow] 🟡🐢 gele schildpad
    [white] ⚪🐢 witte schildpad
   *[black] ⚫🐢 zwarte schildpad
}
code-horse = { $colour ->
    [blue] 🔵🐴 blauwe pony
    [yellow] 🟡🐴 gele pony
    [white] ⚪🐴 witte pony
   *[black] ⚫🐴 zwarte pony
}
code-apple = { $colour ->
    [blue] 🔵🍎 blauwe appel
    [yellow] 🟡🍎 gele appel
    [white] ⚪🍎 witte appel
   *[black] ⚫🍎 zwarte appel
}
code-lemon = { $colour ->
    [blue] 🔵🍋 blauwe citroen
    [yellow] 🟡🍋 gele citroen
    [white] ⚪🍋 witte citroen
   *[black] ⚫🍋 zwarte citroen
}
code-carrot = { $colour ->
    [blue] 🔵🥕 blauwe wortel
    [yellow] 🟡🥕 gele wortel
    [white] ⚪🥕 witte wortel
   *[black] ⚫🥕 zwarte wortel
}
code-tree = { $colour ->
    [blue] 🔵🌳 blauwe boom
    [yellow] 🟡🌳 gele boom
    [white] ⚪🌳 witte boom
   *[black] ⚫🌳 zwarte boom
}
code-flower = { $colour ->
    [blue] 🔵🌷 blauwe bloem
    [yellow] 🟡🌷 gele bloem
    [white] ⚪🌷 witte bloem
   *[black] ⚫🌷 zwarte bloem
}
code-hat = { $colour ->
    [blue] 🔵🎩 blauwe hoed
    [yellow] 🟡🎩 gele hoed
    [white] ⚪🎩 witte hoed
   *[black] ⚫🎩 zwarte hoed
}
code-moon = { $colour ->
    [blue] 🔵🌙 blauwe maan
    [yellow] 🟡🌙 gele maan
    [white] ⚪🌙 witte maan
   *[black] ⚫🌙 zwarte maan
}
code-cloud = { $colour ->
    [blue] 🔵☁️ blauwe wolk
    [yellow] 🟡☁️ gele wolk
    [white] ⚪☁️ witte wolk
   *[black] ⚫☁️ zwarte wolk
}
code-umbrella = { $colour ->
    [blue] 🔵☂️ blauwe paraplu
    [yellow] 🟡☂️ gele paraplu
    [white] ⚪☂️ witte paraplu
   *[black] ⚫☂️ zwarte paraplu
}
code-car = { $colour ->
    [blue] 🔵🚗 blauwe auto
    [yellow] 🟡🚗 gele auto
    [white] ⚪🚗 witte auto
   *[black] ⚫🚗 zwarte auto
}
code-bike = { $colour ->
    [blue] 🔵🚲 blauwe fiets
    [yellow] 🟡🚲 gele fiets
    [white] ⚪🚲 witte fiets
   *[black] ⚫🚲 zwarte fiets
}
code-boat = { $colour ->
    [blue] 🔵⛵ blauwe boot
    [yellow] 🟡⛵ gele boot
    [white] ⚪⛵ witte boot
   *[black] ⚫⛵ zwarte boot
}
code-train = { $colour ->
    [blue] 🔵🚆 blauwe trein
    [yellow] 🟡🚆 gele trein
    [white] ⚪🚆 witte trein
   *[black] ⚫🚆 zwarte trein
}
code-ball = { $colour ->
    [blue] 🔵⚽ blauwe bal
    [yellow] 🟡⚽ gele bal
    [white] ⚪⚽ witte bal
   *[black] ⚫⚽ zwarte bal
}
code-guitar = { $colour ->
    [blue] 🔵🎸 blauwe gitaar
    [yellow] 🟡🎸 gele gitaar
    [white] ⚪🎸 witte gitaar
   *[black] ⚫🎸 zwarte gitaar
}
code-key = { $colour ->
    [blue] 🔵🔑 blauwe sleutel
    [yellow] 🟡🔑 gele sleutel
    [white] ⚪🔑 witte sleutel
   *[black] ⚫🔑 zwarte sleutel
}
code-clock = { $colour ->
    [blue] 🔵⏰ blauwe klok
    [yellow] 🟡⏰ gele klok
    [white] ⚪⏰ witte klok
   *[black] ⚫⏰ zwarte klok
}
code-letter = { $colour ->
    [blue] 🔵✉️ blauwe brief
    [yellow] 🟡✉️ gele brief
    [white] ⚪✉️ witte brief
   *[black] ⚫✉️ zwarte brief
}
code-lamp = { $colour ->
    [blue] 🔵💡 blauwe lamp
    [yellow] 🟡💡 gele lamp
    [white] ⚪💡 witte lamp
   *[black] ⚫💡 zwarte lamp
}
# Wie alles wiste, heeft geen plaatjes meer.
code-none = zonder plaatje
