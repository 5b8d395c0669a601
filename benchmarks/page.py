"""Fill a page with figures: what stands between two markers is replaced, the prose around them stays.

>>> fill_page("Fast.\\n<!-- figures: speed -->\\n<!-- end -->\\nVery.\\n", {"speed": "126 articles/s\\n"})
'Fast.\\n<!-- figures: speed -->\\n\\n126 articles/s\\n\\n<!-- end -->\\nVery.\\n'
"""

import re
from collections.abc import Mapping

MARKED = re.compile(r"(<!-- figures: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def fill_page(page: str, blocks: Mapping[str, str]) -> str:
    """Replace the figures of a page.

    Args:
        page: Markdown with a pair of markers for each block.
        blocks: Markdown by name, each ending in a line break.

    Returns:
        The page with the blocks in their places.

    Raises:
        ValueError: The page and the blocks do not have the same names.
    """
    places = {name for _begin, name, _end in MARKED.findall(page)}
    if places != set(blocks):
        odd = ", ".join(sorted(places ^ set(blocks)))
        raise ValueError(f"the page and the tables differ in {odd}")
    return MARKED.sub(lambda place: f"{place[1]}\n{blocks[place[2]]}\n{place[3]}", page)
