# هاتف يراه آخرون.
shared-why = إذا نعم، فلن نرسل تذكيرًا.
shared-ask = هل ينظر شخص آخر إلى هذا الهاتف؟
shared-yes = 👀 نعم
shared-no = 👎 لا
key-shared = 👀 من يرى الهاتف؟
locked-ask = ما الصورة الخاصة بموعدك؟
locked-wrong = هذه ليست صورتك.
locked-enough = محاولات كثيرة. المحاولة ممكنة بعد ساعة.
