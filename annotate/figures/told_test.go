package figures_test

import "testing"

func TestTotalsToldBefore(t *testing.T) {
	check(t, "Three men were shot. Two of the men are in hospital and one was freed.", "Three men: injured 3 person",
		"Two of the men: injured 2 person of Three men", "one: released 1 person of Three men")
	check(t, "Five boats came near. Three of them turned.", "Five boats: other 5 boat", "Three of them: other 3 boat of Five boats")
	check(t, "They took 12 into custody. The arrested include 7 students.", "12: captured 12 person", "7 students: captured 7 person of 12")
	check(t, "Of the 40 hostages, 12 were freed.", "40 hostages: abducted 40 person", "12: released 12 person of 40 hostages")
	check(t, "It left 6 dead, including a child, and 25 injured.", "6 dead: killed 6 person", "a child: killed 1 person of 6 dead", "25 injured: injured 25 person")
}

func TestWithoutNoun(t *testing.T) {
	check(t, "There were 90 raids in May, compared with 60 in June.", "90 raids: attacks 90 attack", "60: attacks 60 attack")
	check(t, "Some 200 people fled and 90 were tortured.", "Some 200 people fled: displaced 200 person", "90: other 90 person")
	check(t, "They are holding three nurses hostage.", "three nurses hostage: abducted 3 person")
	check(t, "Two people are dead and three in hospital.", "Two people: killed 2 person", "three in hospital: injured 3 person")
	check(t, "The blaze killed a couple and their four children.", "a couple: killed 2 person", "four children: killed 4 person")
	check(t, "Two men whose names remain unreleased were arrested.", "Two men: captured 2 person")
	check(t, "A shot wounded an innocent 15-year-old boy.", "an innocent 15-year-old boy: injured 1 person")
	check(t, "Not a single teacher was killed.")
	check(t, "His wife shot him and then shot herself, John Smith said.", "him: injured 1 person", "herself: injured 1 person")
	check(t, "The dead were two nurses and a guard.", "two nurses: killed 2 person", "a guard: killed 1 person")
}

func TestTypes(t *testing.T) {
	check(t, "They found six AK - 47 rifles.", "six AK - 47 rifles: other 6 rifle")
	check(t, "They showed its 990 airliner.")
	check(t, "A father of two was killed.", "A father: killed 1 person")
	check(t, "They took 2m euros (£1.7m).", "2m euros: money 2000000 EUR", "£1.7m: money 1700000 GBP")
	check(t, "It ran 5m.")
	check(t, "Gunmen burned 45 buses.", "45 buses: destroyed 45 bus")
	check(t, "Two off-duty guards shot at some thieves.", "Two off-duty guards: other 2 person")
	check(t, "Two off-duty guards were killed.", "Two off-duty guards: killed 2 person")
	check(t, "Five trucks, most of which were new, were destroyed.", "Five trucks: destroyed 5 truck")
	check(t, "They have blown up 80 bridges.", "80 bridges: destroyed 80 bridge")
}
