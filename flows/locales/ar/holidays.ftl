# لماذا المدرسة مغلقة: "المدرسة مغلقة اليوم: ..."
holiday-new-year = رأس السنة
holiday-good-friday = الجمعة قبل عيد الفصح
holiday-easter = عيد الفصح، اليوم الأول
holiday-easter-monday = عيد الفصح، اليوم الثاني
holiday-king = عيد الملك
holiday-liberation = عيد التحرير
holiday-ascension = عيد الصعود
holiday-pentecost = عيد العنصرة، اليوم الأول
holiday-pentecost-monday = عيد العنصرة، اليوم الثاني
holiday-christmas = عيد الميلاد، اليوم الأول
holiday-christmas-second = عيد الميلاد، اليوم الثاني
holiday-autumn = عطلة الخريف
holiday-winter = عطلة عيد الميلاد
holiday-spring = عطلة الربيع
holiday-may = عطلة مايو
holiday-summer = عطلة الصيف
closed-unexpected = سبب مفاجئ
