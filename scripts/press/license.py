"""The license of text and figures, as everything that is handed on names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class License:
    """What a license is called, and where it is written."""

    name: str
    address: str


TEXT = License("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
