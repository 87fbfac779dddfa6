"""What is about a name that its own sentence explains."""

import pytest

from macros.importing.explained import about, planned, steps

SAID = "推行“两敲门”：会前敲门听想法，会后敲门送结果，居民没有听懂的再去一趟。"


@pytest.mark.parametrize("other", ["县长、副县长每人每年包抓2件难事。", "选题情况每季度在县报上登一次。", "县委把选题列入对乡镇的考核，占3分。"])
def test_a_sentence_behind_that_tells_of_another_doer_or_thing_is_not_about_it(other):
    assert about(SAID + other, "两敲门") == SAID


@pytest.mark.parametrize("more", ["去年走了310户，答复52件。", "区政协办公室每月公布敲门情况。", "对走不动的老人，上门代办。"])
def test_a_sentence_that_goes_on_or_has_its_word_is(more):
    assert about(SAID + more, "两敲门") == SAID + more


def test_a_name_that_no_sentence_explains_has_none():
    assert about("推行“两敲门”。会前敲门听想法。", "两敲门") is None
    assert steps("推行“两敲门”。会前敲门听想法，会后敲门送结果。", "两敲门") == []


def test_what_is_done_before_and_behind_are_steps():
    assert steps(SAID, "两敲门") == ["会前敲门听想法", "会后敲门送结果"]
    assert steps("推行“两敲门”：居民先听，委员再讲。", "两敲门") == []


def test_a_name_in_a_plan_behind_something_else_has_no_more_than_its_sentence():
    assert planned("每季晒一次题目12个。明年打算把题目贴到“听音角”。", "听音角") == "明年打算把题目贴到“听音角”。"
    assert planned("办“听音角”，每季晒一次题目。明年打算再办一处“听音角”。", "听音角") is None
    assert planned("每季晒一次题目。在村口办“听音角”。", "听音角") is None
