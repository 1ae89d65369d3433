package desk

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// keepFiles writes the files of a form into a fresh folder, each under a name of
// our own with the extension it came with: nothing of a name reaches a path.
func keepFiles(r *http.Request) (folder string, names []string, err error) {
	if folder, err = os.MkdirTemp("", "annals-add-*"); err != nil {
		return "", nil, err
	}
	var headers []*multipart.FileHeader
	if r.MultipartForm != nil {
		headers = r.MultipartForm.File["files"]
	}
	for _, h := range headers {
		if h.Size == 0 && h.Filename == "" {
			continue
		}
		if err := keepFile(filepath.Join(folder, fmt.Sprintf("%06d%s", len(names), extension(h.Filename))), h); err != nil {
			return folder, nil, errors.Join(err, os.RemoveAll(folder))
		}
		names = append(names, cleanName(h.Filename))
	}
	return folder, names, nil
}

func keepFile(path string, h *multipart.FileHeader) error {
	in, err := h.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// cleanName is the last part of a file's name, for people to read.
func cleanName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	name = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return -1
		}
		return c
	}, name[strings.LastIndexByte(name, '/')+1:])
	if name == "" || name == "." || name == ".." {
		return "file"
	}
	return clip(name, 120)
}

// extension is the end of a file's name that tells its kind: ".html.gz", ".txt".
func extension(name string) string {
	name = strings.ToLower(cleanName(name))
	out := ""
	for range 2 {
		ext := filepath.Ext(name)
		if len(ext) < 2 || len(ext) > 8 || strings.Trim(ext[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			break
		}
		out, name = ext+out, strings.TrimSuffix(name, ext)
		if ext != ".gz" && ext != ".zst" {
			break
		}
	}
	return out
}
