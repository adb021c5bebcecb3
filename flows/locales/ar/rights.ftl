# ما يحق للشخص أن يطلبه: ما نحفظ، ورؤيته، ومحوه.
privacy-what = نحفظ لغتك ومدرستك وموعدك وأحيانا رقمك.
privacy-not = لا نسأل عن الاسم ولا عن السبب.
privacy-sees = لا يرى موعدك غير من تتكلم معه.
privacy-who = المسؤول عن بياناتك: { $programme }.
privacy-telegram = يرى تلغرام وجودك هنا.
privacy-new = كلامنا عن الخصوصية جديد.
privacy-read = ✅ تمت القراءة
privacy-key-rights = ✋ ما يحق لي
privacy-key-who = 🏢 من نحن
privacy-key-terms = 🗄️ كم من الوقت
privacy-key-after = 🧹 ماذا يبقى
privacy-key-telegram = ✈️ تلغرام
key-data = 📄 بياناتي
key-erase = 🗑️ محو كل شيء

rights-see = يحق لك أن ترى ما نعرفه عنك.
rights-erase = يحق لك محو كل شيء.
rights-change = يحق لك تغيير لغتك ومدرستك.
rights-complain = يحق لك تقديم شكوى إلى هيئة حماية البيانات الهولندية.

who-ask = هل عندك سؤال؟ السؤال هنا:
who-mail = ✉️ { $mail }
who-school = هل عندك سؤال؟ السؤال في المدرسة.

terms-talk = { $days ->
    [one] بعد يوم لا نعرف من حضر.
    [two] بعد يومين لا نعرف من حضر.
    [few] بعد { $days } أيام لا نعرف من حضر.
   *[other] بعد { $days } يوما لا نعرف من حضر.
}
terms-rest = { $days ->
    [one] بعد يوم نمحو الموعد نفسه.
    [two] بعد يومين نمحو الموعد نفسه.
    [few] بعد { $days } أيام نمحو الموعد نفسه.
   *[other] بعد { $days } يوما نمحو الموعد نفسه.
}
terms-idle = { $days ->
    [one] غياب يوم واحد؟ بعده نمحو كل شيء.
    [two] غياب يومين؟ بعدهما نمحو كل شيء.
    [few] غياب { $days } أيام؟ بعدها نمحو كل شيء.
   *[other] غياب { $days } يوما؟ بعدها نمحو كل شيء.
}
terms-counts = نحسب فقط كم شخصا يأتي.

after-tag = يبقى رمز سري حتى يوم الاثنين.
after-twice = هكذا لا نحسبك مرتين.
after-block = الموعد ممنوع عليك؟ يبقى ذلك أسبوعين.
after-copies = بعد أسبوع نمحو نسخنا أيضا.

telegram-sees = يرى تلغرام أنك تتكلم معنا.
telegram-keeps = يحفظ تلغرام هذه الرسائل أيضا.
telegram-names = الأفضل عدم كتابة أسماء هنا.
telegram-else = لا تريد هذا؟ يمكنك الحضور في المدرسة.

erase-title = هل تريد محو كل شيء؟
erase-talks = عندها نلغي مواعيدك.
erase-desk = ينتهي عملك في هذه المحادثة أيضا.
erase-rest = نمحو لغتك ومدرستك ورقمك.
erase-messages = نمحو رسائلنا الأخيرة أيضا.
erase-final = لا يمكن إرجاع ذلك.
erase-yes = 🗑️ نعم، محو كل شيء
erased-done = تم محو كل شيء.
erased-start = ▶️ البدء من جديد

data-title = هذا ما نعرفه عنك.
data-nothing = لا نعرف عنك شيئا.
data-desk = 🧰 عملك هنا.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 اللغة: { $language }
data-school = 🏫 المدرسة: { $school }
data-linked = 🔳 حضورك كان برمز QR.
data-reminded = { $what ->
    [all] ⏰ التذكير: نعم
    [day] ⏰ التذكير: في ذلك اليوم فقط
   *[nothing] ⏰ التذكير: لا
}
data-shared = { $shared ->
    [yes] 👀 يرى الهاتف آخرون: نعم
   *[no] 👀 يرى الهاتف آخرون: لا
}
data-since = 👋 أول مرة: { $on }
data-seen = 👋 آخر مرة: أسبوع { $on }
data-talk = 📅 { $at }، مع { $name }
data-status = { $status ->
    [booked] ▫️ موعد قائم. { $way }
    [cancelled] ▫️ ملغى. { $way }
    [noshow] ▫️ بدون حضور. { $way }
   *[fulfilled] ▫️ انتهى. { $way }
}
data-guest = 👥 دعاك شخص آخر.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ الترجمة: { $language }
data-talks-more = 📥 مواعيد أخرى في الملف: { $count }
data-notices = ✉️ الرسائل: { $count }
data-shown = 🕘 الرسائل في هذه المحادثة: { $count }
data-awaited = ⌨️ ننتظر رسالة منك.
data-counted = نحسبك بدون اسم.
data-file = 📥 في ملف
data-file-all = كل شيء هنا.
