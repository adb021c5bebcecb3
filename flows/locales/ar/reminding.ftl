# التذكير.
key-reminders = ⏰ التذكير
reminded-all = يصلك تذكير قبل الموعد.
reminded-day = يصلك تذكير في اليوم نفسه فقط.
reminded-nothing = لا يصلك أي تذكير.
reminded-told = إذا أُلغي موعد نخبرك دائمًا.
remind-ask = ماذا تريد أن يصلك؟
remind-all = ⏰ مفعّل
remind-day = 📅 في اليوم نفسه فقط
remind-nothing = 🔇 متوقف
note-kept = تم.
note-stopped = تم. لن يصلك تذكير بعد الآن.
