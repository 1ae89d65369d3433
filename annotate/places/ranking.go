package places

// ranking holds the weights of the ranker, in log odds where nothing else is
// said. Set by hand, adjusted on the tuning parts of LGL and GeoVirus.
var ranking = struct {
	people                                float64 // per decimal digit of inhabitants
	country, admin1, admin2, region, spot float64
	capital, seat                         float64 // of its country, of its first-level area
	alternate                             float64 // for a name that is not the place's main one
	fits, fitsHalf                        float64 // the word beside the name says what it is
	held                                  float64 // the text puts it inside an area that holds it
	sameCountry, sameAdmin1               float64 // times the share of the story that lies there
	anyCountry, anyAdmin1                 float64 // something of the story lies there
	near, nearScale                       float64 // something of the story lies near; kilometres
	doubt                                 float64 // toponyms it takes to trust a share by half
	adjective                             float64 // weight of "Afghan" in a story against "Afghanistan"
	agree                                 float64 // the same name elsewhere in the story
	unlisted                              float64 // a place the gazetteer lacks, before its story is looked at
	scene, sceneDoubt                     float64 // share a story's area needs to hold unknown names
}{
	people: 1.0, country: 1.5, admin1: 0.2, admin2: -1.0, region: 4.5, spot: 0,
	capital: 1.5, seat: 0.4, alternate: -2.0,
	fits: 4, fitsHalf: 2,
	held: 8, sameCountry: 2.0, sameAdmin1: 3.0, anyCountry: 0.5, anyAdmin1: 1.0,
	near: 2.0, nearScale: 100, doubt: 1, adjective: 0.5, agree: 4,
	unlisted: 4.5, scene: 0.6, sceneDoubt: 0.5,
}
