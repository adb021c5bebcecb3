# Чому школа зачинена: «Школа сьогодні зачинена: ...»
holiday-new-year = Новий рік
holiday-good-friday = Страсна пʼятниця
holiday-easter = Великдень
holiday-easter-monday = Великодній понеділок
holiday-king = День короля
holiday-liberation = День визволення
holiday-ascension = Вознесіння
holiday-pentecost = Трійця
holiday-pentecost-monday = другий день Трійці
holiday-christmas = перший день Різдва
holiday-christmas-second = другий день Різдва
holiday-autumn = осінні канікули
holiday-winter = різдвяні канікули
holiday-spring = весняні канікули
holiday-may = травневі канікули
holiday-summer = літні канікули
closed-unexpected = несподівана причина
