"""An extractor for a toy language, so that commands are tested without the language model.

A claim is a line such as ``KAZ CHN turnover 2024: $43.8 billion``; everything else says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.article import Article
from pipeline.claim import Claim, Evidence, claim_id
from pipeline.quantity import find_quantities

_LINE = re.compile(r"^([A-Z]{3}) ([A-Z]{3}|world) (\w+) (\d{4}): (.+)$", re.M)


def extract(articles: Iterable[Article], _settings: Any) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    for article in articles:
        yield article, tuple(_claims(article))


def _claims(article: Article) -> Iterator[Claim]:
    for line in _LINE.finditer(article.text):
        for figure in find_quantities(line[5]):
            start, end = line.start(5) + figure.start, line.start(5) + figure.end
            yield Claim(
                id=claim_id(article.name, start, end, figure.text),
                doc=article.name,
                start=start,
                end=end,
                text=figure.text,
                reporter=line[1],
                partner=line[2],
                flow=line[3],
                value=figure.value,
                unit=figure.unit,
                low=figure.low,
                high=figure.high,
                natural_low=figure.natural_low,
                natural_high=figure.natural_high,
                hedge=figure.hedge,
                period=line[4],
                evidence={"reporter": Evidence(start=line.start(1), end=line.end(1), rule="toy")},
            )
