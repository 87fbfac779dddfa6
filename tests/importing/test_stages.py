"""How far a practice got, as a draft proposes it."""

import pytest

from macros.importing.stages import read_of
from macros.model.vocabulary import Scope, Status


def stage(text, name="板凳会", own=(), frame=("题目", "开头。")):
    found = read_of([("1", text)], dict.fromkeys(own, ""), name, frame)
    return found and (found.status, found.cue, found.scope)


@pytest.mark.parametrize(("text", "status", "cue"), [
    ("拟在全县推广“板凳会”。", Status.PLANNED, "拟"),
    ("我们计划开办板凳会。", Status.PLANNED, "计划"),
    ("建成“板凳会”会场42个。", Status.DONE, "建成"),
    ("正在推行板凳会。", Status.UNDER_WAY, "正在"),
])
def test_the_sentence_of_the_name_comes_first(text, status, cue):
    assert stage(text) == (status, cue, Scope.LOCAL)


def test_what_is_counted_in_a_past_span_is_done():
    assert stage("推行板凳会。两年来共收到意见2148条。") == (Status.DONE, "两年来共收到", Scope.LOCAL)
    assert stage("推行板凳会。目前已销号31张。") == (Status.DONE, "已销号", Scope.LOCAL)
    # Beside a plan it is none.
    assert stage("推行板凳会。今年计划共办12场，已准备。", own=("1",)) != (Status.DONE, "已准备", Scope.LOCAL)


def test_other_sentences_count_only_in_paragraphs_of_its_own():
    text = "推行板凳会。正在建一座桥。"
    assert stage(text) is None
    assert stage(text, own=("1",)) == (Status.UNDER_WAY, "正在", Scope.LOCAL)


def test_the_frame_is_the_heading_and_what_the_opening_says_of_the_speech():
    assert stage("推行板凳会。", frame=("三、下一步打算", "题目", "开头。")) == (Status.PLANNED, "打算", Scope.SPEECH)
    assert stage("推行板凳会。", frame=("题目", "现将几点打算汇报如下。")) == (Status.PLANNED, "打算", Scope.SPEECH)


@pytest.mark.parametrize("opening", ["全县现有委员187名。", "县政协坚持为民，探索出一些做法，现汇报如下。", "做了一些探索，汇报如下。"])
def test_what_an_opening_says_of_the_body_or_of_what_was_found_is_no_frame(opening):
    assert stage("推行板凳会。", frame=("题目", opening)) is None
