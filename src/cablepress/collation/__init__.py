"""A cable and the page it was transcribed from → every word in which they differ, at its place in both."""
