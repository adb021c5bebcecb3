# عند الباب، وبدون موعد، وكيف كان الحديث.
walk-in-key = ➕ بدون موعد
walk-in-who = من حضر بدون موعد؟
topics-free-worker = نحن نعد فقط.
walk-in-topic = ما كان الموضوع؟
walk-in-unknown = ➕ لا أعرف
note-walk-in = تم العد.

door-key = 🚪 عند الباب
door-who = لمن الموعد؟
door-times = يرجى اختيار وقت.
door-none = لا يوجد وقت متاح.
note-slip = تم. يمكن عرض هذا، أو كتابته على ورقة.
note-again = تم. تصل رسالة إلى هذا الشخص.

ended-title = انتهت ساعات الاستقبال.
ended-optional = كيف كانت؟ الجواب غير ضروري.
ended-none = لم تكن هناك مواعيد. هل حضر أحد بدون موعد؟
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = هل حضر هذا الشخص؟
ending-how = ماذا بعد ذلك؟
ending-counted = نحن نعد فقط.
ending-told = هذا معدود من قبل. شكرا لك.
came-yes = ✅ حضر
came-no = ✖️ لم يحضر
end-enough = 👍 هذا يكفي
end-another = 🔁 حديث آخر
end-care_team = 👥 فريق الرعاية
end-referral = ⬅️ مساعدة خارج المدرسة
end-asked = هل وافق التلميذ أو التلميذة؟
end-law = هل يطلب القانون موافقة الأب أو الأم؟ يلزم سؤالهم أيضا.
end-passes-nothing = البوت لا يخبر أحدا.
end-yes = ✅ نعم، تم السؤال
note-counted = تم العد.
