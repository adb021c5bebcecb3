# Pod każdym mailem.
mail-links = Przekaż to przez link. Potem naciśnij jeden przycisk.
mail-trail = { $first } – { $then }
mail-automatic = Ten mail wysyła komputer. Nikt nie czyta maili z odpowiedzią.

# Strona pod linkiem.
mail-ask = Chcesz to przekazać?
mail-done = To jest już przekazane.
mail-link-unknown = Nie znam tego linku. Otwórz jeszcze raz link z maila.
mail-link-over = Ten link jest za stary. Sprawdź swój najnowszy mail.
