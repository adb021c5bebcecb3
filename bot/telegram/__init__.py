"""The Telegram channel: updates in, messages out.

python-telegram-bot gives spans as `timedelta` when it is told so before it loads; untold, it
warns of it at every "too many requests".
"""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")
