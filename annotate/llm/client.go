package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"
)

// KeyVariable is the environment variable that holds the key of the service; it
// is sent to the service alone and written nowhere.
const KeyVariable = "ANNALS_MODEL_KEY"

const (
	attempts   = 3                      // requests for one piece of text
	firstPause = 500 * time.Millisecond // before the second; doubled before each that follows
	mostAnswer = 1 << 20                // bytes read of one answer
)

// client asks one endpoint.
type client struct {
	http                *http.Client
	address, host, name string
	key                 string
	pause               time.Duration
}

func newClient(e Endpoint) (*client, error) {
	u, err := url.Parse(e.URL)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New("model: the address is none of http or https; give one such as http://localhost:8080/v1")
	case u.User != nil:
		return nil, fmt.Errorf("model: the address holds a password; put the key into %s instead", KeyVariable)
	case e.Model == "":
		return nil, errors.New("model: no name; say which model of the endpoint to ask")
	}
	key := os.Getenv(KeyVariable)
	if key != "" && u.Scheme == "http" && !loopback(u.Hostname()) {
		return nil, fmt.Errorf("model: the key would go to %s in the clear; use https, or unset %s", u.Host, KeyVariable)
	}
	// No proxy and no redirect: the text goes to the host that is announced, or nowhere.
	return &client{address: u.JoinPath("chat", "completions").String(), host: u.Host, name: e.Model, key: key, pause: firstPause,
		http: &http.Client{Timeout: e.Timeout, Transport: &http.Transport{},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// ask sends a stretch of text and reads the proposals. Overload, faults of the
// service and lost connections are tried again; nothing else is.
func (c *client) ask(ctx context.Context, report string) (*answer, error) {
	body, err := json.Marshal(newRequest(c.name, report))
	if err != nil {
		return nil, c.fault(err)
	}
	pause := c.pause
	for n := 1; ; n++ {
		a, again, err := c.once(ctx, body)
		if err == nil {
			return a, nil
		}
		if !again || n == attempts || ctx.Err() != nil {
			return nil, c.fault(err)
		}
		select {
		case <-ctx.Done():
			return nil, c.fault(ctx.Err())
		case <-time.After(pause):
		}
		pause *= 2
	}
}

// once makes one request and says whether another may fare better.
func (c *client) once(ctx context.Context, body []byte) (a *answer, again bool, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address, bytes.NewReader(body))
	if err != nil {
		return nil, false, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "annals")
	if c.key != "" {
		req.Header.Set("Authorization", "Bearer "+c.key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, true, err
	}
	defer resp.Body.Close()
	if s := resp.StatusCode; s != http.StatusOK {
		return nil, s == http.StatusTooManyRequests || s >= 500, fmt.Errorf("it answers %d %s", s, http.StatusText(s))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, mostAnswer+1))
	if err != nil {
		return nil, true, err
	}
	if len(data) > mostAnswer {
		return nil, false, fmt.Errorf("its answer is longer than %d bytes", mostAnswer)
	}
	a, err = readAnswer(data)
	return a, false, err
}

// fault is an error as one line that names the service but not the full address
// or what was answered: either may hold what should not be logged.
func (c *client) fault(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
		if u.Timeout() {
			err = fmt.Errorf("no answer within %s", c.http.Timeout)
		}
	}
	return fmt.Errorf("model %s at %s: %w", c.name, c.host, err)
}
