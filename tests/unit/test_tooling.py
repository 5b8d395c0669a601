"""The files that set the project up agree with one another."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LOCKS = sorted([ROOT / "requirements.lock", *ROOT.glob(".ci/*.lock")])
REQUIREMENTS = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["build-system"]["requires"],
]


def locked_versions(name: str) -> list[str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE)
    return [version for pinned, version in pins if pinned == canonicalize_name(name)]


@pytest.mark.parametrize("text", REQUIREMENTS)
def test_the_lock_satisfies_every_dependency(text: str) -> None:
    requirement = Requirement(text)
    versions = locked_versions(requirement.name)
    assert versions
    assert all(version in requirement.specifier for version in versions)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_package_index(lock: Path) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links", lock.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^\S+==", text, re.MULTILINE)
    hashed = re.findall(r"^\S+==.*\\\n +--hash=", text, re.MULTILINE)
    assert 0 < len(pinned) == len(hashed)


def test_every_target_for_people_is_described() -> None:
    phony = re.search(r"^\.PHONY: (help .*)$", MAKEFILE, re.MULTILINE)
    described = re.findall(r"^([a-z-]+):.*## \S", MAKEFILE, re.MULTILINE)
    assert phony
    assert sorted(phony[1].split()) == sorted(described)


@pytest.mark.parametrize("page", ["README.md", ".ci/run"])
def test_a_page_names_only_targets_that_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"(?:^\s*|`)(?:make|step) ([a-z][a-z-]*)", text, re.MULTILINE)
    assert named
    assert set(named) <= set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
