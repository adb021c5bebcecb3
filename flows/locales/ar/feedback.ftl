# كيف كان؟ ثلاثة وجوه.
feedback-title = سؤال قصير
feedback-clear = هل كان واضحا ما المساعدة الموجودة؟
feedback-pleasant = هل كان جيدا؟
feedback-choice = هل كان الاختيار كافيا؟
feedback-home = هل يناسب هذا المساعدة في البيت؟
feedback-school = هل يناسب هذا عمل المدرسة؟
feedback-counted = نحن نعد فقط. لا نحفظ من أجاب.
feedback-thanks = شكرا لك. تم العد.
feedback-key = ⭐ ما رأيك؟
smile-good = 🙂 نعم
smile-so_so = 😐 قليلا
smile-bad = 🙁 لا
