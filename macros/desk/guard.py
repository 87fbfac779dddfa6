"""Who may ask the desk anything: the browser of this computer that was given the address, and no page of another site.

A page elsewhere can make the browser send requests to 127.0.0.1, by a form, by a script, or by a name that is made to lead
here (DNS rebinding). So each request says the right Host, brings the cookie that the token in the address was changed for, and,
where it says from where it comes, says: from here. One that changes something has to say it.
"""

import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
          "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'")
_SAFE = {"GET", "HEAD"}


class Guard:
    """The token of a desk and what follows from it. `port` is set once the server listens; `key` are token and secret of the run
    before, so that windows that are open go on after a restart."""

    def __init__(self, port: int = 0, key: tuple[str, str] | None = None) -> None:
        self.token, self._secret = key or (secrets.token_urlsafe(24), secrets.token_urlsafe(32))
        self.port = port

    @property
    def key(self) -> tuple[str, str]:
        """Token and secret, to be kept where only the person can read."""
        return self.token, self._secret

    @property
    def hosts(self) -> tuple[str, ...]:
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """Cookies know no ports: two desks on one computer have each their own."""
        return f"kb-desk-{self.port}"

    def install(self, app: Flask) -> None:
        """Every request of the application passes here first, every answer last."""
        app.before_request(self._admit)
        app.after_request(self._sealed)

    def _admit(self) -> AnyResponse | None:
        if request.host not in self.hosts or request.headers.get("Host") != request.host:
            abort(403, "这个地址不是编写台的地址。")
        if request.method not in {*_SAFE, "POST"}:
            abort(405)
        origin = request.headers.get("Origin")
        if (origin is None and request.method not in _SAFE) or (origin is not None and origin != f"http://{request.host}"):
            abort(403, "这个请求不是从编写台自己的页面来的。")
        if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and request.headers.get("Sec-Fetch-Mode") != "navigate":
            abort(403, "这个请求不是从编写台自己的页面来的。")
        given = request.args.get("token")
        if given is not None and request.method in _SAFE:
            if not hmac.compare_digest(given.encode(), self.token.encode()):
                abort(403, "地址里的口令不对：用 kb edit 这一次打印的地址打开。")
            # What is left in the address bar and in the history is no key.
            answer = redirect(urlsplit(request.path).path or "/", 303)
            answer.set_cookie(self.cookie, self._secret, httponly=True, samesite="Strict", path="/")
            return answer
        if not hmac.compare_digest(request.cookies.get(self.cookie, "").encode(), self._secret.encode()):
            abort(403, "编写台要用 kb edit 打印的地址打开，那个地址里有口令。")
        return None

    def _sealed(self, answer: Response) -> Response:
        for name, value in (("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
                            ("Cache-Control", "no-store"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
                            ("X-Frame-Options", "SAMEORIGIN")):
            answer.headers[name] = value
        return answer


def refused(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """What a person is told who is not let in, or asks for what is not there: a page with the way back where a page was asked for
    that is not there, plain text otherwise, whatever was asked."""
    said = {404: "没有这一页。", 405: "不能这样请求。", 413: "送来的太大了。", 400: "送来的读不懂。", 500: "编写台出错了；写的东西都在草稿里，重新打开这一页接着写。"}
    own = error.description if error.code == 403 or (error.code == 409 and error.description) else None
    if error.code == 404 and request.method in _SAFE and "text/html" in request.headers.get("Accept", ""):
        page = render_template("message.html", heading="没有这一页", lines=["地址不对，或者这一条改了编号、去掉了。写的东西都在草稿里。"],
                               links=[("/inbox", "还要定的"), ("/", "从头开始，按名称找一条")])
        return page, 404, {"Content-Type": "text/html; charset=utf-8"}
    return own or said.get(error.code or 500, "不行。"), error.code or 500, {"Content-Type": "text/plain; charset=utf-8"}
