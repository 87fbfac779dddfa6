"""What may not leave this computer, in files that go into a commit: full texts, and what nobody can look into."""

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.editing import owned, places
from macros.findings import Finding, Severity
from macros.fulltext import held_back, prose
from macros.fulltext.running import RUN, FullTexts
from macros.runtime.git import LINK, REMOVED, Blob, Git
from macros.text.printable import printable

# So much running text that nothing else of the project has outside of its places; a speech has three times as much.
PROSE = 400
# Three times as much as the longest page of a topic has; what is more may be a speech that was pasted in.
PAGE = 1000
# So many characters are no name any more, but a passage of something.
NAME = 40


@dataclass(frozen=True)
class Watch:
    """What is compared with what: the full texts here, and the library's folders from the root of the repository."""

    texts: FullTexts
    data: str
    docs: str

    def findings(self, git: Git, blobs: Iterable[Blob], cure: Callable[[Blob], str], tree: Callable[[Blob], str]) -> Iterator[tuple[Blob, Finding]]:
        """Each file that may not be committed and what speaks against it.

        `cure` says how one is left out, `tree` with which commit or tree it comes ("" for none).
        """
        looked_into = []
        for blob in blobs:
            if blob.mode == REMOVED:
                continue
            kind = held_back.by_name(blob.path)
            if kind:
                yield blob, _finding(blob, "held-back", f"{kind}不进仓库", cure(blob))
            else:
                looked_into.append(blob)
            named = self.name(blob.path)
            if named:
                yield blob, _finding(blob, named[0], f"文件名里有{named[1]}", f"改一个短的名字，再 git add；不要提交的，{cure(blob)}")
        strange = []
        for blob, raw in git.contents(looked_into):
            found = self._inside(blob, raw, cure(blob))
            if found is not None and found.code in ("held-back", "full-text"):
                yield blob, found
            elif found is not None or self._out_of_place(blob, raw):
                strange.append((blob, found or _picture(blob, cure(blob))))
        own = owned.Owned(git)
        yield from ((blob, found) for blob, found in strange if not own.has(tree(blob), blob.path))

    def name(self, text: str) -> tuple[str, str] | None:
        """What a name (of a file, a branch, what a link leads to) has in it that none may have: the finding's code and words."""
        if self.texts.first(text):
            return "full-text", f"原文的 {RUN} 个字以上"
        amount = prose.running(text)
        return ("loose-text", f"连着的 {amount} 个汉字，是文章，不是名字") if amount >= NAME else None

    def said(self, raw: bytes) -> Iterator[tuple[int, int, str, str]]:
        """What the message of a commit or tag may not say: line and column, the finding's code and words."""
        stretch = self.texts.in_bytes(raw)
        if stretch:
            yield stretch.line, stretch.column, "full-text", f"从这里起有原文的 {RUN} 个字以上：“{stretch.words}……”"
        elif (amount := prose.amount(raw)) >= PROSE:
            yield 1, 1, "loose-text", f"有 {amount} 个字成段的文字，多半是一份全文，说明里不放文章"

    def _inside(self, blob: Blob, raw: bytes, cure: str) -> Finding | None:
        kind = held_back.by_content(blob.path, raw)
        if kind:
            return _finding(blob, "held-back", f"这是{kind}，只是换了名字，不进仓库", cure)
        stretch = self.texts.in_bytes(raw)
        if stretch:
            return Finding(printable(blob.path), stretch.line, stretch.column, "full-text",
                           f"从这里起有原文的 {RUN} 个字以上：“{stretch.words}……”", f"用自己的话写，再 git add；整个不要提交的，{cure}")
        if blob.mode != LINK:
            return self._long(blob, raw, cure)
        named = self.name(os.fsdecode(raw))
        return _finding(blob, named[0], f"链接指向的名字里有{named[1]}", cure) if named else None

    def _long(self, blob: Blob, raw: bytes, cure: str) -> Finding | None:
        """A text that may be a full one, going by its length and place: of pages only a warning."""
        page = places.is_page(blob.path, self.docs)
        if not page and places.takes_prose(blob.path, self.data, self.docs):
            return None
        amount = prose.amount(raw)
        if page:
            return _finding(blob, "loose-text", f"这一页有 {amount} 个字成段的文字，比别的页面长得多，会随网站公开",
                            f"里面有整篇原文的，{cure}，用 kb import 导入；是自己写的就不用改", Severity.WARNING) if amount >= PAGE else None
        return _finding(blob, "loose-text", f"有 {amount} 个字成段的文字，多半是一份全文，这里不是放文章的地方",
                        f"是全文的，{cure}，再用 kb import 导入；自己写的，写成 {self.docs}/ 里的页面") if amount >= PROSE else None

    def _out_of_place(self, blob: Blob, raw: bytes) -> bool:
        return blob.mode != LINK and held_back.is_picture(blob.path, raw) and not places.takes_pictures(blob.path, self.docs)


def _picture(blob: Blob, cure: str) -> Finding:
    return _finding(blob, "held-back", "图片只放在页面的 images 文件夹里，别处的多半是扫描件", cure)


def _finding(blob: Blob, code: str, message: str, cure: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(printable(blob.path), 1, 1, code, message, cure, severity)


def quoted(path: str) -> str:
    """A path as one types it, in PowerShell too where it has blanks."""
    if all(sign.isalnum() or sign in "._-/" for sign in path):
        return path
    return shlex.quote(path) if set(path) & set('"$`\\!\n') else f'"{path}"'
