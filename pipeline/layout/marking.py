"""What each piece of a text is, decided from its own words first and from its neighbours after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.layout.cues import find_cue, has_figure, has_trade_figure, has_trade_word
from pipeline.layout.headline import find_title, is_prose, is_stopped, is_title_case
from pipeline.layout.lines import Chunk

_HASHES: Final = re.compile(r"(#{1,6})\s+\S")
_BOLD: Final = re.compile(r"\*\*[^*\n]{2,120}\*\*|(={2,6}) ?[^=\n]{2,120}\1")
_MENU_WORDS: Final = 4
_MENU_LINES: Final = 4
_HEADING_WORDS: Final = 12
_HEADING_SHORT: Final = 6
_STANDFIRST: Final = 3  # spaces: a line of four words under the title goes on with it
_NAME_AND_FIGURE: Final = re.compile(
    r"[^\W\d_][^\d.!?;:]{1,40}?(?: ?[:–—-])? ?[^\w\s]{0,2}(?:[A-Z]{2,3}[$€£¥]?)? ?\d[^!?;:]{0,40}"
)
"""A line that could be an entry of a list: what the figures are of, and nothing else than figures behind it."""
_ENTRIES: Final = 3  # fewer are no list
_LINK: Final = 160  # characters: the words of a link are not longer


@dataclass(slots=True, kw_only=True)
class Draft:
    """A piece of text on its way to a block; ``kind`` is empty until something decides it."""

    chunk: Chunk
    line: str
    kind: str = ""
    rule: str = ""

    def be(self, kind: str, rule: str = "") -> None:
        """Decide what the piece is, and by which rule."""
        self.kind, self.rule = kind, rule


def mark_drafts(drafts: list[Draft], captions: Sequence[tuple[int, int]]) -> None:
    """Decide the kind of every draft; ``captions`` are the spans of the lines that title tables."""
    _mark_cues(drafts)
    _mark_captions(drafts, captions)
    _mark_menus(drafts)
    _mark_lists(drafts)
    _mark_title(drafts)
    _mark_headings(drafts)
    for draft in drafts:
        if not draft.kind:
            draft.be("item" if draft.chunk.bullet else "paragraph")


def _mark_cues(drafts: Sequence[Draft]) -> None:
    """Boilerplate by its own words, and the links and tags that follow such a head."""
    reach, rule = "line", ""
    begun = False
    for draft in drafts:
        if reach != "line" and _is_link(draft):
            draft.be("boilerplate", rule)
            reach = reach if reach == "run" else "line"
            continue
        reach = "line"
        cue = None if draft.kind else find_cue("boilerplate", _bare(draft))
        if cue is None or has_trade_figure(draft.line):
            begun = begun or draft.kind == "table" or is_prose(draft.line)
            continue
        draft.be("boilerplate", cue.rule)
        # a run in the menu above an article could swallow its title
        reach, rule = ("line" if cue.reach == "run" and not begun else cue.reach), cue.rule


def _bare(draft: Draft) -> str:
    """The words of a line without its bullet: a menu's entries are bulleted as often as not."""
    return draft.line.lstrip("•*·-–—▪► \t\u00a0") if draft.chunk.bullet else draft.line


def _is_link(draft: Draft) -> bool:
    line = draft.line
    if draft.kind or len(line) > _LINK or line.startswith("#"):
        return False
    return not (line.endswith(".") and line.count(" ") > 7)


def _mark_menus(drafts: Sequence[Draft]) -> None:
    """Runs of very short lines without a figure are navigation, unless a list with its lead."""
    run: list[Draft] = []
    before: Draft | None = None
    for draft in [*drafts, None]:
        if draft is not None and _is_menu_entry(draft):
            run.append(draft)
            continue
        open_list = before is not None and before.line.endswith(":") and before.kind != "boilerplate"
        if len(run) >= _MENU_LINES and not open_list:
            for entry in run:
                entry.be("boilerplate", entry.rule or "menu-run")
        run, before = [], draft


def _is_menu_entry(draft: Draft) -> bool:
    if draft.kind == "boilerplate":
        return True
    if draft.kind or len(draft.line) > 50 or draft.line.startswith("#"):
        return False
    words = draft.line.split()
    if len(words) > _MENU_WORDS + draft.chunk.bullet or is_stopped(draft.line):
        return False
    return not any(mark.isdigit() for mark in draft.line) and not has_trade_word(draft.line)


def _mark_captions(drafts: Sequence[Draft], captions: Sequence[tuple[int, int]]) -> None:
    """Captions of tables by their place, those of pictures by their words."""
    starts = {start for start, _ in captions}
    for draft in drafts:
        if draft.kind or draft.line.startswith("#"):
            continue
        if draft.chunk.start in starts and not is_prose(draft.line):
            draft.be("caption", "table-caption")
        elif (cue := find_cue("caption", draft.line)) is not None:
            draft.be("caption", cue.rule)


def _mark_title(drafts: Sequence[Draft]) -> None:
    """The title, and as navigation what stands above it and is no sentence."""
    for draft in drafts:
        if not draft.kind and (hashes := _HASHES.match(draft.line)):
            draft.be("title" if len(hashes.group(1)) == 1 else "heading")
    if any(draft.kind == "title" for draft in drafts):
        return
    marked = next((i for i, draft in enumerate(drafts) if draft.kind == "heading"), len(drafts))
    upper = drafts[:marked]
    index = find_title([d.line for d in upper], [bool(d.kind) for d in upper], [d.chunk for d in upper])
    if index is None:
        return
    upper[index].be("title")
    for draft in upper[:index]:
        if not draft.kind and not is_prose(draft.line) and not has_trade_figure(draft.line):
            draft.be("boilerplate", "above-title")


def _mark_lists(drafts: Sequence[Draft]) -> None:
    """Lines of a name and its figures, one after the other under a line that ends with a colon, have lost bullets."""
    run: list[Draft] = []
    lead = False
    for draft in [*drafts, None]:
        if draft is not None and not draft.kind and (lead or run) and _is_entry(draft):
            run.append(draft)
            continue
        if len(run) >= _ENTRIES:
            for entry in run:
                entry.be("item")
        run, lead = [], draft is not None and draft.line.endswith(":")


def _is_entry(draft: Draft) -> bool:
    line = draft.line
    if draft.chunk.bullet or is_stopped(line) or not has_figure(line):
        return False
    return _NAME_AND_FIGURE.fullmatch(line) is not None


def _mark_headings(drafts: Sequence[Draft]) -> None:
    """Short lines between paragraphs: headings, or captions where the text marks its headings."""
    marked = any(draft.kind == "heading" for draft in drafts)
    above = ""
    for index, draft in enumerate(drafts):
        if not draft.kind and not draft.chunk.bullet:
            if _BOLD.fullmatch(draft.line):
                draft.be("heading")
            elif above == "title" and draft.line.count(" ") >= _STANDFIRST:
                draft.be("paragraph", "" if is_prose(draft.line) else "standfirst")
            elif _heads(drafts, index):
                draft.be("caption" if marked else "heading", "short-line")
        if draft.kind != "boilerplate":
            above = draft.kind


def _heads(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a short line without a stop stands over a paragraph or a list."""
    line = drafts[index].line
    if len(line) > 120 or is_stopped(line) or not (line[0].isupper() or line[0].isdigit() or line[0] in "“\"'‘"):
        return False
    words = line.count(" ") + 1
    if words > _HEADING_WORDS or (words > _HEADING_SHORT and not is_title_case(line)):
        return False
    after = next((d for d in drafts[index + 1 : index + 4] if d.kind != "boilerplate"), None)
    return after is not None and (
        after.kind in {"table", "caption"} or after.chunk.bullet or len(after.line) > len(line)
    )
