"""Learns the weights of ``models/weights`` from annotated articles, and says how good they are on articles held out.

    python -m benchmarks.learning collect TEXTS GOLD.jsonl > EXAMPLES.jsonl
    python -m benchmarks.learning learn DECISION EXAMPLES.jsonl… [--read EXAMPLES.jsonl…] > WEIGHTS.csv

``collect`` reads the articles with the rules alone and writes an example for each decision that is weighed (``sides``,
``goods``, ``periods``), where gold knows the figure: its readings, their signs, and which are right; and for each
figure that the rules leave without a claim (``phrases``), of which flow gold has one there that is read right, if any.
``learn`` fits a conditional logit: the chance of a reading grows with the exponential of its weights' sum; a Gaussian
prior keeps weights small. Best are examples that a program collected which had not seen the articles; several such
files of the same articles, by several programs, are welcome. How good the weights are goes to standard error: on
articles held out, whole articles at a time, and without those that the rules were written on (``--read``), which say
too much good of the rules.
"""
