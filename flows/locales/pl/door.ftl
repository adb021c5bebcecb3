# Przy drzwiach, bez zapisu, i jak poszła rozmowa.
walk-in-key = ➕ Wejście bez zapisu
walk-in-who = Kto przyszedł bez zapisu?
topics-free-worker = My to tylko liczymy.
walk-in-topic = O czym była rozmowa?
walk-in-unknown = ➕ Nie wiem
note-walk-in = Gotowe. Policzone.

door-key = 🚪 Przy drzwiach
door-who = Dla kogo jest spotkanie?
door-times = Wybierz termin.
door-none = Nie ma wolnych terminów.
note-slip = Gotowe. Pokaż to albo zapisz na kartce.
note-again = Gotowe. Ta osoba dostanie wiadomość.

ended-title = Koniec twojego dyżuru.
ended-optional = Jak poszło? Możesz to pominąć.
ended-none = Nie było spotkań. Czy ktoś przyszedł bez zapisu?
ended-key-open = ◻️ { $clock } – { $code }
ended-key-done = ☑️ { $clock } – { $code }
ending-row = 🕐 { $clock } – { $code }
ending-came = Czy ta osoba przyszła?
ending-how = Co dalej?
ending-counted = My to tylko liczymy.
ending-told = To jest już policzone. Dziękujemy.
came-yes = ✅ Przyszła
came-no = ✖️ Nie przyszła
end-enough = 👍 To wystarczy
end-another = 🔁 Kolejna rozmowa
end-care_team = 👥 Zespół wsparcia
end-referral = ➡️ Pomoc poza szkołą
end-asked = Czy uczeń lub uczennica się zgadza?
end-law = Czy według prawa potrzebny jest rodzic? Zapytaj też rodzica.
end-passes-nothing = Bot nic nie przekazuje.
end-yes = ✅ Tak, jest zgoda
note-counted = Gotowe. Policzone.
