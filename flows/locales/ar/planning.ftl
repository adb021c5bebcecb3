# الساعات الخاصة: الأسبوع، وما يتكرر، وما يتغير.
desk-week = ساعات الاستقبال. يرجى اختيار واحدة.
desk-week-none = ليس عندك ساعات استقبال في ذلك الوقت.
desk-week-key = 🗓️ { $day }، { $start } – { $school } ({ $count })
hour-title = ساعات الاستقبال في { $on }
hour-talks = { $count ->
    [zero] لا توجد مواعيد.
    [one] يوجد موعد واحد.
    [two] يوجد موعدان.
    [few] توجد { $count } مواعيد.
   *[other] يوجد { $count } موعدا.
}
hour-drop = ✖️ ليس هذه المرة

weekly-title = هذه ساعاتك الثابتة.
weekly-none = ليس عندك ساعات ثابتة بعد.
weekly-key = 🕘 { $weekday }، { $start } – { $school }
weekly-one = هذه ساعة ثابتة.
weekly-row = 🕘 { $weekday }، من { $start } إلى { $end }، { $school }
weekly-change = 🔁 تغيير
weekly-end = ✖️ إنهاء
weekly-extra = ➕ ساعات إضافية
weekly-add = 🕘 ساعة ثابتة جديدة
weekly-block = ⛔ اجتماع ثابت
meeting-key = ⛔ { $weekday }، { $start } – اجتماع
meeting-title = لا توجد ساعات استقبال في ذلك الوقت.
meeting-row = ⛔ { $weekday }، { $start }
meeting-end = ✖️ إنهاء

plan-school = في أي مدرسة؟
plan-on = في أي يوم؟
plan-from = من أي يوم؟
plan-weekday = في أي يوم من الأسبوع؟
plan-start = في أي ساعة البداية؟
plan-end = حتى أي ساعة؟
plan-yes = ✅ نعم، هذا صحيح
weekday-key = 📅 { $weekday }
start-key = 🕘 { $clock }
end-key = ⏰ حتى { $clock }
sure-extra = هذا إضافي:
sure-add = هذا إضافي:
sure-change = هذا هو الوقت الجديد:
sure-end = هذا ينتهي:
sure-block = يوجد اجتماع في هذا الوقت:
plan-row-end = • أول يوم بدونها: { $on }
plan-row-weekly = • كل { $weekday }، من { $start } إلى { $end }، ابتداء من { $on }
sure-school = 🏫 { $school }
note-hours = { $count ->
    [zero] تم. لم يلغ أي موعد.
    [one] تم. ألغي موعد واحد. تصل رسالة إلى هذا الشخص.
    [two] تم. ألغي موعدان. تصل رسالة إلى الجميع.
    [few] تم. ألغيت { $count } مواعيد. تصل رسالة إلى الجميع.
   *[other] تم. ألغي { $count } موعدا. تصل رسالة إلى الجميع.
}
weekly-group = 👥 { $title }
