"""What no reader sees, said for people: code, message and cure."""

from collections.abc import Iterable

from macros.html.hidden import Hidden

_PUBLIC = "读者看不见，却会随网站公开"


def on_page(hidden: Hidden) -> tuple[str, str, str]:
    """About something on a page that people write."""
    if hidden.kind == "embedded":
        return "embedded-page", f"{hidden.detail} 会把另一个网页或文件放进这一页", "换成链接，或把要说的直接写在这一页"
    return "hidden-text", f"{hidden.detail} 里写的{_PUBLIC}", "要给读者看的，去掉这个写法；不要的整段删去"


def in_drawing(hidden: Hidden) -> tuple[str, str, str]:
    """About something in an SVG file."""
    if hidden.kind == "embedded":
        return "embedded-page", f"图里的 {hidden.detail} 会把别的网页或文件放进来", "用记事本打开这个文件，删去它"
    what = {"comment": f"注释 {hidden.detail} ", "program": f"绘图软件留下的 {hidden.detail} "}.get(hidden.kind, f"图里的 {hidden.detail} ")
    return "hidden-text", f"{what}{_PUBLIC}", "用记事本打开这个文件，删去它；图的名称写在页面的方括号里：![名称](地址)"


def in_picture(extras: Iterable[str]) -> tuple[str, str, str]:
    """About what else is in the file of a photo or picture: its parts, in words."""
    return ("picture-extras", f"图的文件里除了画面还有：{'、'.join(extras)}；{_PUBLIC}",
            "打开这张图，截屏另存为 PNG，换上；Windows 上的照片也可以用“属性—详细信息—删除属性和个人信息”")
