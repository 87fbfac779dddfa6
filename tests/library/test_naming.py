"""Names where ids belong are answered with the id; what can't be read silences what waits for it."""



from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def first(tree: Tree, table: str) -> tuple[str, str]:
    lines = tree.read(table).splitlines()
    return lines[0].rstrip(":"), lines[1].split(": ", 1)[1]


def test_a_title_is_answered_with_its_id(tree: Tree) -> None:
    topic, title = first(tree, "topics.yml")
    for written in (title, f"《{title}》", f"“{title}”"):
        text = tree.read(KE_TANG)
        tree.replace(KE_TANG, f"[{topic}", f"[{written}")
        told = [line for line in tree.told() if KE_TANG in line]
        assert len(told) == 1
        assert told[0].endswith(f"写编号 {topic}（{title}）")
        tree.write(KE_TANG, text)


def test_few_are_listed_where_none_is_meant(tree: Tree) -> None:
    topic, title = first(tree, "topics.yml")
    tree.replace(KE_TANG, f"[{topic}", "[毫不相干")
    assert f"{topic}（{title}）" in next(line for line in tree.told() if KE_TANG in line)


def test_a_table_that_cannot_be_read_is_one_message_with_what_waits(tree: Tree) -> None:
    tree.write("topics.yml", tree.read("topics.yml").encode("gbk"))
    [told] = tree.told()
    assert told.startswith("data/topics.yml:")
    assert "处暂不检查" in told
