# Why the school is closed: "The school is closed today: ..."
holiday-new-year = New Year's Day
holiday-good-friday = Good Friday
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-king = King's Day
holiday-liberation = Liberation Day
holiday-ascension = Ascension Day
holiday-pentecost = Whit Sunday
holiday-pentecost-monday = Whit Monday
holiday-christmas = Christmas Day
holiday-christmas-second = second day of Christmas
holiday-autumn = autumn holiday
holiday-winter = Christmas holiday
holiday-spring = spring holiday
holiday-may = May holiday
holiday-summer = summer holiday
closed-unexpected = unexpected
