"""The words of invented telegrams: who there is, where they meet, what they say.

A sentence has slots in braces; `prose.py` fills them with marked-up names, dates and sums.
"""

FORENAMES = (
    *("Ada", "Bela", "Cato", "Dora", "Edda", "Faro", "Gita", "Hal", "Ilka", "Jory", "Kaya", "Lior", "Mara", "Nils"),
    *("Odo", "Pia", "Quill", "Rhea", "Sami", "Tove", "Ugo", "Vera", "Wim", "Xenia", "Yuri", "Zora"),
)
SURNAMES = (
    *("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Firth", "Gorse", "Hazel", "Ivory", "Juniper", "Kestrel", "Larch"),
    *("Maple", "Nettle", "Oakley", "Poplar", "Quince", "Rowan", "Sorrel", "Thistle", "Umber", "Vetch", "Willow"),
    *("Yarrow", "Zinnia", "Aster", "Bramble", "Clover", "Damson", "Fennel"),
)
# Each at most once among those who take part in a meeting, so that an office can be a speaker's label
OFFICES = (
    *("Prime Minister", "Foreign Minister", "Trade Minister", "Finance Minister", "Vice Minister", "Counsellor"),
    *("Chief Negotiator", "Deputy Director", "Ambassador", "Special Envoy", "Secretary", "Harbour Commissioner"),
)
COUNTRIES = ("Norland", "Southmark", "Estria", "Westonia")
FIRST_SYLLABLES = (
    "Ash",
    "Black",
    "Cold",
    "Deep",
    "East",
    "Fair",
    "Green",
    "High",
    "Iron",
    "King",
    "Long",
    "New",
    "Old",
)
LAST_SYLLABLES = ("bridge", "cliff", "dale", "ferry", "ford", "gate", "haven", "mouth", "port", "stead", "well", "wick")
ORGANISATIONS = (
    *("Railways", "Shipyards", "Grain Board", "Customs Office", "Steel Works", "Fisheries", "Savings Bank", "Mills"),
    *("Telephone Company", "Insurance Union", "Chamber of Trade", "Road Office"),
)
MARKINGS = {
    "classification": ("Confidential", "Secret", "Top Secret"),
    "precedence": ("Routine", "Urgent", "Top Urgent"),
    "handling": ("Limited Distribution", "Addressee Only"),
}
SUBJECTS = (
    *("Grain Tariffs", "Port Dues", "the Northern Railway", "Fishing Limits", "Parts for Looms", "the Price of Tin"),
    *("Customs Forms", "the Harbour Loan", "Insurance of Ships", "the Steel Quota", "Mail by Air", "the Timber Trade"),
)
PLAIN = (
    "We have looked at the figures again, and they say what they said in the spring, neither better nor worse.",
    "My government cannot go further than this without asking parliament, which does not meet before the summer.",
    "I would like the officials of both sides to meet again before the end of the month and to finish their list.",
    "If the talks stop now, nobody will know how to begin them again, and each side will say that the other left.",
    "There is no quarrel about the aim, only about the way that leads to it and about who is to go first.",
    "The newspapers of both countries will read more into a number than we mean by it, as they have done before.",
    "Trade in these goods has grown every year, but not evenly, and the small ports have had nothing of it.",
    "A promise that cannot be measured is soon forgotten, and a measure that cannot be kept is worse than none.",
    "We ask for patience, since the law was changed only a short time ago and the courts have not yet spoken.",
    "Neither side gains anything by waiting, and both may lose a good deal if the harvest is poor again.",
    "The rules are the same for all who apply, wherever their goods were made, and nobody is asked where he was born.",
    "I take note of that, and will report it word for word; an answer may take a week.",
    "It is not the tariff that keeps your goods out but the forms, and about the forms we can talk at any time.",
    "Last year the same question was put in other words, and the answer was given in the same words as today.",
    "Whoever builds a road must also keep it, and that is a cost which does not appear in any of these tables.",
    "On this point our positions are still far apart, and I do not wish to hide it from the press or from you.",
    "If both of us say the same thing at home, then both of us can do what we have said, and not otherwise.",
    "The experts have gone through every line of the draft and have left four of them open for us to decide.",
    "What is fair between neighbours need not be written down, but between governments it had better be.",
    "I cannot speak for the provinces, which have a law of their own and hold to it more firmly than we do to ours.",
    "We should not begin with the hardest question, nor should we pretend that it will be gone when we reach it.",
    "A longer term would help the banks, a shorter one the farmers, and we have more farmers than banks.",
    "The winter was mild, the rivers stayed open, and so the goods that were late in the autumn were early in March.",
    "Nobody in this room wants a quarrel, but there are people outside it who would not mind one.",
)
SLOTTED = (
    "{person} told me last week that {org} is ready to open its books to anybody who asks.",
    "As the {office} has said, the matter was settled in principle on {date}.",
    "The loan of {sum} was meant for {org}, and half of it has not been touched.",
    "Since {year} the share of foreign firms has risen to {share}, which is more than {person} expected.",
    "I hear from {place} that the ships are waiting and that {org} has no berths for them.",
    "In {telegram} we reported that {org} would rather pay than wait.",
    "The duty of {share} brings in {sum} a year, and no minister of finance would give that up.",
    "It was the {office} who first asked for {sum}, and it is {person} who now asks for more.",
)
SENTENCES = PLAIN + SLOTTED
REDACTED = (
    ("name", 1, "name blacked out", "I was told so in confidence by {gap}, who was in the room."),
    ("place", 1, "place blacked out", "The paper was handed over at {gap} and has been copied since."),
    ("line", 2, "two lines blacked out", "On this he added the following: {gap}."),
    ("amount", 1, "amount blacked out", "The offer on the table is now {gap} and may yet rise."),
)
REMARKS = (
    "Thus in the translation. The cable does not say what the sum measures, and the editors leave it as it stands.",
    "The meeting is known from this telegram only.",
    "The sentence breaks off in the translation; nothing is said to be missing.",
)
