import gzip
import io

import pytest

from archive_search.records import Article, Failure
from archive_search.sources.packed.budget import TOO_MUCH, Budget, PackedError, bound_stream, largest_member
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles


def test_a_stream_gives_what_its_budget_has_and_then_stops():
    budget = Budget(100_000)
    stream = bound_stream(io.BytesIO(bytes(200_000)), budget, path="a.gz")
    assert len(stream.read(50_000)) == 50_000
    with pytest.raises(PackedError):
        stream.read()
    assert budget.is_spent


def test_text_packed_as_it_is_packed_in_the_wild_passes():
    assert largest_member(1 << 30) > 100 << 30
    assert Budget.for_file(1 << 30).spend(100 << 30)


def test_a_compressed_file_stops_where_no_real_one_goes(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    blank_lines = gzip.compress((b" " * (1 << 20) + b"\n") * 4, compresslevel=9)
    # Members of gzip follow one another in one file.
    path.write_bytes(gzip.compress(b'{"text": "Il a plu."}\n') + blank_lines * 100)
    article, failure = read_articles(path, root=path, options=ReadOptions())
    assert isinstance(article, Article)
    assert failure == Failure(path=str(path), reason=TOO_MUCH)
