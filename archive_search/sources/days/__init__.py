"""Days and times as the press prints them, and which of them is the day of an article."""
