package desk

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// What is served; the sources of the pictures stand beside it and are not.
//
//go:embed assets/*.* assets/plain assets/islands
var assetFiles embed.FS

// assetTypes are what is served, by extension: nothing else that may lie in the
// folder is.
var assetTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".geojson": "application/geo+json", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2",
	".pbf": "application/x-protobuf", ".pmtiles": "application/octet-stream"}

// assetsHandler serves the embedded files, each under its hash as ETag.
func assetsHandler() http.HandlerFunc {
	tags := map[string]string{}
	_ = fs.WalkDir(assetFiles, "assets", func(name string, entry fs.DirEntry, err error) error { // embedded files can be read
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := assetFiles.ReadFile(name)
		if err == nil {
			sum := sha256.Sum256(body)
			tags[name] = `"` + hex.EncodeToString(sum[:8]) + `"`
		}
		return err
	})
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		kind, allowed := assetTypes[path.Ext(name)]
		tag, found := tags[name]
		if !allowed || !found {
			http.NotFound(w, r)
			return
		}
		f, err := assetFiles.Open(name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer f.Close()
		w.Header().Set("Content-Type", kind)
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		seeker, ok := f.(interface {
			fs.File
			Seek(offset int64, whence int) (int64, error)
		})
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, seeker)
	}
}
