from macros.fulltext.likewise import clause_at, clauses, pairs


def test_clauses_and_where_they_stand() -> None:
    assert [each.text for each in clauses("上半年春耕，下半年秋收。")] == ["上半年春耕", "下半年秋收"]
    assert clause_at("上半年春耕，下半年秋收。", 8).text == "下半年秋收"
    assert clause_at("上半年春耕,下半年秋收;", 8).text == "下半年秋收"


def test_pairs_tell_what_a_clause_is_about() -> None:
    assert pairs("每年满意率97%") == {"满意", "意率", "年满"}
    assert pairs("率97%高", 1, 4) == set()
