import pytest

from archive_search.analysis.data_files import read_data
from archive_search.analysis.name_keys import fold_name
from archive_search.analysis.romanisation import romanised_key

LISTS = ("latin_given_names.txt", "leading_family_names.txt", "romanised_given_names.txt")


def facts(file: str) -> list[str]:
    return [line for line in read_data(file).decode().splitlines() if not line.startswith("#")]


def test_only_the_end_of_a_name_loses_the_e_of_french_ine() -> None:
    assert romanised_key("poutine", ends_name=True) == romanised_key("putin", ends_name=True)
    assert romanised_key("poutine", ends_name=False) != romanised_key("putin", ends_name=False)


def test_a_single_syllable_of_chinese_keeps_its_letters() -> None:
    assert romanised_key("chen", ends_name=True) != romanised_key("shen", ends_name=True)


@pytest.mark.parametrize("file", LISTS)
def test_lists_of_names_are_sorted_and_folded_without_doubles(file: str) -> None:
    lines = facts(file)
    assert lines == sorted(set(lines))
    assert all(fold_name(line) == line for line in lines)


def test_a_form_is_of_one_given_name_only() -> None:
    forms = [form for line in facts("romanised_given_names.txt") for form in line.split()]
    assert len(forms) == len(set(forms))


def test_no_given_name_is_both_romanised_and_latin() -> None:
    romanised = {form for line in facts("romanised_given_names.txt") for form in line.split()}
    assert romanised.isdisjoint(facts("latin_given_names.txt"))
