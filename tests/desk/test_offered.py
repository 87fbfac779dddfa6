"""What may be a cue is offered beside the progress that is to be chosen, as the source writes it."""

import html
import io
import re

from tests.desk.conftest import Asked
from tests.desk.test_finishing import decide
from tests.desk.test_importing import form

TEXT = """办好“银扁担奖”

柳坪县政协

一、评出热心人

设立“银扁担奖”，每年评5名热心委员。

县里有三条河，两座山。
"""
ENTRY = "practices/yin-bian-dan-jiang"


def test_words_that_may_be_a_cue_are_buttons_until_a_step_is_chosen(asked: Asked) -> None:
    address = asked.send("/import", {"file": (io.BytesIO(TEXT.encode()), "发言.txt")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    taken = [name for name in re.findall(r'name="take" value="([^"]*)"', page) if "银扁担奖" in name][:1]
    asked.send(address, {**form(page), "take": taken, "write": "1"})
    assert "依据可以用“设立‘银扁担奖’，每年评”" in asked.read(f"{ENTRY}.yml")

    def offers() -> list[tuple[str, str]]:
        page = html.unescape(asked.get(f"/inbox/{ENTRY}?keep=accounts.0").get_data(as_text=True))
        return re.findall('data-done="([^"]*)" data-cue="(.*?)">', page)

    assert offers() == [("accounts.0.progress", "设立“银扁担奖”，每年评")]
    asked.say(ENTRY, {"accounts.0.progress.status": "done", "accounts.0.progress.cue": offers()[0][1], "accounts.0.progress.scope": "local"})
    assert offers() == [] and not [each for each in asked.found(ENTRY) if "progress" in each]
    decide(asked, ENTRY)
    asked.get("/")
    assert "看来已经做了" not in asked.read(f"{ENTRY}.yml")
