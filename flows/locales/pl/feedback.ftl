# Jak było? Trzy buźki.
feedback-title = Krótkie pytanie
feedback-clear = Czy było jasne, jaka jest pomoc?
feedback-pleasant = Czy było miło?
feedback-choice = Czy wybór był dość duży?
feedback-home = Czy to pasuje do pomocy w domu?
feedback-school = Czy to pasuje do tego, co robi szkoła?
feedback-counted = My to tylko liczymy. Nie zapisujemy, kto odpowiada.
feedback-thanks = Dziękujemy. Odpowiedź jest policzona.
feedback-key = ⭐ Co myślisz?
smile-good = 🙂 Tak
smile-so_so = 😐 Trochę
smile-bad = 🙁 Nie
