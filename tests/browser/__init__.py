"""What a reader does in a real browser, and what the pages look like there."""
