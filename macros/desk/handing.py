"""Sending work on: what was changed, in readers' words, and three buttons; where there is no git, a package to carry by hand."""

import re

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk.before import Before
from macros.desk.filling import path_of
from macros.desk.form import form, part_at
from macros.desk.handover import Changed, Handover, package
from macros.desk.library import prefix_of
from macros.desk.state import Desk
from macros.desk.telling import worded
from macros.desk.told import entry_of, message, places, report, told
from macros.desk.wording import plain
from macros.findings import Finding
from macros.model.kinds import KINDS
from macros.runtime import today
from macros.runtime.git import GitProblem

# So long a page waits for the library to be looked through after a write.
_PATIENCE = 2


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses below `/hand`."""
    sending = Handover(desk.library)

    @app.get("/hand")
    def hand() -> ResponseReturnValue:
        return _page(desk, sending)

    @app.post("/hand")
    def step() -> ResponseReturnValue:
        with desk.lock:
            what = request.form.get("what")
            try:
                if what == "begin" and sending.git:
                    sending.begin()
                    return _page(desk, sending, "开好了。接着写，写好再来记下。")
                if what == "write" and sending.git:
                    text = request.form.get("message", "").strip()
                    sending.write_down(text or "修改", request.form.get("who", "").strip()[:60])
                    return _page(desk, sending, "记下了。")
                if what == "send" and sending.git:
                    if not request.form.get("anyway") and (errors := _errors(desk, _for_package(desk, sending))):
                        return _page(desk, sending, f"还有 {sum(map(places, errors))} 处错误没有改，没有交。先改好；要先交给人看的，勾上下面的“还是先交”再点。", bad=True)
                    sending.send()
                    return _page(desk, sending, "交上去了。告诉管库的人，请他看。")
                if what == "carried" and not sending.git:
                    desk.before.forget()
                    return _page(desk, sending, "从现在起重新记。")
            except GitProblem as problem:
                return _page(desk, sending, str(problem), bad=True)
        return _page(desk, sending)

    @app.get("/hand/package")
    def carried() -> ResponseReturnValue:
        changed = _for_package(desk, sending)
        desk.library.current(_PATIENCE)
        name = f"gai-dong-{today.here().isoformat()}.zip"
        return Response(package(desk.library, changed, report(told(desk.library, changed))), content_type="application/zip", headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _for_package(desk: Desk, sending: Handover) -> Changed:
    return sending.since_others() if sending.git else since(desk.before)


def since(before: Before) -> Changed:
    """What differs from what the desk found when it first wrote."""
    return Changed(before.differing())


def _errors(desk: Desk, whole: Changed) -> list[Finding]:
    """The errors in what was changed; so long it is waited until they are those of what is there now."""
    desk.library.current(_PATIENCE)
    paths = {f"{desk.library.shown}/{path}" for path in whole.files}
    return [each for each in desk.library.findings if each.severity.value == "error" and each.path in paths]


def _error(desk: Desk, finding: Finding) -> tuple[str, str, str]:
    """The address of the field, the name of the entry, and what is wrong."""
    kind, entry_id = finding.about or entry_of(finding.path)
    if not entry_id:
        return "", "", plain(finding.message, desk.library.called)
    document = desk.library.catalog.origins.get((kind, entry_id))
    name = f"{KINDS[kind].label}“{desk.library.called(entry_id) or entry_id}”"
    if document is None:
        return f"/{kind}/{entry_id}", name, "读不出来"
    path = path_of(finding.place[len(prefix_of(kind, entry_id)):])
    message, _ = worded(finding, part_at(form(KINDS[kind].model, desk.library.catalog.data(kind, entry_id)), path), desk.library.called)
    waiting = finding.code in ("to-fill", "to-confirm")
    return (f"/inbox/{kind}/{entry_id}" if waiting else f"/{kind}/{entry_id}#{path}"), name, plain(finding.message, desk.library.called) if waiting else message


def _begun(copy: str) -> str:
    """When a copy was begun, as its name says."""
    found = re.fullmatch(r"\d{4}(\d\d)(\d\d)-(\d\d)(\d\d)\d\d", copy)
    return f"{int(found[1])}月{int(found[2])}日 {found[3]}:{found[4]} 开的" if found else copy


def _broken(desk: Desk, whole: Changed) -> list[tuple[str, str, bool]]:
    """What can't be read: its address, what it is called, and whether it goes along."""
    found = []
    for kind, entry_id in desk.library.unreadable():
        name = f"{KINDS[kind].label}“{desk.library.titles(kind).get(entry_id, entry_id)}”" if entry_id else f"整个{KINDS[kind].label}文件"
        found.append((f"/{kind}/{entry_id}" if entry_id else "", name, (f"{kind}/{entry_id}.yml" if entry_id else f"{kind}.yml") in whole.files))
    return found


def _page(desk: Desk, sending: Handover, said: str = "", *, bad: bool = False) -> ResponseReturnValue:
    if not desk.library.ready.wait(30):
        return render_template("message.html", heading="还在读全库", lines=["过一会儿再打开这一页。"], links=[("/hand", "再看")])
    if desk.library.look_again():
        desk.saved()
    try:
        changed = sending.changed() if sending.git else since(desk.before)
        whole = _for_package(desk, sending)
    except GitProblem as problem:
        changed = whole = Changed({})
        said, bad = str(problem), True
    errors = _errors(desk, whole)
    if not (current := desk.library.current()):
        errors = []
    changes = told(desk.library, changed)
    return render_template("hand.html", said=said, bad=bad, git=bool(sending.git), copy=sending.copy, begun=_begun(sending.copy), remote=sending.remote, unsent=sending.unsent, named=not sending.needs_name(),
                           changes=changes, message=message(changes) if changes else "", whole=told(desk.library, whole), errors=[_error(desk, each) for each in errors], count=sum(map(places, errors)), broken=_broken(desk, whole),
                           checked=current)
