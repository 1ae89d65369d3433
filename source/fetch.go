package source

// address fetches and reads one page.
func (w *walker) address(url string) error {
	return w.fail(&Error{Code: Unsupported, Where: url})
}
