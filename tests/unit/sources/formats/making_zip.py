"""Make small zip files, in the order of their parts, as word processors and publishers do."""

import io
from zipfile import ZIP_DEFLATED, ZipFile


def make_zip(parts):
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()
