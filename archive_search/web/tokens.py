"""Let only our own pages change anything: a form must bring the secret of this run.

A page of another origin can send a form to us, but it cannot read the secret in ours.
"""

import hmac
from typing import Annotated

from fastapi import Depends, Form

from archive_search.web.failures import PageError
from archive_search.web.site import SiteHere


async def require_token(site: SiteHere, token: Annotated[str, Form(max_length=200)] = "") -> None:
    """Refuse a form that does not come from a page of this run.

    Raises:
        PageError: The secret is absent or that of another run.
    """
    if not hmac.compare_digest(token.encode(), site.token.encode()):
        raise PageError(403, "cette page date d'une autre session : rechargez-la, puis recommencez")


TokenRequired = Depends(require_token)
"""To be given to every route that changes something: ``dependencies=[TokenRequired]``."""
