"""Pages as they were collected: WARC and WACZ."""
