# Een telefoon waar anderen op kijken.
shared-why = Als iemand anders ook kijkt, sturen we geen herinneringen.
shared-ask = Kijkt er nog iemand op deze telefoon?
shared-yes = 👀 Ja
shared-no = 👎 Nee
key-shared = 👀 Wie kijkt mee?
locked-ask = Welk plaatje hoort bij jouw afspraak?
locked-wrong = Dat is niet jouw plaatje.
locked-enough = Je koos te vaak. Probeer het over een uur.
