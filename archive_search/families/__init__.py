"""Articles that are versions or reprints of one dispatch: pure functions over words and arrays."""
