"""Write which documents of a segment a generation knows as deleted."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from archive_search.indexing.packing import narrow
from archive_search.indexing.sections import SectionWriter


def write_deleted(path: Path, documents: NDArray[np.int64]) -> None:
    """Write the numbers of deleted documents, in order, as the one section ``deleted`` of a file."""
    with path.open("wb") as file:
        writer = SectionWriter(file)
        writer.add("deleted", narrow(documents))
        writer.finish({})
