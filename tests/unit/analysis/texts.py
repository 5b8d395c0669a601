"""Random French-looking and hostile texts, on which the laws of the analysis are tried."""

from hypothesis import strategies as st

PIECES = (
    *("L'armée", "l’", "d'", "aujourd'hui", "O'Brien", "prud’hommes", "qu'", "'", "’"),
    *("S-300", "vice-président", "10 000", "3,5", "18/09/2015", "20h30", "-", "\u2011"),
    *("O.N.U.", "M.", "J.-C.", "etc.", "...", "?!", "…", "«", "»", '"', "(", ")"),
    *("cœur", "LATTAQUIE\u0301", "gou\u00adver", "\u200b", "été", "straße", "путин", "北京", "٣"),
    *(" ", " ", " ", "\u00a0", "\u202f", "\n", "\t", "\x00", "_", "@"),
)


def texts() -> st.SearchStrategy[str]:
    """Draw texts made of awkward pieces, and texts of any characters at all."""
    return st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.text(max_size=60))
