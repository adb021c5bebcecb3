# The line for an earlier time.
key-await = 🔔 Earlier if possible
key-unawait = 🔕 Stop waiting
card-waits = 🔔 In line for earlier
note-waits = Done. You hear it when it can be earlier.
note-waits-not = Done. You do not wait for earlier any more.
note-declined = Good. You keep your time. You are still in line.

# What somebody hears when a time frees.
offer-title = It can be earlier.
offer-until = We hold this time until { $until }.
offer-ask = Do you want this time?
offer-take = ✅ Yes, please
offer-decline = 👎 No, thanks
