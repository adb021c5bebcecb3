# Okul neden kapalı: "Okul bugün kapalı: ..."
holiday-new-year = yılbaşı
holiday-good-friday = Paskalya'dan önceki cuma
holiday-easter = Paskalya, birinci gün
holiday-easter-monday = Paskalya, ikinci gün
holiday-king = Kral Günü
holiday-liberation = Kurtuluş Günü
holiday-ascension = Hemelvaart Günü
holiday-pentecost = Pinksteren, birinci gün
holiday-pentecost-monday = Pinksteren, ikinci gün
holiday-christmas = Noel, birinci gün
holiday-christmas-second = Noel, ikinci gün
holiday-autumn = sonbahar tatili
holiday-winter = Noel tatili
holiday-spring = ilkbahar tatili
holiday-may = mayıs tatili
holiday-summer = yaz tatili
closed-unexpected = beklenmedik bir durum
