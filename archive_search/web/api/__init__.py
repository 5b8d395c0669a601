"""What programs are told of the JSON of the desktop: its OpenAPI document, and a page made from it."""
