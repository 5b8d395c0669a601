"""Names in the text of an archive: recognised, corrected by rules, and resolved to persons, places, organisations."""
