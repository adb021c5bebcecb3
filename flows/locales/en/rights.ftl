# What somebody may ask: what we keep, to see it, to have it deleted.
privacy-what = We keep your language, school, talk and sometimes your number.
privacy-not = We ask no name and no reason.
privacy-sees = Only your worker sees your talk.
privacy-who = { $programme } looks after your data.
privacy-telegram = Telegram sees that you are here.
privacy-new = What we tell about privacy is new.
privacy-read = ✅ I have read it
privacy-key-rights = ✋ What I may
privacy-key-who = 🏢 Who we are
privacy-key-terms = 🗄️ How long
privacy-key-after = 🧹 What stays
privacy-key-telegram = ✈️ Telegram
key-data = 📄 My data
key-erase = 🗑️ Delete everything

rights-see = You may see what we know about you.
rights-erase = You may have everything deleted.
rights-change = You may change your language and your school.
rights-complain = You may complain to the Dutch privacy authority.

who-ask = Do you have a question? Ask here:
who-mail = ✉️ { $mail }
who-school = Do you have a question? Ask at school.

terms-talk = { $days ->
    [one] After one day we no longer know who came.
   *[other] After { $days } days we no longer know who came.
}
terms-rest = { $days ->
    [one] After one day the talk itself is gone.
   *[other] After { $days } days the talk itself is gone.
}
terms-idle = { $days ->
    [one] Not here for one day? Then we delete everything.
   *[other] Not here for { $days } days? Then we delete everything.
}
terms-counts = We only count how many people come.

after-tag = Until Monday one secret code is left.
after-twice = So we do not count you twice.
after-block = May you make no talk? That stays two weeks.
after-copies = After a week our copies are gone, too.

telegram-sees = Telegram sees that you talk with us.
telegram-keeps = Telegram keeps these messages, too.
telegram-names = Better type no names here.
telegram-else = Do you not want this? Then walk in at school.

erase-title = Do you want to delete everything?
erase-talks = Then we cancel your talks.
erase-desk = Your work in this chat ends, too.
erase-rest = We delete your language, your school and your number.
erase-messages = Our last messages go, too.
erase-final = You do not get it back.
erase-yes = 🗑️ Yes, delete everything
erased-done = Everything is deleted.
erased-start = ▶️ Begin again

data-title = This is what we know about you.
data-nothing = We know nothing about you.
data-desk = 🧰 You work here.
data-channel = ✈️ { $channel }: { $id }
data-language = 🌐 Language: { $language }
data-school = 🏫 School: { $school }
data-linked = 🔳 You came by the QR code.
data-reminded = { $what ->
    [all] ⏰ Reminders: on
    [day] ⏰ Reminders: that day only
   *[nothing] ⏰ Reminders: off
}
data-shared = { $shared ->
    [yes] 👀 Others look here: yes
   *[no] 👀 Others look here: no
}
data-since = 👋 First time: { $on }
data-seen = 👋 Last time: week of { $on }
data-talk = 📅 { $at }, with { $name }
data-status = { $status ->
    [booked] ▫️ It is on. { $way }
    [cancelled] ▫️ Cancelled. { $way }
    [noshow] ▫️ Did not come. { $way }
   *[fulfilled] ▫️ Over. { $way }
}
data-guest = 👥 Somebody asked you along.
data-phone = 📞 { $words }
data-nickname = 🙂 { $words }
data-label = 🧒 { $words }
data-interpreter = 🗣️ Interpreter: { $language }
data-talks-more = 📥 Other talks in the file: { $count }
data-notices = ✉️ Messages: { $count }
data-shown = 🕘 Messages in this chat: { $count }
data-awaited = ⌨️ We wait for a message from you.
data-counted = We count you without a name.
data-file = 📥 As a file
data-file-all = Everything is in here.
