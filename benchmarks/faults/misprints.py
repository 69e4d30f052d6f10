"""What a slip of the pen makes of the digits of a printed number, place by place."""

from __future__ import annotations


def exchanged(digits: str, at: int, after: int) -> str:
    """Two digits in each other's place."""
    marks = [*digits]
    marks[at], marks[after] = digits[after], digits[at]
    return "".join(marks)


def typed_for(digits: str, at: int, new: str) -> str:
    """Another digit in the place of one."""
    return digits[:at] + new + digits[at + 1 :]


def left_out(digits: str, at: int) -> str:
    """Without one digit."""
    return digits[:at] + digits[at + 1 :]


def point_to_the_right(digits: str) -> str:
    """The decimal point one place further on, lost behind the last digit; empty where there is none."""
    whole, _, part = digits.partition(".")
    return f"{whole}{part[0]}.{part[1:]}".rstrip(".") if part else ""


def is_printable(digits: str) -> bool:
    """Whether it still looks like a number: a digit in front, no nought but one before the point."""
    return digits[:1].isdigit() and (digits[0] != "0" or digits.startswith("0."))
