"""The review: a local web application in which people decide about findings, and correct what was misread."""
