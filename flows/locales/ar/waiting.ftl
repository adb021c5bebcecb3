# الانتظار لوقت أبكر.
key-await = 🔔 أبكر إن أمكن
key-unawait = 🔕 وقف الانتظار
card-waits = 🔔 في الانتظار لوقت أبكر
note-waits = تم. يصلك خبر عند وجود وقت أبكر.
note-waits-not = تم. انتهى الانتظار لوقت أبكر.
note-declined = حسنا. وقتك كما هو. والانتظار مستمر.

# ما يقال عندما يوجد وقت.
offer-title = يوجد وقت أبكر.
offer-until = نحفظ لك هذا الوقت حتى { $until }.
offer-ask = هل يناسبك هذا الوقت؟
offer-take = ✅ نعم، من فضلك
offer-decline = 👎 لا، شكرا
