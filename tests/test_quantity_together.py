"""Figures that stand together: what they lend each other, which make one range, which count something else."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.quantity import Quantity, find_quantities

SENTENCES = sorted((Path(__file__).parent / "tables").glob("figures_*.csv"))
"""Short sentences with what their figures are: value, unit (+ where a neighbour lends it), interval, hedge."""

# What several figures of one text give: figure, value, unit, and whether the unit is carried.
TOGETHER = {
    "carried forward with its scale": (
        "Sales were $2.837 billion against 3.065.",
        "$2.837 billion 2837000000 USD; 3.065 3065000000 USD +",
    ),
    "carried to a spelled number": (
        "It sold $2.3 billion against two billion.",
        "$2.3 billion 2300000000 USD; two billion 2000000000 USD +",
    ),
    "carried back": ("up 5.1 and 6.2 percent", "5.1 5.1 percent +; 6.2 percent 6.2 percent"),
    "carried back along a list": (
        "of 10.7, 8.2 and 3.1 per cent",
        "10.7 10.7 percent +; 8.2 8.2 percent +; 3.1 per cent 3.1 percent",
    ),
    "scale carried back along a list": (
        "$1.2, $3.4 and $5.6 billion",
        "$1.2 1200000000 USD; $3.4 3400000000 USD; $5.6 billion 5600000000 USD",
    ),
    "unit carried back": (
        "deficits at 2.09 billion and 1.722 billion dlrs",
        "2.09 billion 2090000000 USD +; 1.722 billion dlrs 1722000000 USD",
    ),
    "from and to are two figures": ("from 14 to 24 percent", "14 14 percent +; 24 percent 24 percent"),
    "from and to with units are two": (
        "from $3 billion to $4 billion",
        "$3 billion 3000000000 USD; $4 billion 4000000000 USD",
    ),
    "a change and a level": ("fell $3 billion to $4 billion", "$3 billion 3000000000 USD; $4 billion 4000000000 USD"),
    "unit from earlier in the paragraph": (
        "Imports of 12.78 million tons in March fell to 9.79 million in June.",
        "12.78 million tons 12780000 t; 9.79 million 9790000 t +",
    ),
    "a conversion": (
        "834 billion baht (US$23.3 billion)",
        "834 billion baht 834000000000 THB; US$23.3 billion 23300000000 USD",
    ),
    "a percent and a level": ("up 5% to $4.3bn", "5% 5 percent; $4.3bn 4300000000 USD"),
    "from and to with a signed range": ("−5% to −3%", "5% -5 percent; 3% -3 percent"),
    "the last of two thirds": ("12 percent and 14", "12 percent 12 percent; 14 14 percent +"),
    "a scale carried back to one": ("$5 and $6 million", "$5 5000000 USD; $6 million 6000000 USD"),
    "no scale carried back to so small a figure": (
        "$2 and $2,500 million",
        "$2 2 USD; $2,500 million 2500000000 USD",
    ),
    "a scale and a unit carried back": (
        "2.4 and 2.8 million tonnes",
        "2.4 2400000 t +; 2.8 million tonnes 2800000 t",
    ),
    "percent and points": (
        "5.1% and 6.2 percentage points",
        "5.1% 5.1 percent; 6.2 percentage points 6.2 percentage-point",
    ),
    "two of one scale joined by a word": (
        "1 billion and 200 million euros",
        "1 billion 1000000000 EUR +; 200 million euros 200000000 EUR",
    ),
    "nine digits are still an amount": (
        "123456789 against 223456789 dollars",
        "123456789 123456789 USD +; 223456789 dollars 223456789 USD",
    ),
    "ten are a code": ("1234567890 against 2234567890 dollars", "2234567890 dollars 2234567890 USD"),
    "a letter for a scale near an amount": ("5m or 6 tonnes", "5m 5000000 t +; 6 tonnes 6 t"),
    "a letter is no scale beside a weight that prints none": (
        "It bought 5 million tonnes for 3.7b",
        "5 million tonnes 5000000 t",
    ),
    "nor far from an amount": (
        "It paid $5 billion. When all had been counted by the offices of the ministry in the capital, and the figures "
        "had gone out to whoever asked for them, it was 3.7b.",
        "$5 billion 5000000000 USD",
    ),
    "a filler joins figures only behind a word": ("5.1, just 6.2 percent", "6.2 percent 6.2 percent"),
    "a letter for a scale is of no percentage": ("5m and 6 percent", "6 percent 6 percent"),
    "a range whose upper end is misprinted is none": (
        "$3-1o.6 billion",
        "$3 3 USD; 1o.6 billion 10600000000 USD +",
    ),
    "a unit is lent over some sentences": (
        f"$5 billion{' x' * 190} 3 billion",
        "$5 billion 5000000000 USD; 3 billion 3000000000 USD +",
    ),
    "and no farther": (f"$5 billion{' x' * 200} 3 billion", "$5 billion 5000000000 USD; 3 billion 3000000000 None"),
    "no unit for a year": ("$5.2bn in 2023 and 2024", "$5.2bn 5200000000 USD"),
    "no unit for a date": ("rose 5.5 percent from June 16", "5.5 percent 5.5 percent"),
    "no unit for a count": ("18,000, or 2.4 percent", "2.4 percent 2.4 percent"),
    "no unit for the end of a season": ("in 2021-22, around 4 percent", "4 percent 4 percent"),
    "no unit across paragraphs": (
        "$5.2 billion.\n\n3.1 billion in all.",
        "$5.2 billion 5200000000 USD; 3.1 billion 3100000000 None",
    ),
    "numbers that do not follow each other are two": (
        "one or three percent",
        "one 1 percent +; three percent 3 percent",
    ),
    "nor those that go down": ("5 or 4 percent", "5 5 percent +; 4 percent 4 percent"),
    "a year before a measure": ("In 2024 60-kg crates were used.", "60-kg 60 kg"),
    "no scale for thousands": (
        "Sales were $2.8 billion against 3000.",
        "$2.8 billion 2800000000 USD",
    ),
    "a count behind an amount": ("$5 billion and 3 more", "$5 billion 5000000000 USD"),
    "an amount of the same kind behind it": (
        "$5 billion against 3.1",
        "$5 billion 5000000000 USD; 3.1 3100000000 USD +",
    ),
    "a number behind a rate": ("up 5 percent to 16", "5 percent 5 percent"),
    "a number before a rate that is compared with it": ("25, compared with 4 percent", "4 percent 4 percent"),
    "and with blanks between": ("25, compared\u00a0 with 4 percent", "4 percent 4 percent"),
    "one scale for both ends": ("$5 to $7 billion", "$5 to $7 billion 6000000000 USD"),
    "and between two amounts": (
        "both $5 billion and $7 billion",
        "$5 billion 5000000000 USD; $7 billion 7000000000 USD",
    ),
    "thousands for both ends": ("40-50,000 tonnes", "40-50,000 tonnes 45000 t"),
    "five times as much": ("$2 billion to $10 billion", "$2 billion to $10 billion 6000000000 USD"),
    "more than five times as much": (
        "$2 billion to $10.1 billion",
        "$2 billion 2000000000 USD; $10.1 billion 10100000000 USD",
    ),
    "a dash with blanks": ("$2 billion — $3 billion", "$2 billion — $3 billion 2500000000 USD"),
    "scale carried back to whole numbers": (
        "1, 2 and 3 billion dollars",
        "1 1000000000 USD +; 2 2000000000 USD +; 3 billion dollars 3000000000 USD",
    ),
    "unit from later in the paragraph": (
        "9.79 million in June after 12.78 million tons in March",
        "9.79 million 9790000 t +; 12.78 million tons 12780000 t",
    ),
    "five weak marks": ("5 marks", ""),
    "as many as make a currency": ("5,000 marks", "5,000 marks 5000 DEM"),
    "or with a scale": ("5 million marks", "5 million marks 5000000 DEM"),
    "a figure that looks like a year, in groups": ("2,015 dollars", "2,015 dollars 2015 USD"),
    "a scale without a number": ("a trillion dollars", "trillion dollars 1000000000000 USD"),
    "a hundred of them": ("a hundred million dollars", "hundred million dollars 100000000 USD"),
    "a scale of India": ("a lakh rupees", "lakh rupees 100000 INR"),
    "not another one": ("has no 5 buyers", ""),
    "a sign apart from the letters before it": ("US $5 billion", "US $5 billion 5000000000 USD"),
    "a minus before a sign": ("-$375 million", "-$375 million -375000000 USD"),
    "a minus behind a sign": ("a balance of $-5 million", "$-5 million -5000000 USD"),
    "or between blanks": ("USD −5 million, € -5.2bn", "USD −5 million -5000000 USD; € -5.2bn -5200000000 EUR"),
    "a code joined to a number may be either": ("in USD-5 million", ""),
    "nor a dash apart behind a sign": ("in $ - 5 million tonnes", "5 million tonnes 5000000 t"),
    "a minus in words": ("minus 5 percent", "5 percent -5 percent"),
    "in words before a sign": ("minus $5 million", "$5 million -5000000 USD"),
    "a dash apart": ("− 5 percent", "5 percent 5 percent"),
    "a name behind a sign": ("$5 billion Canadian dollars", "$5 billion Canadian dollars 5000000000 CAD"),
    "a decimal comma behind nought": ("0,125 percent", "0,125 percent 0.125 percent"),
    "half of a scale": ("half a million tonnes", "half a million tonnes 500000 t"),
    "thirds of a point": (
        "two thirds of a percentage point",
        "two thirds of a percentage point 0.6667 percentage-point",
    ),
    "half of percent": ("half of percent", "half 50 percent"),
    "a part and a part": ("by a third and a quarter", "third 33.3333333 percent; quarter 25 percent"),
    "a factor in digits": ("a factor of 18", "factor of 18 1700 percent"),
    "a factor in words": ("a factor of three", "factor of three 200 percent"),
    "decimals before a measure": ("2.5 and 3.5 tonnes", "2.5 2.5 t +; 3.5 tonnes 3.5 t"),
    "small whole numbers before a measure": ("2 and 3 tonnes", "3 tonnes 3 t"),
    "larger ones": ("12 and 13 tonnes", "12 12 t +; 13 tonnes 13 t"),
    "a thousand before a rate": ("1000 and 5 percent", "5 percent 5 percent"),
    "less than a thousand before a rate": ("999 and 5 percent", "999 999 percent +; 5 percent 5 percent"),
    "a number behind a rate that is compared with it": ("5 percent against 6", "5 percent 5 percent; 6 6 percent +"),
    "a number before a sign": ("5 and $6 billion", "$6 billion 6000000000 USD"),
    "a scaled number before a sign": ("5 million and $6 billion", "5 million 5000000 USD +; $6 billion 6000000000 USD"),
    "a decimal behind a sign": ("$5 and 6.5", "$5 5 USD; 6.5 6.5 USD +"),
    "a whole number behind a sign": ("$5 and 6", "$5 5 USD"),
    "a range without a unit": ("It rose 5 to 7 billion.", "5 to 7 billion 6000000000 None"),
    "a range of scales with a hyphen": ("5 billion-7 billion euros", "5 billion-7 billion euros 6000000000 EUR"),
    "and with a short scale": ("5 bn-7 bn euros", "5 bn-7 bn euros 6000000000 EUR"),
    "pounds of a metal": ("5 million pounds of copper", "5 million pounds 5000000 lb"),
    "pounds of frozen goods": ("5 million pounds of frozen fish", "5 million pounds 5000000 lb"),
    "pounds of goods to be worked": ("5 million pounds of copper scrap", "5 million pounds 5000000 lb"),
    "pounds of money": ("5 million pounds of assets", "5 million pounds 5000000 GBP"),
    "small letters of a code": ("5 million usd", "5 million usd 5000000 USD"),
    "an abbreviated scale before its unit": ("12 mln. euros", "12 mln. euros 12000000 EUR"),
    "an abbreviated scale before a sentence": ("It rose 12 mln. Then euros fell.", "12 mln 12000000 None"),
    "a day before an amount": ("From June 16 500 tonnes were sold.", "500 tonnes 500 t"),
    "an amount in groups": ("It sold 16 500 tonnes.", "16 500 tonnes 16500 t"),
    "renminbi by its initials": ("RMB18 billion", "RMB18 billion 18000000000 CNY"),
    "thousands against thousands": (
        "It sold 12,400 bags of tea in May, against 11,900 in April and 10,800 in May 2019.",
        "12,400 bags 12400 bag; 11,900 11900 bag +; 10,800 10800 bag +",
    ),
    "thousands in a list with brackets": (
        "Peru took 5,200 tonnes (4,900), Chile 3,100 (3,300).",
        "5,200 tonnes 5200 t; 4,900 4900 t +; 3,100 3100 t +; 3,300 3300 t +",
    ),
    "thousands whose unit comes behind": (
        "The total of 28,200 in May compares with some 25,100 tonnes a year before.",
        "28,200 28200 t +; 25,100 tonnes 25100 t",
    ),
    "but not in the next sentence": ("It had 28,200 in May. It sold 25,100 tonnes.", "25,100 tonnes 25100 t"),
    "nor for people": ("It sold 5,000 tonnes, and 1,200 are employed there.", "5,000 tonnes 5000 t"),
    "nor by the hectare": ("It has 5,000 hectares, and sold 1,200 in May.", "5,000 hectares 5000 ha"),
    "a table of ranges": (
        "1 million - 2 million THB\n2 million - 4 million THB",
        "1 million - 2 million THB 1500000 THB; 2 million - 4 million THB 3000000 THB",
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOGETHER.values(), ids=TOGETHER.keys())
def test_figures_that_stand_together(text: str, expected: str) -> None:
    found = [
        f"{q.text} {q.value.normalize():f} {q.unit}{' +' if q.inherited_unit else ''}"  # type: ignore[union-attr]
        for q in find_quantities(text)
    ]
    assert "; ".join(found) == expected


def shown(one: Quantity) -> str:
    lent = " +" if one.inherited_unit else ""
    return f"{one.text} {plain(one.value)} {one.unit or '-'}{lent} [{plain(one.low)}..{plain(one.high)}]" + (
        f" {one.hedge_id}" if one.hedge_id else ""
    )


def plain(number: Decimal | None) -> str:
    return "open" if number is None else f"{number.normalize():f}"


def sentences() -> list[tuple[str, str]]:
    return [
        (row["sentence"], row["figures"])
        for table in SENTENCES
        for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    ]


@pytest.mark.parametrize(("sentence", "figures"), sentences())
def test_the_figures_of_a_sentence(sentence: str, figures: str) -> None:
    assert "; ".join(map(shown, find_quantities(sentence))) == figures
