"""Know the names of the sections that newspapers print above a title.

>>> from archive_search.sources.passages.section_names import is_section_name
>>> is_section_name("ÉCONOMIE"), is_section_name("La paix est signée")
(True, False)
"""

from archive_search.sources.letters import plain_letters_of

LONGEST_SECTION = 30
_NAMES = """
    actualité, actualités, à la une, afrique, amériques, asie, cinéma, culture, débats, défense, disparition,
    disparitions, économie, éditorial, éducation, élections, emploi, enquête, entreprises, environnement, europe,
    faits divers, faits-divers, football, france, grand angle, horizons, idées, industrie, international, justice,
    livres, locale, médias, médecine, monde, le monde, musique, nécrologie, opinions, planète, police, politique,
    portrait, proche-orient, moyen-orient, rebonds, région, régions, reportage, rugby, santé, sciences, social, société,
    sport, sports, technologies, théâtre, transports, tribune, tribunes
"""
_KNOWN = frozenset(plain_letters_of(name) for name in _NAMES.split(","))


def is_section_name(text: str) -> bool:
    """Tell whether a line is the usual name of a section and nothing else."""
    return len(text) <= LONGEST_SECTION and plain_letters_of(text) in _KNOWN
