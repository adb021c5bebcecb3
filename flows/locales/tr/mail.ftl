# Her e-postanın altında.
mail-links = Bir link seç. Sonra tek bir düğmeye bas.
mail-trail = { $first } – { $then }
mail-automatic = Bu e-posta kendiliğinden gelir. Cevabını kimse okumaz.

# Linkin arkasındaki sayfa.
mail-ask = Bunu bildirmek istiyor musun?
mail-done = Bu zaten bildirildi.
mail-link-unknown = Bu linki bilmiyorum. E-postadaki linki yine aç.
mail-link-over = Bu link çok eski. Son gelen e-postaya bak.
