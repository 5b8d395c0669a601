"""Packages that seem to be installed, for tests."""

from pathlib import Path


def install(folder: Path, package: str, version: str) -> None:
    """Lay down what tells that a package of some version is installed, and nothing else."""
    information = folder / f"{package}-{version}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", "utf-8")
