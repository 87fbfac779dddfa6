import pytest

from macros.fulltext.expanded import other
from macros.fulltext.verbatim import Part, Texts

TEXT = '推行"双进""双亮"做法(进网格听民意、进企业解难题,亮身份树形象、亮承诺践初心),开展助学助困、扶弱扶志活动。'
HERE = Texts((Part("第2段", TEXT),))


@pytest.mark.parametrize(("term", "items", "ours", "theirs"), [
    ("双进", ("进网格解难题", "进企业听民意"), "进网格解难题、进企业听民意", "进网格听民意、进企业解难题"),
    ("双进", ("进网格听民意", "进企业送政策"), "进企业送政策", None),
    ("双进", ("进网格听意见", "进企业解难题"), "进网格听意见", "进网格听民意"),
    ("双进", ("进网格听民意",), "进网格听民意", "进网格听民意、进企业解难题"),
    ("双进", ("亮身份树形象", "亮承诺践初心"), "亮身份树形象、亮承诺践初心", "进网格听民意、进企业解难题"),
    ("双助", ("助学扶志", "扶弱助困"), "助学扶志、扶弱助困", "助学助困、扶弱扶志"),
])
def test_what_is_beyond_doubt(term: str, items: tuple[str, ...], ours: str, theirs: str | None) -> None:
    found = other(term, items, HERE)
    assert (found and tuple(found)) == ((ours, theirs, "第2段") if theirs else None)


@pytest.mark.parametrize(("term", "items"), [
    ("双进", ("进网格听民意", "进企业解难题")), ("双进", ("进企业解难题", "进网格听民意")), ("“双亮”", ("亮承诺践初心", "亮身份树形象")),
    ("双进", ("到网格里听群众说话", "到企业去解决难题")), ("双助", ("助学助困", "扶弱扶志")), ("助学", ("助学",)),
])
def test_the_same_and_words_of_ones_own(term: str, items: tuple[str, ...]) -> None:
    assert other(term, items, HERE) is None
