package places

import "math"

// earthRadius is the mean radius of the Earth in kilometres.
const earthRadius = 6371.0

// Distance is the great-circle distance between two points given in degrees,
// in kilometres.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = math.Pi / 180
	a, b := math.Sin((lat2-lat1)*degree/2), math.Sin((lon2-lon1)*degree/2)
	h := a*a + math.Cos(lat1*degree)*math.Cos(lat2*degree)*b*b
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, h)))
}
