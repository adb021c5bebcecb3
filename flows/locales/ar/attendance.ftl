# هنا، أو لاحقا، أو غياب.
ask-here = هل وصولك إلى { $school } تم؟
late-ask = كم دقيقة التأخير؟
late-told = من لم يصل بعد تصله رسالة.
late-key = ⏳ { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}
note-late = { $minutes ->
    [one] تم. التأخير دقيقة واحدة.
    [two] تم. التأخير دقيقتان.
    [few] تم. التأخير { $minutes } دقائق.
   *[other] تم. التأخير { $minutes } دقيقة.
}

gone-ask = متى يكون غيابك؟
gone-days-row = • من { $first } إلى { $last }
gone-day-row = • { $on }، من { $start } إلى { $end }
gone-back = ↩️ عودة، { $day }
gone-today = ✖️ ليس اليوم
gone-hours = ⏰ حتى ساعة معينة
gone-days = 📅 أيام أخرى
gone-until = حتى أي ساعة غيابك؟
gone-until-key = ⏰ حتى { $clock }
gone-no-hours = لا توجد ساعات أخرى اليوم.
gone-first = ما أول يوم من غيابك؟
gone-last = ما آخر يوم من غيابك؟
gone-sure = هذا وقت غيابك:
gone-sure-other = غياب لبقية اليوم: { $name }.
gone-talks = { $count ->
    [zero] لا يلغى أي موعد.
    [one] يلغى موعد واحد. تصل رسالة إلى هذا الشخص.
    [two] يلغى موعدان. تصل رسالة إلى الجميع.
    [few] تلغى { $count } مواعيد. تصل رسالة إلى الجميع.
   *[other] يلغى { $count } موعدا. تصل رسالة إلى الجميع.
}
gone-all-told = من عنده موعد تصله رسالة.
gone-yes = ✖️ نعم، لن أحضر
gone-yes-other = ✖️ نعم، هذا صحيح
note-gone = { $count ->
    [zero] تم. لم يلغ أي موعد.
    [one] تم. ألغي موعد واحد. تصل رسالة إلى هذا الشخص.
    [two] تم. ألغي موعدان. تصل رسالة إلى الجميع.
    [few] تم. ألغيت { $count } مواعيد. تصل رسالة إلى الجميع.
   *[other] تم. ألغي { $count } موعدا. تصل رسالة إلى الجميع.
}
note-gone-other = تم. من عنده موعد تصله رسالة.
note-back = نحن سعداء بعودتك.

colleagues-key = 👥 غياب في الفريق
colleagues-ask = لمن الغياب؟ أو هل المدرسة مغلقة؟
colleagues-none = لا يوجد شخص آخر اليوم.
colleague-key = ✖️ { $name }
shut-key = 🔒 إغلاق { $school }
reopen-key = 🔓 فتح { $school }
shut-sure = مدرسة { $school } مغلقة اليوم.
shut-phone = الحديث بالهاتف والفيديو مستمر.
shut-yes = 🔒 نعم، مغلقة
note-shut = تم. { $school } مغلقة. من عنده موعد تصله رسالة.
note-reopened = تم. { $school } مفتوحة من جديد.

door-text = يمكن تعليق هذا على الباب:
door-away = غياب يوم { $on }: { $name }.

place-ask = أين مكانك اليوم في { $school }؟
place-key = 📍 { $room }
place-key-desk = 🛎️ من الاستقبال
place-change = 📍 مكان اليوم
note-place = تم. يرى الجميع المكان الجديد.
