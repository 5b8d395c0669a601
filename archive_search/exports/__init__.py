"""Write articles for other programs and for readers: references, spreadsheets, JSON, press reviews."""
