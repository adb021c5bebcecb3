key-first-free = 🕐 أول وقت متاح
key-workers = 👤 اختيار شخص

hours-why = { $why }
hours-way-phone = هاتف
hours-way-video = فيديو
hours-way-both = هاتف أو فيديو
hours-way-home = في بيت الأهل
hours-shut = مغلقة: { $why }
hours-building-shut = المبنى مغلق: { $why }

today-title = { $school }، { $on }.
today-confirmed-before = ✅ { $name } هنا من { $start } إلى { $end }. { $room }.
today-confirmed-during = ✅ { $name } هنا الآن، حتى { $end }. { $room }.
today-planned-before = 🕐 حسب الخطة: { $name } من { $start } إلى { $end }. { $room }.
today-planned-during = 🕐 حسب الخطة: { $name } هنا حتى { $end }. { $room }.
today-late = ⏳ تأخير: { $name } هنا الساعة { $until }. { $room }.
today-far = 📞 { $name }: فقط { $ways }، من { $start } إلى { $end }.
today-away = ✖️ غياب اليوم: { $name }.
today-others = والباقي: { $count }.
today-walk-in = يمكنك أيضا الحضور بدون موعد.
today-nobody = لا يوجد أحد لبقية اليوم.
today-none = لا يوجد أحد اليوم.
today-unknown = لا نعرف بعد من هنا اليوم.
today-closed = المدرسة مغلقة اليوم: { $why }.
today-building = المبنى مغلق اليوم: { $why }.
today-next = المرة القادمة مع { $name }: { $at }.
today-next-far = { $name }، فقط { $ways }: { $at }.
today-next-unknown = لا نعرف بعد متى يكون أحد هنا.
today-contacts = للحديث مع شخص الآن، السؤال هنا:

week-title = { $school }: من هنا؟
week-row = { $day } – { $name }، من { $start } إلى { $end }. { $room }.
week-far = { $day } – { $name }، فقط { $ways }، من { $start } إلى { $end }.
week-days = من { $first } إلى { $last }
week-closed = 🔒 { $day } – { $what }.
week-nobody = لا يوجد أحد هذا الأسبوع.
week-unknown = لا نعرف بعد من هنا هذا الأسبوع.
week-later = ⬅️ الأسبوع التالي

place-desk = الاستقبال

weekday-0 = الاثنين
weekday-1 = الثلاثاء
weekday-2 = الأربعاء
weekday-3 = الخميس
weekday-4 = الجمعة
weekday-5 = السبت
weekday-6 = الأحد

today-group = 👥 { $title }: من { $start } إلى { $end }، مع { $name }. { $room }.
week-group = 👥 { $day } – { $title }، من { $start } إلى { $end }، مع { $name }. { $room }.
