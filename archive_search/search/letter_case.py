"""Write a form of the archive, which has no capitals, as the reader writes."""


def write_like(form: str, typed: str) -> str:
    """Give a form the capitals of what was typed.

    >>> write_like("lattaquié", "Latak"), write_like("otan", "OT"), write_like("base", "ba")
    ('Lattaquié', 'OTAN', 'base')
    """
    if len(typed) > 1 and typed.isupper():
        return form.upper()
    return form[:1].upper() + form[1:] if typed[:1].isupper() else form
