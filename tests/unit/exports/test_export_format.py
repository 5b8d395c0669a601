import pytest

from archive_search.exports.export_format import ExportFormat, format_of_file


@pytest.mark.parametrize("output_format", ExportFormat, ids=str)
def test_the_suffix_of_a_format_names_it(output_format: ExportFormat) -> None:
    assert format_of_file(f"revue{output_format.suffix}") is output_format


@pytest.mark.parametrize("output_format", ExportFormat, ids=str)
def test_a_format_has_a_media_type(output_format: ExportFormat) -> None:
    assert "/" in output_format.media_type


@pytest.mark.parametrize("name", ["revue", "revue.txt", "csv", "-", "", "revue.csv/dossier"])
def test_another_name_tells_no_format(name: str) -> None:
    assert format_of_file(name) is None
