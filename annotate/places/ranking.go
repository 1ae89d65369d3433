package places

// ranking holds the weights of the ranker, in log odds where nothing else is
// said. Set by hand, adjusted on the tuning parts of LGL and GeoVirus.
var ranking = struct {
	people                                float64 // per decimal digit of inhabitants
	country, admin1, admin2, region, spot float64
	capital, seat                         float64 // of its country, of its first-level area
	alternate                             float64 // for a name that is not the place's main one
	fits, fitsHalf                        float64 // the word beside the name says what it is
	namesake                              float64 // an area whose seat has its name
	held                                  float64 // the text puts it inside an area that holds it
	sameCountry, sameAdmin1               float64 // times the share of the story that lies there
	anyCountry, anyAdmin1                 float64 // something of the story lies there
	near, nearScale                       float64 // something of the story lies near; kilometres
	doubt                                 float64 // toponyms it takes to trust a share by half
	adjective                             float64 // weight of "Afghan" in a story against "Afghanistan"
	agree                                 float64 // the same name elsewhere in the story
	unlisted                              float64 // a place the gazetteer lacks, before its story is looked at
	scene, sceneDoubt                     float64 // share a story's area needs to hold unknown names
	homeland                              float64 // share a story's country needs for that
}{
	people: 0.7, country: 1.2, admin1: 0.8, admin2: -0.3, region: 3.8, spot: 0,
	capital: 2, seat: 0.3, alternate: -2.0,
	fits: 4.4, fitsHalf: 2,
	namesake: -2, held: 8, sameCountry: 2.2, sameAdmin1: 4.6, anyCountry: 0.4, anyAdmin1: 1.8,
	near: 1.7, nearScale: 120, doubt: 1, adjective: 0.35, agree: 5,
	unlisted: 4.5, scene: 0.4, sceneDoubt: 0.5, homeland: 0.6,
}
