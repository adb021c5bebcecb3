# Waarom de school dicht is: "Vandaag is de school dicht: ..."
holiday-new-year = nieuwjaarsdag
holiday-good-friday = Goede Vrijdag
holiday-easter = eerste paasdag
holiday-easter-monday = tweede paasdag
holiday-king = Koningsdag
holiday-liberation = Bevrijdingsdag
holiday-ascension = Hemelvaartsdag
holiday-pentecost = eerste pinksterdag
holiday-pentecost-monday = tweede pinksterdag
holiday-christmas = eerste kerstdag
holiday-christmas-second = tweede kerstdag
holiday-autumn = herfstvakantie
holiday-winter = kerstvakantie
holiday-spring = voorjaarsvakantie
holiday-may = meivakantie
holiday-summer = zomervakantie
closed-unexpected = onverwacht
