# Onder elke mail.
mail-links = Geef het door met een link. Daarna druk je op één knop.
mail-trail = { $first } – { $then }
mail-automatic = Deze mail komt vanzelf. Een antwoord leest niemand.

# De pagina achter een link.
mail-ask = Wil je dit doorgeven?
mail-done = Dit is al doorgegeven.
mail-link-unknown = Deze link ken ik niet. Open de link in de mail nog eens.
mail-link-over = Deze link is te oud. Kijk in je nieuwste mail.
