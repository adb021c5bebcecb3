# Telefon, na który patrzą inni.
shared-why = Jeśli patrzy ktoś jeszcze, nie wysyłamy przypomnień.
shared-ask = Czy ktoś jeszcze patrzy na ten telefon?
shared-yes = 👀 Tak
shared-no = 👎 Nie
key-shared = 👀 Kto tu patrzy?
locked-ask = Który obrazek jest twój?
locked-wrong = To nie jest twój obrazek.
locked-enough = Za dużo prób. Spróbuj za godzinę.
