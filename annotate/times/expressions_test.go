package times

import (
	"fmt"
	"strings"
	"testing"
)

// check reads a text published on a day and compares its times, in order, with
// want: "words type value edtf".
func check(t *testing.T, published, source string, want ...string) {
	t.Helper()
	var got []string
	for _, x := range read(t, source, published) {
		got = append(got, fmt.Sprintf("%s %s %s %s", x.Text, x.Type, x.Value, x.EDTF))
	}
	if strings.Join(got, " | ") != strings.Join(want, " | ") {
		t.Errorf("%q, published %q\n got %q\nwant %q", source, published, got, want)
	}
}

func TestCalendarDates(t *testing.T) {
	check(t, "", "It took place on 26 August 2021.", "26 August 2021 DATE 2021-08-26 2021-08-26")
	check(t, "", "Wed, 07 Dec 2022", "Wed, 07 Dec 2022 DATE 2022-12-07 2022-12-07")
	check(t, "", "On Aug. 3rd, 2016, rebels attacked.", "Aug. 3rd, 2016 DATE 2016-08-03 2016-08-03")
	check(t, "", "founded in January 2015", "January 2015 DATE 2015-01 2015-01")
	check(t, "", "date 2021-08-27 What is it?", "2021-08-27 DATE 2021-08-27 2021-08-27")
	check(t, "", "killed on 26/08/2021 and 08/27/2021", "26/08/2021 DATE 2021-08-26 2021-08-26", "08/27/2021 DATE 2021-08-27 2021-08-27")
	check(t, "", "six attacks in 2016, 18 attacks in 2017 and 24 in 2018.", "2016 DATE 2016 2016", "2017 DATE 2017 2017", "2018 DATE 2018 2018")
	check(t, "", "on 12 Ramadan 1442", "12 Ramadan 1442 DATE 2021-04-24 2021-04-24~")
	check(t, "", "in the 1990s and the late 1970s", "the 1990s DATE 199X 199X", "the late 1970s DATE 197X 1977/1979")
	check(t, "", "in the 20th century", "the 20th century DATE 19 19XX")
	check(t, "2021-08-30", "in fiscal 2020", "fiscal 2020 DATE 2020 ")
	check(t, "", "the third quarter of 2020", "the third quarter of 2020 DATE 2020-Q3 2020-07/2020-09")
	check(t, "", "on 31 February 2021", "February 2021 DATE 2021-02 2021-02")
	check(t, "", "on August 26 they came", "August 26 DATE XXXX-08-26 XXXX-08-26")
}

func TestSeasonsAndParts(t *testing.T) {
	check(t, "2021-08-30", "setbacks that began in summer 2018.", "summer 2018 DATE 2018-SU 2018-22")
	check(t, "2021-08-30", "in late 2019 and early 2020", "late 2019 and early 2020 DURATION PXX 2019-10/2020-02",
		"late 2019 DATE 2019 2019-10/2019-12", "early 2020 DATE 2020 2020-01/2020-02")
	check(t, "2021-08-30", "between late 2019 and early 2020", "late 2019 and early 2020 DURATION PXX 2019-10/2020-02",
		"late 2019 DATE 2019 2019-10/2019-12", "early 2020 DATE 2020 2020-01/2020-02")
	check(t, "2021-08-30", "between May and July 2015", "May and July 2015 DURATION PXX 2015-05/2015-07", "May DATE 2015-05 2015-05", "July 2015 DATE 2015-07 2015-07")
	check(t, "2021-08-30", "since June 2020, and until 2018", "June 2020 DATE 2020-06 2020-06/..", "2018 DATE 2018 ../2018")
	check(t, "2021-08-30", "As of June 2020, however", "June 2020 DATE 2020-06 2020-06")
	check(t, "2021-08-30", "clashes since January 2017.", "January 2017 DATE 2017-01 2017-01/..")
	check(t, "2021-08-30", "losses during 2020 in Kunar", "2020 DATE 2020 2020")
	check(t, "2021-08-30", "last fall they may march in spring", "last fall DATE 2020-FA 2020-23", "spring DATE 2021-SP 2021-21")
	check(t, "2021-08-30", "Prices may fall, and they march on.")
}

func TestFromPublication(t *testing.T) {
	check(t, "2021-08-30", "Last Thursday, a bomber struck.", "Last Thursday DATE 2021-08-26 2021-08-26")
	check(t, "2021-08-30", "Later on Sunday, at least 10 people were killed.", "Sunday DATE 2021-08-29 2021-08-29")
	check(t, "2021-08-25", "Speaking to CNN on Sunday, he warned", "Sunday DATE 2021-08-22 2021-08-22")
	check(t, "2021-08-25", "They attacked before dawn on Sunday.", "dawn on Sunday TIME 2021-08-22TMO 2021-08-22")
	check(t, "2021-08-25", "Two died when rebels set off a mine on Sunday.", "Sunday DATE 2021-08-22 2021-08-22")
	check(t, "2021-08-25", "Ten men were killed on April 24 last year.", "April 24 last year DATE 2020-04-24 2020-04-24")
	check(t, "2021-08-25", "Talks will resume on Sunday.", "Sunday DATE 2021-08-29 2021-08-29")
	check(t, "2021-08-30", "the incidents of the past week", "the past week DURATION P1W 2021-08-23/2021-08-30")
	check(t, "2021-08-30", "over the past decade", "the past decade DURATION P10Y 2011/2021")
	check(t, "2021-08-30", "yesterday, last month and two years ago", "yesterday DATE 2021-08-29 2021-08-29", "last month DATE 2021-07 2021-07",
		"two years ago DATE 2019 2019")
	check(t, "2021-08-30", "last week", "last week DATE 2021-W34 2021-08-23/2021-08-29")
	check(t, "2021-08-30", "last night and overnight", "last night TIME 2021-08-29TNI 2021-08-29", "overnight TIME 2021-08-29TNI [2021-08-29,2021-08-30]")
	check(t, "2021-08-30", "in October he died", "October DATE 2020-10 2020-10")
	check(t, "2021-08-31", "last Monday and last Tuesday", "last Monday DATE 2021-08-23 2021-08-23", "last Tuesday DATE 2021-08-24 2021-08-24")
	check(t, "2021-08-30", "held at 3:48 a.m. this morning", "3:48 a.m. this morning TIME 2021-08-30T03:48 2021-08-30")
	check(t, "2021-08-30", "held at 11 p.m. last night", "11 p.m. last night TIME 2021-08-29T23:00 2021-08-29")
	check(t, "2021-08-30", "held at 1 a.m. last night", "1 a.m. last night TIME 2021-08-30T01:00 2021-08-30")
	check(t, "2021-08-30", "seen around 3:15 Sunday morning", "around 3:15 Sunday morning TIME 2021-08-29T03:15 2021-08-29~")
	check(t, "2021-08-30", "an overnight raid in Kunar Thursday", "overnight TIME 2021-08-25TNI [2021-08-25,2021-08-26]", "Thursday DATE 2021-08-26 2021-08-26")
	check(t, "2021-01-04", "on New Year's night", "New Year's night TIME 2021-01-01TNI 2021-01-01")
	check(t, "2021-08-30", "about two years ago", "about two years ago DATE 2019 2019~")
	check(t, "2021-08-30", "before 31 August", "31 August DATE 2021-08-31 ../2021-08-31")
	check(t, "2021-08-30", "at 5 p.m. on Thursday", "5 p.m. on Thursday TIME 2021-08-26T17:00 2021-08-26")
}

func TestPublicationUnknown(t *testing.T) {
	check(t, "", "yesterday and last Thursday and last month", "yesterday DATE XXXX-XX-XX ", "last Thursday DATE XXXX-WXX-4 ", "last month DATE XXXX-XX ")
	check(t, "", "two years ago", "two years ago DATE XXXX ")
	check(t, "XXXX-08-30", "yesterday and last month", "yesterday DATE XXXX-08-29 XXXX-08-29", "last month DATE XXXX-07 XXXX-07")
	check(t, "XXXX-08-30", "last Thursday and last year", "last Thursday DATE XXXX-WXX-4 ", "last year DATE XXXX ")
	check(t, "2021", "last year and yesterday", "last year DATE 2020 2020", "yesterday DATE XXXX-XX-XX ")
}

func TestFromTheStory(t *testing.T) {
	check(t, "2021-08-30", "It fell on 3 May 2015. Two weeks later it rose; that year 10 died.", "3 May 2015 DATE 2015-05-03 2015-05-03",
		"Two weeks later DATE 2015-W20 2015-05-11/2015-05-17", "that year DATE 2015 2015")
	check(t, "2021-08-30", "On 3 May 2015 he fled. The next day he was caught.", "3 May 2015 DATE 2015-05-03 2015-05-03", "The next day DATE 2015-05-04 2015-05-04")
	check(t, "2021-08-30", "Robbed Friday night, he called at about 1 a.m. for help.", "Friday night TIME 2021-08-27TNI 2021-08-27",
		"about 1 a.m. TIME 2021-08-28T01:00 2021-08-28~")
	check(t, "2021-08-30", "It fell on 3 May 2015; the guard left the night before.", "3 May 2015 DATE 2015-05-03 2015-05-03", "the night before TIME 2015-05-02TNI 2015-05-02")
	check(t, "2021-08-30", "killed Jan. 31, 2020. She saw it at 7 a.m. Jan. 31.", "Jan. 31, 2020 DATE 2020-01-31 2020-01-31", "7 a.m. Jan. 31 TIME 2020-01-31T07:00 2020-01-31")
	check(t, "2021-08-30", "two raids on the same day", "on the same day DATE XXXX-XX-XX ")
	check(t, "2021-08-30", "It came two weeks after the attack.", "two weeks DURATION P2W ")
	check(t, "2021-08-30", "Within its first three years, it struck.", "its first three years DURATION P3Y ")
}

func TestDurationsAndSets(t *testing.T) {
	check(t, "", "a two-year war, for 2 1/2 years, within hours", "two-year DURATION P2Y ", "2 1/2 years DURATION P2Y6M ", "hours DURATION PTXH ")
	check(t, "", "the 10-year-old boy, 45 years old")
	check(t, "", "every Friday, twice a week, daily", "every Friday SET XXXX-WXX-5 ", "twice a week SET P1W ", "daily SET P1D ")
	check(t, "", "two 16-year-olds, a man in his 30s or mid-30s")
	check(t, "2018-02-28", "Last night, at 2330 hours, it began.", "Last night TIME 2018-02-27TNI 2018-02-27", "2330 hours TIME 2018-02-27T23:30 2018-02-27")
	check(t, "2024-08-28", "They overran it before dawn on Monday, before Sunday.", "dawn on Monday TIME 2024-08-26TMO 2024-08-26", "Sunday DATE 2024-08-25 ../2024-08-25")
	check(t, "2024-08-28", "The Oct. 7 attack killed hundreds.", "Oct. 7 DATE 2023-10-07 2023-10-07")
	check(t, "1990-02-28", "It blew up yesterday at approximately 1100. Guards came shortly before 0230, before 2000.", "yesterday DATE 1990-02-27 1990-02-27", "approximately 1100 TIME 1990-02-27T11:00 1990-02-27~", "0230 TIME 1990-02-27T02:30 1990-02-27", "2000 DATE 2000 ../2000")
	check(t, "2018-02-28", "around 9:20 p.m. in the evening.", "around 9:20 p.m. TIME XXXX-XX-XXT21:20 ", "the evening TIME XXXX-XX-XXTEV ")
	check(t, "", "the decades-long war", "decades-long DURATION PXE ")
	check(t, "", "now, recently, in the future", "now DATE PRESENT_REF ", "recently DATE PAST_REF ", "the future DATE FUTURE_REF ")
}

func TestUpperCase(t *testing.T) {
	check(t, "1990-01-04", "BOGOTA, 3 JAN 90 (AFP) -- POLICE SAID LAST NIGHT THAT", "3 JAN 90 DATE 1990-01-03 1990-01-03", "LAST NIGHT TIME 1990-01-02TNI 1990-01-02")
	check(t, "1989-10-20", "KILLED ON 12 OCTOBER. YESTERDAY THEY MAY ATTACK.", "12 OCTOBER DATE 1989-10-12 1989-10-12", "YESTERDAY DATE 1989-10-19 1989-10-19")
	check(t, "", "ON 16 AUGUST 1989, AT 1800. AT 1600 GMT. 18 TO 50 YEARS OF AGE.", "16 AUGUST 1989 DATE 1989-08-16 1989-08-16",
		"1800 TIME 1989-08-16T18:00 1989-08-16", "1600 GMT TIME 1989-08-16T16:00 1989-08-16")
	check(t, "1990-01-04", "ON THE NIGHT OF 12 OCTOBER", "THE NIGHT OF 12 OCTOBER TIME 1989-10-12TNI 1989-10-12")
}

func TestNumbersAreNoYears(t *testing.T) {
	check(t, "", "over 1,400 of its fighters; 1500 to 2000 fighters; 2000 people; $2010; 1998 soldiers")
	check(t, "2021-08-30", "in the 1900 block of Elm Street; call 555-800-1913; see example.org/2021/08/29/raid")
}

func TestDateline(t *testing.T) {
	check(t, "", "KABUL, Afghanistan (Nov. 12, 2011)\nA force detained insurgents yesterday.", "Nov. 12, 2011 DATE 2011-11-12 2011-11-12",
		"yesterday DATE 2011-11-11 2011-11-11")
	check(t, "", "BOGOTA, 3 JAN 90 (AFP) -- POLICE SAID TODAY", "3 JAN 90 DATE 1990-01-03 1990-01-03", "TODAY DATE 1990-01-03 1990-01-03")
	check(t, "", "Joint Command 2011-01-S-055 For Release KABUL, Afghanistan (Jan. 8) - A force fought yesterday.", "Jan. 8 DATE 2011-01-08 2011-01-08",
		"yesterday DATE 2011-01-07 2011-01-07")
	check(t, "", "KABUL, Afghanistan (Jan. 8) - A force fought yesterday.", "Jan. 8 DATE XXXX-01-08 XXXX-01-08", "yesterday DATE XXXX-01-07 XXXX-01-07")
	check(t, "2021-08-30", "KABUL, August 29 (AP) - He died today.", "August 29 DATE 2021-08-29 2021-08-29", "today DATE 2021-08-29 2021-08-29")
	check(t, "2021-08-30", "The trial began in Kabul on Thursday (Aug. 26). He spoke today.", "Thursday DATE 2021-08-26 2021-08-26", "Aug. 26 DATE 2021-08-26 2021-08-26",
		"today DATE 2021-08-30 2021-08-30")
	check(t, "2021-08-30", "He was shot on 1 May 2015. Today he died.", "1 May 2015 DATE 2015-05-01 2015-05-01", "Today DATE 2021-08-30 2021-08-30")
}
