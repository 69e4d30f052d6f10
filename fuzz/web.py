"""What a web server says besides a page: where it sends us on to, what it calls what it serves, where the page is."""

from __future__ import annotations

from contextlib import suppress

from pipeline.errors import CorpusError


def served(data: bytes) -> None:
    """Lines of an answer: a redirect, a ``Content-Type``, an address that the page gives as its own; then the page."""
    from pipeline.article import Source
    from pipeline.article.address import is_public_name, own_address, parse_address, tidy
    from pipeline.article.fetch import _next
    from pipeline.article.media import served_as
    from pipeline.article.reading import read_bytes

    lines = [line.decode("latin-1") for line in data.split(b"\n", 3)]
    moved, kind, own = (lines + [""] * 3)[:3]
    home = parse_address("https://news.a.example/x?y=1")
    with suppress(CorpusError):
        found = _next(home, moved)
        assert found.scheme == "https", found
        assert parse_address(found.text).host == found.host, found
        assert not set(found.text) & set(" \r\n\t"), found
        is_public_name(found.host)
    assert parse_address(own_address(own, home)).outlet == home.outlet
    tidy(moved)
    with suppress(CorpusError):
        source = Source(path=home.text, name=home.text, served=served_as(home, kind))
        read_bytes(source, data.split(b"\n", 3)[-1])
