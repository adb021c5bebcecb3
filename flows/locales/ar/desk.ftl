desk-title = مرحبا { $name }. اليوم { $on }.
desk-planned = 🕐 { $school }، { $room }: من { $start } إلى { $end }.
desk-here = ✅ أنا هنا
desk-is-here = ✅ { $school }، { $room }: من { $start } إلى { $end }. أنت هنا.
desk-talks = { $count ->
    [zero] لا توجد مواعيد اليوم بعد.
    [one] بقي اليوم موعد واحد.
    [two] بقي اليوم موعدان.
    [few] بقيت اليوم { $count } مواعيد.
   *[other] بقي اليوم { $count } موعدا.
}
desk-off = انتهت ساعات الاستقبال اليوم.
desk-today = 📅 اليوم
desk-tomorrow = ⬅️ غدا
desk-that-day = 📅 ذلك اليوم

day-title = المواعيد في { $on }
day-empty = لا توجد مواعيد في { $on }.
day-others = والباقي: { $count }.
day-school = • { $school }
day-before = ➡️ اليوم السابق
day-after = ⬅️ اليوم التالي
talk-key-pupil = 🎒 { $clock } – { $way }
talk-key-parent = 👪 { $clock } – { $way }
talk-key-staff = 🏫 { $clock } – { $way }
talk-way-home = 🏠 زيارة في البيت

talk-booked = موعد
talk-cancelled = هذا الموعد ملغى.
talk-fulfilled = هذا الموعد انتهى.
talk-noshow = لم يحضر أحد.
talk-at-room = 🏫 { $school }، { $room }
talk-at-school = 🏫 { $school }
talk-at-phone = 📞 الاتصال منك ({ $school }).
talk-at-video = 🎥 بالفيديو ({ $school }).
talk-at-home = 🏠 زيارة في البيت ({ $school }). الاتصال أولا.
talk-who-pupil = 🎒 تلميذ أو تلميذة
talk-who-parent = 👪 أب أو أم
talk-who-staff = 🏫 شخص يعمل في المدرسة
talk-number = 📞 عرض الرقم
talk-number-later = يظهر الرقم قبل الموعد بـ 15 دقيقة.
talk-number-day = يظهر الرقم قبل الموعد بيوم.
talk-number-none = لا يوجد رقم بعد.
number-title = وقت الاتصال: { $at }.
number = 📞 { $number }

news-booked = موعد جديد
news-cancelled = ألغي موعد.
news-moved = تغير وقت موعد.
news-was = الوقت السابق: { $at }.
news-handed-over = انتقل موعد إلى شخص من الفريق.

note-here = تم. يرى الجميع وجودك في { $school }.
note-joined = تم. هذه المحادثة لك الآن.

coordinator-title = مرحبا { $name }. هذا { $scope }.
coordinator-when = تصلك الأرقام كل يوم اثنين.
coordinator-none = الأرقام الأولى لم تصل بعد.
coordinator-newest = 📊 آخر الأرقام

desk-later = ⏳ تأخير أو غياب
desk-gone = ✖️ لن أحضر
desk-return = ↩️ الغياب
desk-away = عندك غياب لوقت ما اليوم.
desk-is-late = ⏳ { $school }، { $room }: من { $start } إلى { $end }. عندك تأخير.
desk-week-own = 🗓️ أسبوعي
desk-weekly = 🕘 ساعات ثابتة
day-row = { $clock } – { $room } – { $code }
day-row-interpreter = { $clock } – { $room } – { $code } – 🗣️ ترجمة: { $language }
talk-interpreter = 🗣️ هناك طلب ترجمة: { $language }.
talk-ending = 📝 كيف كان؟
news-nobody = كان شخص عند بابك.

settings-key = ⚙️ الإعدادات
settings-each = يصلك خبر كل موعد فورا.
settings-daily = أخبار الأيام القادمة تصلك مرة في اليوم.
daily-on = 🔔 مرة في اليوم
daily-off = 🔔 كل مرة فورا
daily-title = هذا ما تغير للأيام القادمة.
daily-none = لم يتغير شيء للأيام القادمة.
daily-booked = • { $day }، { $clock }
daily-cancelled = • { $day }، { $clock } – ملغى
daily-fulfilled = • { $day }، { $clock }
daily-noshow = • { $day }، { $clock }

staff-key = 👤 فريق الإرشاد
staff-title = هذا فريق الإرشاد. يرجى اختيار شخص.
staff-none = لا يوجد أحد في الفريق بعد.
staff-member = { $name }، من { $provider }.
staff-has-desk = هذا الشخص عنده محادثة.
staff-no-desk = هذا الشخص ليس عنده محادثة بعد.
staff-invite = ✉️ رابط جديد
staff-away = ✖️ غياب اليوم
staff-remove = 🚫 إغلاق المحادثة
note-invited = يرجى إعطاء هذا الرابط. يعمل يوما واحدا، مرة واحدة: { $link }
note-removed = تم. أغلقت محادثة { $name }.
day-row-late = { $minutes ->
    [few] { $clock } – { $room } – { $code } – ⏳ تأخير { $minutes } دقائق
   *[other] { $clock } – { $room } – { $code } – ⏳ تأخير { $minutes } دقيقة
}
talk-late = { $minutes ->
    [few] ⏳ تأخير { $minutes } دقائق.
   *[other] ⏳ تأخير { $minutes } دقيقة.
}
news-late = شخص سيتأخر.
talk-nickname = 🙂 { $name }
talk-consult-class = 👥 الموضوع: صف.
talk-consult-team = 👥 الموضوع: فريق.
talk-consult-pupil = 👥 الموضوع: شخص من الصف.
number-vanishes = هذه الرسالة تحذف وحدها.
talk-with-guest = 🤝 يحضر معه شخص آخر.
talk-at-group = 👥 { $title } ({ $school })
talk-key-group = 👥 { $clock } – { $title }
day-row-group = { $clock } – { $room } – 👥 { $title }: { $count }
seats-taken = { $count ->
    [zero] لا يحضر أحد.
    [one] يحضر شخص واحد.
    [two] يحضر شخصان.
    [few] يحضر { $count } أشخاص.
    [many] يحضر { $count } شخصا.
   *[other] يحضر { $count } شخص.
}
seat-key = { $code }
seat-door-pupil = ➕ إضافة تلميذ
seat-door-parent = ➕ إضافة أب أو أم
seat-door-staff = ➕ إضافة موظف

talk-ban = ⏸️ لا مواعيد الآن
talk-unban = ▶️ مواعيد من جديد
note-banned = لا يمكن لهذا الشخص حجز موعد معك 14 يوما. الحضور والمساعدة متاحان دائما.
note-unbanned = يمكن لهذا الشخص حجز موعد معك من جديد.
note-unbanned-all = يمكن للجميع حجز موعد معك من جديد.
settings-bans = بعض الأشخاص لا يمكنهم حجز موعد معك الآن.
settings-unban = ▶️ الجميع من جديد

sure-cancel = هل تريد إلغاء هذا الموعد؟
sure-cancel-asked = فقط إذا كان هذا طلب الشخص نفسه.
sure-cancel-told = نرسل أيضا رسالة إلى المحادثة.
sure-cancel-yes = ❌ نعم، إلغاء
