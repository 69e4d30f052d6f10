"""Web addresses: their parts, which of them are public, and what is none."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article.address import is_address, is_public, own_address, parse_address, tidy
from pipeline.article.media import served_as
from pipeline.errors import CorpusError

# --- what is public ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff0e::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_numbers(number: str, public: bool) -> None:
    assert is_public(number) is public


# --- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("HTTPS://Bugle.Example", "https://bugle.example/"),
        ("http://bugle.example:80/a?b=c&d=%20#e", "http://bugle.example/a?b=c&d=%20"),
        ("http://bugle.example:8080/ä ö?q=é", "http://bugle.example:8080/%C3%A4%20%C3%B6?q=%C3%A9"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[2606:4700::1111]:81/a", "http://[2606:4700::1111]:81/a"),
        ("http://bugle.example//a//b?", "http://bugle.example//a//b"),
    ],
)
def test_addresses_as_they_are_asked_for(typed: str, asked: str) -> None:
    assert is_address(typed)
    assert parse_address(typed).text == asked == tidy(typed)


PIECES = st.sampled_from(
    [
        *"aé:/@[]?#%\\ \t\n0.",
        "http://",
        "https://",
        "\udcff",
        "//",
        "xn--",
        "::1",
        "127.0.0.1",
        "localhost",
        "ü" * 70,
        "。",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=40)))
def test_any_text_is_an_address_or_said_to_be_none(text: str) -> None:
    for address in (text, f"http://{text}"):
        with contextlib.suppress(CorpusError):
            found = parse_address(address)
            assert parse_address(found.text) == found
            assert found.text.isascii()
        tidy(address)
        own_address(address, parse_address("https://bugle.example/a"))


@given(st.text(max_size=60))
def test_any_content_type_has_an_answer(text: str) -> None:
    with contextlib.suppress(CorpusError):
        served_as(parse_address("https://bugle.example/a"), text)


def test_own_addresses() -> None:
    here = parse_address("https://www.bugle.example/a?utm=1")
    assert own_address("https://bugle.example/a", here) == "https://bugle.example/a"
    assert own_address("/a", here) == "https://www.bugle.example/a"
    for said in (None, "", "https://other.example/a", "javascript:x", "http://[", "file:///a"):
        assert own_address(said, here) == here.text
