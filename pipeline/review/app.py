"""The application: which address is answered by what, and how trouble is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pipeline.errors import CrossfootError, StoreError
from pipeline.review import pages
from pipeline.review.acts import person
from pipeline.review.desk import Desk
from pipeline.review.dropped import Tray
from pipeline.review.forms import Form, act_on, drop_from, rename, take
from pipeline.review.gate import Door, Gate
from pipeline.review.pages import Asked, Page
from pipeline.review.queue import Wanted, is_number
from pipeline.review.render import STATIC, environment, static
from pipeline.store.decisions import Decision

NAME_COOKIE: Final = "crossfoot-name"

Show = Callable[[Desk, Asked], Page]


@dataclass(slots=True, kw_only=True)
class Room:
    """What the answers share."""

    desk: Desk
    tray: Tray
    door: Door
    user: str
    _env: tuple[Any, Any] | None = None

    def templates(self) -> Any:
        """The templates for the run on the desk; made anew where there is a newer one."""
        if self._env is None or self._env[0] is not self.desk.sheet:
            self._env = (self.desk.sheet, environment(self.desk.sheet.shelf))
        return self._env[1]


def create_app(desk: Desk, door: Door, *, user: str) -> Gate:
    """The review of a desk, behind its gate; ``user`` is who decides where a browser gives no other name."""
    room = Room(desk=desk, tray=Tray(desk.tools.extract, desk.tools.check), door=door, user=user)
    for name in ("desk", "finding", "macros", "parts", "defs", "review"):  # so that the first page need not wait
        room.templates().get_template(f"{name}.html.j2")
    shown: dict[str, Show] = {
        "/findings": pages.queue_page,
        "/findings/{finding}": pages.finding_page,
        "/articles": pages.articles_page,
        "/article": pages.article_page,
        "/decisions": pages.decisions_page,
        "/left": pages.left_page,
        "/checked": pages.checked_page,
        "/corrections": pages.corrections_page,
        "/drop": lambda desk, _: pages.drop_page(desk, room.tray),
        "/dropped/{finding}": lambda _, asked: pages.dropped_page(room.tray, asked.finding),
    }
    app = Starlette(
        routes=[
            Route("/", _answer(room, pages.queue_page), methods=["GET"]),
            Route("/static/{name}", _asset, methods=["GET"]),
            *(route for path, show in shown.items() for route in _twins(path, _answer(room, show))),
            Route("/act", _changing(room, act_on), methods=["POST"]),
            Route("/name", _changing(room, rename), methods=["POST"]),
            Route("/drop", _changing(room, drop_from), methods=["POST"]),
        ],
        exception_handlers={HTTPException: _missing(room), 500: _broken(room)},
    )
    return Gate(app, door=door)


def _twins(path: str, answer: Callable[[Request], Any]) -> list[Route]:
    """A page and its JSON; the JSON first, since a finding's id could end like a file's."""
    return [Route(f"{path}.json", answer, methods=["GET"]), Route(path, answer, methods=["GET"])]


def _answer(room: Room, show: Show) -> Callable[[Request], Response]:
    """The answer of a page, in the worker threads of the server."""

    def answer(request: Request) -> Response:
        asked = Asked(
            wanted=Wanted.of(request.query_params),
            finding=request.path_params.get("finding", ""),
            query=MappingProxyType(dict(request.query_params)),
        )
        try:
            with room.desk.lock:
                room.desk.refresh()
                return _respond(room, request, show(room.desk, asked))
        except CrossfootError as error:
            return _trouble(room, request, str(error), status=404)

    return answer


def _changing(room: Room, do: Callable[..., Any]) -> Callable[[Request], Any]:
    """The answer to a form: what was done, then the next page; or, in words, why not."""

    async def answer(request: Request) -> Response:
        try:
            form = await take(request, room.door.form_word)
        except ClientDisconnect:
            return _trouble(room, request, "that was larger than it said it was", status=413)
        except CrossfootError as error:
            return _trouble(room, request, str(error), status=403)
        return await run_in_threadpool(done, request, form)

    def done(request: Request, form: Form) -> Response:
        named = replace(form, who=_who(room, request))
        try:
            result = do(room, named)
        except CrossfootError as error:
            return _trouble(room, request, str(error), status=422, onward=form.page)
        if isinstance(result, Page):
            with room.desk.lock:
                return _respond(room, request, result)
        response = RedirectResponse(result, status_code=303)
        if do is rename:
            name = person(form.text("name")) or room.user
            response.set_cookie(NAME_COOKIE, quote(name), max_age=31_536_000, httponly=True, samesite="strict")
        return response

    return answer


def _who(room: Room, request: Request) -> str:
    """Who is at the browser: the name that was given there, else the one that the review was started with."""
    return person(unquote(request.cookies.get(NAME_COOKIE, "")[:400])) or room.user


def _respond(room: Room, request: Request, page: Page) -> Response:
    if request.url.path.endswith(".json"):
        return _json(page.data, page.status)
    env = page.env or room.templates()
    values = _common(room, request) | dict(page.values)
    html = env.get_template(page.template).render(values)
    return Response(html, status_code=page.status, media_type="text/html")


def _json(data: Mapping[str, Any], status: int = 200) -> Response:
    text = json.dumps(data, ensure_ascii=False, default=_plain)
    return Response(text.encode("utf-8", "backslashreplace"), status_code=status, media_type="application/json")


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)


def _common(room: Room, request: Request) -> dict[str, Any]:
    """What every page shows: who and where one is, how much is left, and what was just done."""
    desk, query = room.desk, request.query_params
    return {
        "path": request.url.path,
        "user": _who(room, request),
        "people": desk.book.people(),
        "counts": desk.counts(),
        "form_word": room.door.form_word,
        "nonce": desk.tools.token(),
        "trouble": desk.trouble,
        "done": _batch(desk, query.get("done", "")),
        "before": _decision(desk, query.get("before", "")),
        "left_over": int(over) if is_number(over := query.get("over", "")) else 0,
        "wanted": Wanted.of(query),
        "back": Wanted.of(query).query(),
    }


def _batch(desk: Desk, batch: str) -> list[Decision]:
    return [one for one in desk.book.everything() if one.batch == batch] if batch else []


def _decision(desk: Desk, id: str) -> Decision | None:
    return next((one for one in desk.book.everything() if one.id == id), None) if id else None


def _trouble(room: Room, request: Request, words: str, *, status: int, onward: str = "") -> Response:
    """A page that says what is wrong, and leads back to ``onward``, else to the queue."""
    said = words[:1].upper() + words[1:] + ("" if words.endswith((".", "?")) else ".")
    values = {"message": said, "onward": onward}
    page = Page(template="message.html.j2", values=values, data={"error": said}, status=status)
    try:
        with room.desk.lock:
            return _respond(room, request, page)
    except StoreError:
        return Response(said + "\n", status_code=503, media_type="text/plain")


def _missing(room: Room) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 404
        return _trouble(room, request, "there is no such page", status=status)

    return answer


def _broken(room: Room) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        words = (
            f"something went wrong inside Crossfoot ({type(error).__name__}); nothing was lost, go back and try again"
        )
        return _trouble(room, request, words, status=500)

    return answer


def _asset(request: Request) -> Response:
    """One of the few files that are served; others do not exist, whatever they are called."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    content, kind, mark = static(name)
    fresh = "public, max-age=31536000, immutable" if request.query_params.get("v") == mark else "no-cache"
    return Response(content, media_type=kind, headers={"Cache-Control": fresh, "ETag": f'"{mark}"'})
