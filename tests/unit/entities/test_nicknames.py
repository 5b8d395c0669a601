from archive_search.analysis.name_keys import fold_name
from archive_search.entities.known_spellings import read_lines
from archive_search.entities.nicknames import given_names_of


def test_a_nickname_stands_for_its_given_name() -> None:
    assert given_names_of("ash") == ("ashton",)


def test_a_given_name_is_no_nickname() -> None:
    assert given_names_of("ashton") == ()


def test_a_nickname_of_several_names_is_left_out() -> None:
    assert given_names_of("alex") == ()


def test_the_list_is_sorted_and_folded_without_doubles() -> None:
    lines = list(read_lines("nicknames.txt"))
    nicknames = [line.partition(": ")[0] for line in lines]
    assert nicknames == sorted(set(nicknames))
    assert all(fold_name(name) == name for nickname in nicknames for name in (nickname, *given_names_of(nickname)))


def test_no_nickname_stands_for_a_nickname() -> None:
    nicknames = {line.partition(": ")[0] for line in read_lines("nicknames.txt")}
    assert nicknames.isdisjoint(name for nickname in nicknames for name in given_names_of(nickname))
