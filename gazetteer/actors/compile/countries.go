package compile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const countriesHeader = `# Countries: ISO 3166-1 alpha-2, English names parted by "|", demonyms parted by "|".
# Names from GeoNames (geonames.org, CC BY 4.0). Demonyms from CountryInfo,
# (c) Philip Schrodt, CC BY-SA 3.0: this file as a whole is offered under
# CC BY-SA 3.0. Made by gazetteer/actors/compile; do not edit.
`

// adjectives that are written without a regular ending, or name more than the
// dictionary does.
var demonyms = map[string]string{
	"US": "american|americans", "GB": "british|briton|britons|english|scottish|welsh", "FR": "french", "NL": "dutch", "DE": "german|germans",
	"AF": "afghan|afghans", "IL": "israeli|israelis", "PS": "palestinian|palestinians", "TR": "turkish|turk|turks",
	"ES": "spanish|spaniard|spaniards", "PH": "filipino|filipinos|philippine", "DK": "danish|dane|danes", "SE": "swedish|swede|swedes",
	"FI": "finnish|finn|finns", "PL": "polish|pole|poles", "CH": "swiss", "IE": "irish", "GR": "greek|greeks", "CZ": "czech|czechs",
	"RU": "russian|russians", "UA": "ukrainian|ukrainians", "IQ": "iraqi|iraqis", "SY": "syrian|syrians", "PT": "portuguese", "IS": "icelandic",
	"TH": "thai|thais", "NZ": "new zealander|new zealanders", "AR": "argentine|argentinian|argentines", "KW": "kuwaiti", "BE": "belgian", "CN": "chinese", "JP": "japanese", "KP": "north korean", "KR": "south korean", "CI": "ivorian", "LS": "basotho", "BW": "batswana", "NO": "norwegian|norwegians", "RS": "serbian|serb|serbs", "HR": "croatian|croat|croats", "BA": "bosnian|bosnians", "UZ": "uzbek|uzbeks", "TJ": "tajik|tajiks", "KZ": "kazakh|kazakhs", "TM": "turkmen", "MM": "burmese",
}

// shortNames are common short forms of country names.
var shortNames = map[string]string{
	"US": "us|usa|america|united states of america|u.s", "GB": "uk|britain|great britain|england|scotland|wales|northern ireland",
	"AE": "uae|emirates", "KP": "north korea", "KR": "south korea", "CD": "drc|dr congo|congo", "CI": "ivory coast|cote d'ivoire", "CZ": "czech republic",
	"MM": "burma|myanmar", "SY": "syria", "RU": "russia", "IR": "iran", "VA": "vatican|holy see", "PS": "palestine|palestinian territories",
	"TW": "taiwan", "LA": "laos", "VN": "vietnam", "TZ": "tanzania", "MK": "macedonia|north macedonia", "TL": "east timor", "SZ": "eswatini|swaziland",
}

func writeCountries(dataDir, _, outDir string) error {
	names := map[string][]string{}
	add := func(into map[string][]string, code, name string) {
		name = tidy(name)
		if name != "" && !slices.Contains(into[code], name) {
			into[code] = append(into[code], name)
		}
	}
	var codes []string
	err := eachRow(filepath.Join(dataDir, "gazetteer", "geonames_countries.tsv.gz"), func(f []string) {
		codes = append(codes, f[0])
		add(names, f[0], f[4])
	})
	if err != nil {
		return err
	}
	err = eachRow(filepath.Join(dataDir, "gazetteer", "geonames_country_names.tsv.gz"), func(f []string) {
		if f[2] == "en" && len(f[3]) > 3 {
			add(names, f[1], f[3])
		}
	})
	if err != nil {
		return err
	}
	people, err := readDemonyms(filepath.Join(dataDir, "events", "countryinfo", "CountryInfo.120116.txt"))
	if err != nil {
		return err
	}
	for code, list := range shortNames {
		for n := range strings.SplitSeq(list, "|") {
			add(names, code, n)
		}
	}
	for code, list := range demonyms {
		for n := range strings.SplitSeq(list, "|") {
			add(people, code, n)
		}
	}
	slices.Sort(codes)
	var out strings.Builder
	out.WriteString(countriesHeader)
	for _, c := range codes {
		fmt.Fprintf(&out, "%s\t%s\t%s\n", c, strings.Join(names[c], "|"), strings.Join(people[c], "|"))
	}
	return os.WriteFile(filepath.Join(outDir, "countries.tsv"), []byte(out.String()), 0o644)
}

// adjectiveEndings are the regular endings of demonyms; CountryInfo lists them
// among misspelt and foreign country names.
var adjectiveEndings = []string{"an", "ian", "ese", "ish", "i", "ean", "ic"}

// readDemonyms takes the adjectives out of CountryInfo's <Nationality> fields:
// the first entry of each, and others with a regular ending and one word.
func readDemonyms(path string) (map[string][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	code, inside, first := "", false, false
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if v, ok := strings.CutPrefix(line, "<ISO3166-alpha2>"); ok {
			code = strings.TrimSuffix(v, "</ISO3166-alpha2>")
			continue
		}
		switch {
		case line == "<Nationality>":
			inside, first = true, true
		case strings.HasPrefix(line, "</Nationality>"):
			inside = false
		case inside && code != "":
			n := tidy(line)
			if first && ends(n) {
				out[code] = append(out[code], n)
				if plural := n + "s"; !strings.HasSuffix(n, "ese") && !strings.HasSuffix(n, "ish") {
					out[code] = append(out[code], plural)
				}
			}
			first = false
		}
	}
	return out, nil
}

func ends(n string) bool {
	for _, e := range adjectiveEndings {
		if strings.HasSuffix(n, e) && len(n) > len(e)+1 {
			return true
		}
	}
	return false
}
