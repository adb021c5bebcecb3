# Başkalarının da baktığı telefon.
shared-why = Başka biri bakıyorsa hatırlatma göndermeyiz.
shared-ask = Bu telefona başka biri bakıyor mu?
shared-yes = 👀 Evet
shared-no = 👎 Hayır
key-shared = 👀 Kim bakıyor?
locked-ask = Randevunun resmi hangisi?
locked-wrong = Bu senin resmin değil.
locked-enough = Çok sık seçtin. Bir saat sonra tekrar dene.
