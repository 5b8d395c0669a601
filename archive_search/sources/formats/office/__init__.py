"""Documents of word processors, and EPUB."""
