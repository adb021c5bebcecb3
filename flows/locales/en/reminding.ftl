# Of what somebody wants to be reminded.
key-reminders = ⏰ Reminders
reminded-all = You get reminders for your appointment.
reminded-day = You get a reminder on the day itself.
reminded-nothing = You get no reminders.
reminded-told = Is an appointment off? Then we always tell you.
remind-ask = What do you want?
remind-all = ⏰ On
remind-day = 📅 Only that day
remind-nothing = 🔇 Off
note-kept = Done.
note-stopped = Done. You get no reminders any more.
