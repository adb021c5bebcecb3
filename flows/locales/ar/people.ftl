welcome-school = مرحبا! هذه مدرسة { $school }.
welcome-programme = مرحبا! هذا { $programme }.
welcome-privacy = ما نحفظه مكتوب في المزيد.
welcome-who = من أنت؟
audience-pupil = 🎒 تلميذ أو تلميذة
audience-parent = 👪 أب أو أم
audience-staff = 🏫 أعمل في المدرسة

language-choose = يرجى اختيار لغتك.
school-choose = يرجى اختيار مدرستك.
school-key = 🏫 { $school }

outside-school = مدرستك: { $school }.
outside-programme = هذا { $programme }.
outside-walk-in = يمكنك دائما الحضور في المدرسة بدون موعد.
outside-link = يرجى تصوير رمز QR في المدرسة. بعدها يظهر من هنا.

sit-desk = 🧰 ساعات الاستقبال
sit-visitor = 👪 عندي أطفال أيضا
note-type-code = يرجى كتابة رمز العاملين الآن.
