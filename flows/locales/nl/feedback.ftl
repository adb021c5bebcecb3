# Hoe was het? Drie gezichten.
feedback-title = Een korte vraag
feedback-clear = Was het duidelijk welke hulp er is?
feedback-pleasant = Was het fijn?
feedback-choice = Kon je genoeg kiezen?
feedback-home = Past het bij de hulp thuis?
feedback-school = Past het bij wat de school doet?
feedback-counted = We tellen het alleen. We bewaren niet wie.
feedback-thanks = Dank je. Het is geteld.
feedback-key = ⭐ Wat vind je?
smile-good = 🙂 Ja
smile-so_so = 😐 Een beetje
smile-bad = 🙁 Nee
