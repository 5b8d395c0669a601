"""French text to terms, with character offsets into the text as stored."""
