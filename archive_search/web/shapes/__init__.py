"""Shapes of the JSON that the desktop gives, for its OpenAPI document: one module a room."""
