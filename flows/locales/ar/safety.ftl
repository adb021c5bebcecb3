help-near = الأفضل الحديث مع شخص قريب منك. أو الاتصال الآن:
line-112 = 🚨 { $number } – عند الخطر، دائما
line-113 = 💙 { $number } – عند التفكير في الموت، دائما ومجانا
line-kindertelefoon = ☎️ { $number } – Kindertelefoon (للأطفال والشباب)، مجانا
line-veiligthuis = 🏠 { $number } – Veilig Thuis، عند العنف، دائما ومجانا
help-computer = أنا حاسوب. لا أحد يقرأ هنا الآن.
