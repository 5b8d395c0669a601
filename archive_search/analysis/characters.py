"""Name the characters that French press text uses for one purpose, whatever their shape.

Every constant is the inside of a regular-expression character class.
"""

APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u2032\uff07`\u00b4"
HYPHENS = "\\-\u2010\u2011"
# Soft hyphens and zero-width characters stand inside words of pasted web text; combining accents stand after
# their letter in decomposed (NFD) text. All belong to the word around them.
GLUE = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
LETTER = "[^\\W_]"
