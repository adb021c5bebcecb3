# التاريخ والوقت. أنماط Unicode CLDR.
date-full = EEEE d MMMM
date-short = EEE d MMM
date-moment = { $day }، الساعة { $clock }
time-whole = { $hour }:00
time-part = { $hour }:{ $minute }

# أسفل كل شاشة.
footer-back = ➡️ رجوع
footer-help = 🆘 مساعدة
footer-more = ☰ المزيد

# اللغات، كل لغة باسمها.
language-nl = Nederlands
language-en = English
language-tr = Türkçe
language-ar = العربية
language-pl = Polski
language-uk = Українська

list-more = ⬅️ المزيد
contact-name = • { $name }
contact-phone = • { $name }: { $phone }

# ما لا يمكن، وما بعد ذلك.
refused-stale = هذا الزر قديم. هذا هو الوضع الآن.
refused-link = يرجى أولا تصوير رمز QR في المدرسة. بعدها تظهر الأسماء والأوقات.
refused-taken = هذا الوقت حجز قبل قليل. يرجى اختيار وقت آخر.
refused-gone = هذا الوقت غير ممكن الآن. يرجى اختيار وقت آخر.
refused-busy = عندك موعد في هذا الوقت. يرجى اختيار وقت آخر.
refused-banned = لا يمكنك الآن حجز موعد مع هذا الشخص. يمكنك دائما الحضور بدون موعد.
refused-often = كان ذلك كثيرا. يرجى المحاولة بعد قليل. يمكنك دائما الحضور بدون موعد.
refused-many = عندك مواعيد كافية. يرجى إلغاء موعد أولا.
refused-late = هذا غير ممكن الآن.
refused-phone = هذا ليس رقم هاتف. يرجى كتابته مرة أخرى.
refused-invitation = هذه الدعوة لا تعمل الآن. يرجى طلب دعوة جديدة.
refused-hold = الضغط كبير الآن. يرجى المحاولة بعد قليل.
refused-fault = حدث خطأ. يرجى المحاولة مرة أخرى.
refused-wait = لحظة من فضلك. العمل مستمر.

unknown-text = لم أفهم هذا. يرجى اختيار زر. عند الخطر: الاتصال بالرقم 112. للحديث مع شخص: الاتصال بالرقم 113.
unknown-command = لا أعرف هذا. يرجى اختيار زر.
unknown-link = لا أعرف هذا الرابط. يرجى اختيار مدرستك.
unknown-media = لا أسمع ولا أرى هذا. لم يره أحد. عند الخطر: الاتصال بالرقم 112.

# تحت زر المزيد.
more-choose = ما اختيارك الآن؟
more-by-computer = ترجم حاسوب هذه النصوص.
key-languages = 🌐 اللغة، language
key-roles = 👤 من أنا
key-school = 🏫 مدرسة أخرى
key-privacy = 🔒 الخصوصية
key-mine = 📋 مواعيدي
key-week = 📆 هذا الأسبوع

# قائمة أوامر تلغرام.
command-start = البداية
command-today = من هنا اليوم؟
command-week = من هنا هذا الأسبوع؟
command-book = حجز موعد
command-appointments = مواعيدي
command-help = هل تلزم مساعدة؟
command-language = اختيار اللغة
command-privacy = ماذا نحفظ؟
command-mydata = ماذا نعرف عنك؟
command-erase = محو كل شيء
command-stop = بدون تذكير
bot-short = من هنا في المدرسة؟ يمكنك حجز موعد بنفسك.
bot-about =
    للحديث مع شخص من فريق الإرشاد في مدرستك.
    هنا يظهر من في المدرسة. واختيار الوقت لك.
    لا أحد يقرأ هنا. عند الخطر: الاتصال بالرقم 112.

refused-overlap = عندك ساعات أخرى في هذا الوقت. يرجى اختيار وقت آخر.
refused-words = لا يمكن حفظ هذا. يرجى كتابة كلام أقصر.
refused-code = هذا الرمز غير صحيح. يرجى السؤال في المدرسة.
refused-own-link = هذا الرابط لشخص آخر. يرجى إرساله إليه.
refused-together = عندك موعد آخر في هذا الوقت.
