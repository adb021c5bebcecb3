# A phone that others look at.
shared-why = If somebody else looks, we send no reminders.
shared-ask = Does somebody else look at this phone?
shared-yes = 👀 Yes
shared-no = 👎 No
key-shared = 👀 Who looks here?
locked-ask = Which picture goes with your appointment?
locked-wrong = That is not your picture.
locked-enough = You chose too often. Try again in an hour.
