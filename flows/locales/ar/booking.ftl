workers-choose = مع من يكون الحديث؟
worker-key = 👤 { $name }
worker-about = • { $name }: { $expertise }. من { $provider }. اللغات: { $languages }.
worker-name = • { $name }. من { $provider }. اللغات: { $languages }.
worker-female = { $name } (امرأة)
worker-male = { $name } (رجل)
gender-female = 👩 امرأة
gender-male = 👨 رجل

times-anybody = يرجى اختيار وقت.
times-with = يرجى اختيار وقت مع { $name }.
times-school = الحديث في المدرسة.
times-phone = الحديث بالهاتف.
times-video = الحديث بالفيديو.
times-home = الحديث في بيتك.
times-full = لا وقت متاح في { $on }. هذه أوقات متاحة بعد ذلك.
time-key = 🕐 { $day }، { $clock }
time-key-with = 🕐 { $day }، { $clock } – { $name }
times-later = ⬅️ بعد ذلك
times-day = 📅 يوم آخر
times-way = 💬 هاتف أو فيديو
times-way-other = 💬 طريقة أخرى
times-none = لا يوجد الآن وقت متاح في { $school }.
times-none-else = يمكن اختيار الهاتف أو شخص آخر. أو السؤال هنا:

days-choose = يرجى اختيار يوم.
days-none = لا توجد أيام بعد.
day-key = 📅 { $day }

ways-choose = كيف يكون الحديث؟
way-school = 🏫 في المدرسة
way-phone = 📞 بالهاتف
way-video = 🎥 بالفيديو
way-home = 🏠 في بيتك

card-booked = موعدك
card-cancelled = هذا الموعد ملغى.
card-fulfilled = هذا الموعد انتهى.
card-noshow = هذا الموعد انتهى.
card-when = 📅 { $at }
card-at-room = 🏫 مع { $name }، { $school }، { $room }
card-at-school = 🏫 مع { $name }، { $school }
card-at-phone = 📞 يأتيك اتصال من { $name }.
card-at-video = 🎥 فيديو مع { $name }.
card-at-home = 🏠 زيارة من { $name } في بيتك. قبلها يأتيك اتصال.
card-video-link = { $link }
card-note = ℹ️ { $note }
card-address = 📍 { $address }
card-here = ✅ في المدرسة الآن: { $name }.
card-phone-ask = ليس عندنا رقم هاتفك بعد.
card-phone-known = عندنا رقم هاتفك.
card-phone = 📞 إعطاء الرقم
card-move = 🔁 وقت آخر
card-cancel = ❌ إلغاء الموعد
card-restore = ↩️ تراجع عن الإلغاء
card-topic = 💭 ما الموضوع؟

mine-none = ليس عندك مواعيد.
mine-choose = مواعيدك. يرجى اختيار موعد.
mine-key = 📋 { $at }، { $name }

topics-ask = ما الموضوع؟
topics-free = الاختيار غير ضروري. نحن نعد فقط.
topic-home = 🏠 البيت
topic-feelings = 😔 المشاعر
topic-behaviour = 💥 السلوك
topic-friends = 👥 الأصدقاء والتنمر
topic-school = 📚 المدرسة
topic-money = 💶 المال والسكن
topic-future = 🧭 المستقبل والتدريب
topic-other = ✳️ شيء آخر
topic-not-said = بدون موضوع

note-moved = تم. موعدك له وقت جديد.
note-restored = تم. موعدك عاد كما كان.
note-thanks = شكرا لك.
note-type-phone = يرجى كتابة رقم هاتفك الآن.
note-phone = تم. رقمك محفوظ. رسالتك حذفت.

reminder-evening = تذكير ليوم غد
reminder-morning = تذكير لهذا اليوم
reminder-hour = تذكير لموعد قريب
reminder-card = 📋 عرض الموعد

card-code = { $code }
card-desk = يرجى الحضور إلى الاستقبال. سيأتي شخص إليك.
card-nobody = 🚪 لا يوجد أحد
card-interpreter = طلب الترجمة وصل.
card-ask-interpreter = 🗣️ أحتاج ترجمة
note-interpreter = تم. نحن نطلب ترجمة.

# ما يقال عندما يتغير شيء.
told-title = تغير شيء.
told-called-off = الإلغاء من { $name }.
told-booked = عندك موعد جديد.
told-back = موعدك باق كما كان.
told-late = { $minutes ->
    [one] تأخير دقيقة واحدة: { $name }.
    [two] تأخير دقيقتين: { $name }.
    [few] تأخير { $minutes } دقائق: { $name }.
   *[other] تأخير { $minutes } دقيقة: { $name }.
}
told-place = الحديث في مكان آخر.

away-title = موعدك ألغي.
away-away = غياب في ذلك الوقت: { $name }.
away-closed = المدرسة مغلقة في ذلك الوقت.
away-left = انتهى عمل { $name } هنا.
away-choose = ما اختيارك الآن؟

sorry-title = نعتذر. هذا ليس جيدا.
sorry-told = تصل رسالة الآن إلى { $name }.
card-delay = ⏳ سأتأخر
card-delayed = { $minutes ->
    [one] تأخيرك دقيقة واحدة.
    [two] تأخيرك دقيقتان.
    [few] تأخيرك { $minutes } دقائق.
   *[other] تأخيرك { $minutes } دقيقة.
}
card-late = ⏳ وصول { $name } الساعة { $until }.
delay-ask = كم دقيقة تأخيرك؟
note-delayed = تم. سنخبر الشخص الآخر.
card-labelled = 🏷️ { $label }
card-label = 🏷️ أي طفل
card-nickname = 🙂 ما اسمك
card-consult = 👥 ما الموضوع
card-consult-class = 👥 الموضوع: صف.
card-consult-team = 👥 الموضوع: فريق.
card-consult-pupil = 👥 الموضوع: شخص من الصف.
card-calendar = 📅 إلى تقويمي
card-uncalendar = 📅 من تقويمي
card-all = ☰ كل شيء
consult-ask = ما موضوع الحديث؟
consult-no-name = بدون اسم أي تلميذ أو تلميذة.
consult-class = 👥 صف
consult-team = 👥 فريق
consult-pupil = 🎒 تلميذ أو تلميذة
calendar-add = يرجى فتح هذا. عندها يكون في تقويمك.
calendar-remove = يرجى فتح هذا. عندها يحذف من تقويمك.
note-type-label = يرجى كتابة لمن الموعد. حرف واحد يكفي.
note-type-nickname = يرجى كتابة أي اسم لك. اسم من خيالك يكفي.
note-label = تم. رسالتك حذفت.
note-nickname = تم. رسالتك حذفت.
times-enough = هذه أوقات كثيرة. يرجى المحاولة بعد قليل.
times-enough-walk-in = أو الحضور إلى المدرسة بدون موعد.

# الحضور معا: رابط لشخص آخر.
card-together = 🤝 الحضور معا
card-guest = هذا موعد تحضره مع شخص آخر.
card-part = 🚪 لن أحضر
together-title = هل تريد الحضور مع شخص آخر؟
together-sees = يرى هذا الشخص هذا الموعد فقط.
together-once = الرابط يعمل لشخص واحد.
together-used = رابطك مستعمل الآن.
together-link = 🔗 رابط جديد
together-end = ✖️ إنهاء الحضور معا
note-together = يرجى إرسال هذا الرابط إلى ذلك الشخص: { $link }
note-along = تم. حضورك مسجل.
note-alone = تم. رابطك لا يعمل الآن.
note-parted = تم. حضورك ملغى.
told-moved = الموعد في وقت آخر.
apart-title = حضورك مع الشخص الآخر ملغى.
apart-busy = تغير وقت الموعد. عندك موعد آخر في هذا الوقت.
apart-ended = الشخص الآخر يأتي وحده.

# المجموعات: مكان واحد، ولا أحد يرى من يحضر أيضا.
way-group = 👥 في مجموعة
groups-choose = يرجى اختيار مجموعة. لا أحد يرى اسمك.
groups-none = لا يوجد الآن مكان في أي مجموعة.
groups-talk = 🕐 حديث فردي
group-about = • { $title }: من { $start } إلى { $end }، مع { $name }. { $room }.
group-key = 👥 { $day }، { $clock } – { $title }
group-plain = مجموعة
card-at-group = 👥 { $title }، مع { $name }، { $school }، { $room }
card-at-group-school = 👥 { $title }، مع { $name }، { $school }
