# Dlaczego szkoła jest zamknięta: "Szkoła jest dziś zamknięta: ..."
holiday-new-year = Nowy Rok
holiday-good-friday = Wielki Piątek
holiday-easter = Wielkanoc
holiday-easter-monday = Poniedziałek Wielkanocny
holiday-king = Dzień Króla
holiday-liberation = Dzień Wyzwolenia
holiday-ascension = Wniebowstąpienie
holiday-pentecost = Zielone Świątki
holiday-pentecost-monday = drugi dzień Zielonych Świątek
holiday-christmas = pierwszy dzień Bożego Narodzenia
holiday-christmas-second = drugi dzień Bożego Narodzenia
holiday-autumn = ferie jesienne
holiday-winter = przerwa świąteczna
holiday-spring = ferie wiosenne
holiday-may = ferie majowe
holiday-summer = wakacje
closed-unexpected = nagły powód
