"""Shape of the JSON that tells why a request cannot be answered."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class ErrorShape(BaseModel):
    """Why there is no answer: a French sentence, the character of the query at fault, from 0, and an identifier."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1]
    error: str
    position: int | None
    identifier: str
