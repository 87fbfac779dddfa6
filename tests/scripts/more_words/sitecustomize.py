"""On PYTHONPATH, it has every process of a build know a vocabulary with a value more in three lists."""

import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

MORE = {
    '    EFFECT = "effect", "成效"\n': '    COST = "cost", "花多少钱"\n',
    '    UNCLEAR = "unclear", "不明"\n': '    PAUSED = "paused", "暂停"\n',
    '    INCENTIVE = "incentive", "考核激励"\n': '    NETWORK = "network", "联系网络"\n',
}


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str):  # never from a cache: the file says something else
        text = self.get_source(fullname) or ""
        for last, more in MORE.items():
            assert last in text, f"the vocabulary has no {last!r}"
            text = text.replace(last, last + more)
        return compile(text, self.path, "exec")


class _Finder:
    @staticmethod
    def find_spec(name: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != "macros.model.vocabulary":
            return None
        spec = PathFinder.find_spec(name, path, target)  # type: ignore[arg-type]
        assert spec
        assert spec.origin
        spec.loader = _Loader(name, spec.origin)
        return spec


sys.meta_path.insert(0, _Finder)  # type: ignore[arg-type]
