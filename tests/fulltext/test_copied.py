from macros.fulltext.copied import Said, chinese
from macros.library.catalog import load
from tests.small_tree import Tree

SUMMARY = "谋划按行业给委员编组，各组推举召集人，每年向全体委员报告一次履职情况"


def test_what_entries_say_is_known_after_a_build_has_released_their_files(tree: Tree) -> None:
    """A page that shares a run with a full text is looked at once the build has forgotten the files of the library."""
    tree.write("practices/wei-yuan-bian-zu.yml", "\n".join(
        f"summary: {SUMMARY}。" if line.startswith("summary: ") else line for line in tree.read("practices/wei-yuan-bian-zu.yml").split("\n")))
    catalog, findings = load(tree.root)
    assert not findings
    catalog.release()
    assert Said(catalog).covers(chinese(SUMMARY))


def test_an_entry_that_could_not_be_made_counts_with_what_its_file_says(tree: Tree) -> None:
    tree.write("practices/wei-yuan-bian-zu.yml", f"summary: {SUMMARY}。\n")
    assert Said(load(tree.root)[0]).covers(chinese(SUMMARY))
