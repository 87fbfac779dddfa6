"""What no reader sees, said for people: code, message and cure."""

from collections.abc import Iterable

from macros.html.hidden import Hidden

_PUBLIC = "读者看不见，却会随网站公开"


def on_page(hidden: Hidden) -> tuple[str, str, str]:
    """About something on a page that people write."""
    if hidden.kind == "embedded":
        return "embedded-page", f"{hidden.detail} 会把另一个网页或文件放进这一页", "换成链接，或把要说的直接写在这一页"
    if hidden.kind == "font":
        return "inline-style", f"{hidden.detail} 是旧写法", "去掉标签，文字留下"
    if hidden.kind == "foreign":
        return "hidden-text", f"{hidden.detail} 不是这个库的样式，字可能因此看不见", "去掉这个 class，或换成“组件”一页里 kb- 开头的"
    if hidden.kind == "long":
        return "hidden-text", f"{hidden.detail} 里写了 40 个汉字以上，多数{_PUBLIC}", "写进正文，这里只留一句短的；不要的删去"
    return "hidden-text", f"{hidden.detail} 里写的{_PUBLIC}", "要给读者看的，去掉这个写法；不要的整段删去"


def in_drawing(hidden: Hidden) -> tuple[str, str, str]:
    """About something in an SVG file."""
    if hidden.kind == "embedded":
        return "embedded-page", f"图里的 {hidden.detail} 会把别的网页或文件放进来", "用记事本打开这个文件，删去它"
    if hidden.kind == "inner":
        return "picture-extras", f"图里的 {hidden.detail} 又装着一个文件，里面带着什么看不出来", "另存为 PNG 换上这张图，或者用画图软件删去里面的图，再存一次"
    what = {"comment": f"注释 {hidden.detail} ", "program": f"绘图软件留下的 {hidden.detail} "}.get(hidden.kind, f"图里的 {hidden.detail} ")
    return "hidden-text", f"{what}{_PUBLIC}", "用记事本打开这个文件，删去它；图的名称写在页面的方括号里：![名称](地址)"


def in_picture(extras: Iterable[str]) -> tuple[str, str, str]:
    """About what else is in the file of a photo or picture: its parts, in words."""
    return ("picture-extras", f"图的文件里除了画面还有：{'、'.join(extras)}；{_PUBLIC}",
            "打开这张图，截屏另存为 PNG，换上；Windows 上的照片也可以用“属性—详细信息—删除属性和个人信息”")
