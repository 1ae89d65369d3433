package places

import (
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"github.com/annals-project/annals"
)

// document is a text with the places marked in it.
type document struct {
	id       string
	text     string
	toponyms []toponym
}

// toponym is a marked place: bytes of the text, and a point where it is known.
type toponym struct {
	annals.Span
	lat, lon float64
	located  bool
	feature  string // GeoNames feature code; "" unknown
}

// corpus is a set of marked texts and how it marks.
type corpus struct {
	name       string
	file       string
	adjectives bool // "Afghan" is marked
	close      [3]float64
	goal       [3]float64 // recognition, within 161 km over all, the same given spans
	read       func([]byte) ([]document, error)
}

var corpora = []corpus{
	{"LGL", "lgl.xml", true, [3]float64{70, 45, 60}, [3]float64{84, 68, 78}, readLGL},
	{"GeoVirus", "GeoVirus.xml", false, [3]float64{70, 60, 74}, [3]float64{84, 78, 84}, readGeoVirus},
}

// load reads a corpus from the folder that holds data/.
func (c *corpus) load(folder string) ([]document, error) {
	path := filepath.Join(folder, "data", "geoparsing", c.file)
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("places: %w; give the folder that holds data/geoparsing", err)
	}
	documents, err := c.read(content)
	if err != nil {
		return nil, fmt.Errorf("places: %s: %w", path, err)
	}
	return documents, nil
}

// tuning says that a document belongs to the half that thresholds and weights
// may be chosen on. The other half is held out.
func tuning(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%2 == 0
}

func readLGL(content []byte) ([]document, error) {
	var file struct {
		Articles []struct {
			ID       string `xml:"docid,attr"`
			Text     string `xml:"text"`
			Toponyms []struct {
				Start int    `xml:"start"`
				End   int    `xml:"end"`
				Name  string `xml:"phrase"`
				Tag   *struct {
					Lat  float64 `xml:"lat"`
					Lon  float64 `xml:"lon"`
					Code string  `xml:"fcode"`
				} `xml:"gaztag"`
			} `xml:"toponyms>toponym"`
		} `xml:"article"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return nil, err
	}
	var out []document
	for _, a := range file.Articles {
		d := document{id: a.ID, text: a.Text}
		offsets := byteOffsets(a.Text)
		for _, t := range a.Toponyms {
			span, ok := locate(a.Text, offsets, t.Start, t.Name)
			if !ok {
				continue
			}
			g := toponym{Span: span}
			if t.Tag != nil {
				g.lat, g.lon, g.located, g.feature = t.Tag.Lat, t.Tag.Lon, true, t.Tag.Code
			}
			d.toponyms = append(d.toponyms, g)
		}
		out = append(out, d.sorted())
	}
	return out, nil
}

func readGeoVirus(content []byte) ([]document, error) {
	var file struct {
		Articles []struct {
			Source    string `xml:"source"`
			Text      string `xml:"text"`
			Locations []struct {
				Name  string  `xml:"name"`
				Start int     `xml:"start"`
				Lat   float64 `xml:"lat"`
				Lon   float64 `xml:"lon"`
			} `xml:"locations>location"`
		} `xml:"article"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return nil, err
	}
	var out []document
	for _, a := range file.Articles {
		d := document{id: a.Source, text: a.Text}
		offsets := byteOffsets(a.Text)
		for _, l := range a.Locations {
			if span, ok := locate(a.Text, offsets, l.Start, l.Name); ok {
				d.toponyms = append(d.toponyms, toponym{Span: span, lat: l.Lat, lon: l.Lon, located: true})
			}
		}
		out = append(out, d.sorted())
	}
	return out, nil
}

// byteOffsets are where the code points of a text start, and its length.
func byteOffsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// slack is how many bytes a mark may lie beside its name in the text: the two
// corpora count from 0 and from 1, and some counts ran over other white space.
const slack = 12

// locate is where a name stands nearest to code point start.
func locate(text string, offsets []int, start int, name string) (annals.Span, bool) {
	if start < 0 || start >= len(offsets) || name == "" {
		return annals.Span{}, false
	}
	at := offsets[start]
	for d := range slack {
		for _, from := range [2]int{at - d, at + d} {
			if from >= 0 && from <= len(text) && strings.HasPrefix(text[from:], name) {
				return annals.Span{Start: from, End: from + len(name)}, true
			}
		}
	}
	return annals.Span{}, false
}
