"""The desktop: a local web application over one archive, for a reader in a browser and for programs that speak JSON.

Each folder here is a room: the pages of one subject, with the templates of the same name in ``templates``, its part of
the English catalogue in ``translations``, and where it has any its script in ``static``. Rooms do not know each other;
what they share stands beside them.
"""
