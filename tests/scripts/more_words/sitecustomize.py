"""On PYTHONPATH, it has every process of a build know a vocabulary with a value more in three lists.

A status is worth nothing without a word of the sources that stands for it, so the table of words has one more too.
"""

import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

VOCABULARY = {
    '    EFFECT = "effect", "成效"\n': '    COST = "cost", "花多少钱"\n',
    '    UNCLEAR = "unclear", "不明", "原文讲了做法，看不出进展"\n': '    PAUSED = "paused", "暂停", "原文说停下了"\n',
    '    INCENTIVE = "incentive", "考核激励"\n': '    NETWORK = "network", "联系网络"\n',
}
WORDS = {"    rows = yaml.safe_load(TABLE.read_text(encoding=\"utf-8\"))\n": "    rows.append({\"status\": \"paused\", \"word\": \"停下\"})\n"}
MORE = {"macros.model.vocabulary": VOCABULARY, "macros.model.progress": WORDS}


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str):  # never from a cache: the file says something else
        text = self.get_source(fullname) or ""
        for last, more in MORE[fullname].items():
            assert last in text, f"{fullname} has no {last!r}"
            text = text.replace(last, last + more)
        return compile(text, self.path, "exec")


class _Finder:
    @staticmethod
    def find_spec(name: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in MORE:
            return None
        spec = PathFinder.find_spec(name, path, target)  # type: ignore[arg-type]
        assert spec
        assert spec.origin
        spec.loader = _Loader(name, spec.origin)
        return spec


sys.meta_path.insert(0, _Finder)  # type: ignore[arg-type]
