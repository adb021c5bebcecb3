# On the wall and on the door: short, readable at two metres.
poster-title = Want to talk?
poster-walk-in = Just walk in.
poster-no-need = You need no appointment.
poster-hours = Somebody is there:
poster-no-hours = Ask at the desk when somebody is there.
poster-other-week = every other week
poster-booked = if you booked
poster-more = Some weeks there are more hours.
poster-scan = Or scan this code.
poster-scan-today = See who is there today.
poster-scan-book = Choose a time yourself.
poster-scan-app = You need the app Telegram.
poster-danger = In danger? Call 112. Want to talk now? Call 113.
poster-made = { $programme }. Made on { $on }.
door-title = Here you can talk.
door-shut = Is the door closed?
door-wait = Then somebody is talking here. Please wait.
