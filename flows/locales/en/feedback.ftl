# How was it? Three faces.
feedback-title = A short question
feedback-clear = Was it clear which help there is?
feedback-pleasant = Was it nice?
feedback-choice = Could you choose enough?
feedback-home = Does it fit with help at home?
feedback-school = Does it fit with what the school does?
feedback-counted = We only count it. We do not keep who.
feedback-thanks = Thank you. It is counted.
feedback-key = ⭐ Your opinion
smile-good = 🙂 Yes
smile-so_so = 😐 A little
smile-bad = 🙁 No
