# Below every mail.
mail-links = Tell it by a link. Then you press one button.
mail-trail = { $first } – { $then }
mail-automatic = This mail comes by itself. Nobody reads an answer.

# The page behind a link.
mail-ask = Do you want to tell this?
mail-done = This was told already.
mail-link-unknown = I do not know this link. Open the link in the mail again.
mail-link-over = This link is too old. Look in your newest mail.
