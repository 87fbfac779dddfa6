"""Who is let in: the browser that has the address. A page elsewhere, another name for this computer and a path to a file are not."""

import io

import pytest
from flask.testing import FlaskClient

from tests.desk.conftest import HOST, ORIGIN, Asked

ENTRY = "practices/quan-yuan-ru-wei"


def test_the_token_in_the_address_is_changed_for_a_cookie_that_scripts_and_other_sites_do_not_get(asked: Asked) -> None:
    answer = asked.app.test_client().get(f"/inbox?token={asked.guard.token}", headers={"Host": HOST})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/inbox")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie
    assert asked.guard.token not in cookie


@pytest.mark.parametrize("address", ["/", f"/{ENTRY}", "/names/practices", "/assets/desk.js", f"/{ENTRY}/preview", "/text/ning-ju-gong-shi"])
def test_without_cookie_or_with_a_wrong_token_nothing_is_told(asked: Asked, address: str) -> None:
    client = asked.app.test_client()
    for asking in (address, f"{address}?token=x", f"{address}?token="):
        answer = client.get(asking, headers={"Host": HOST})
        assert answer.status_code == 403
        assert "政协" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["evil.example:8642", "evil.example", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8642", "[::1]:8642", "0.0.0.0:8642", ""])
def test_a_name_that_was_made_to_lead_here_is_refused(asked: Asked, host: str) -> None:
    for address in ("/", f"/{ENTRY}", f"/?token={asked.guard.token}"):
        assert asked.get(address, Host=host).status_code in (400, 403)
    assert asked.post(f"/{ENTRY}/save", {"version": 0}, Host=host, Origin=f"http://{host}").status_code in (400, 403)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8642", "http://127.0.0.1:9999", "http://localhost:8642", ""])
def test_a_page_elsewhere_can_change_nothing_and_read_nothing(asked: Asked, origin: str) -> None:
    before = asked.read(f"{ENTRY}.yml")
    given = {"version": asked.version(ENTRY), "fields": {"title": "改了"}}
    assert asked.post(f"/{ENTRY}/fields", given, Origin=origin).status_code == 403
    assert asked.get(f"/{ENTRY}", Origin=origin).status_code == 403
    assert asked.read(f"{ENTRY}.yml") == before and asked.desk.drafts.all() == []


def test_a_post_that_does_not_say_where_it_comes_from_is_refused(asked: Asked) -> None:
    assert asked.client.post(f"/{ENTRY}/save", json={"version": 0}, headers={"Host": HOST}).status_code == 403
    assert asked.get(f"/{ENTRY}", **{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}).status_code == 403


def test_every_post_is_guarded(asked: Asked) -> None:
    """A new address that changes something is behind the same door."""
    posts = [rule for rule in asked.app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    assert len(posts) > 10
    client: FlaskClient = asked.app.test_client()
    for rule in asked.app.url_map.iter_rules():
        address = rule.rule.replace("<kind>", "practices").replace("<entry_id>", "quan-yuan-ru-wei").replace("<", "").replace(">", "")
        assert client.open(address, method="POST", headers={"Host": HOST, "Origin": ORIGIN}).status_code == 403, address


@pytest.mark.parametrize("path", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "practices/..%2f..%2fpyproject", "practices/..", "assets/../../pyproject.toml",
                                  "assets/..%2fdesk.js", "assets/%2fetc%2fpasswd", "text/..%2f..%2fx", "names/..", "practices/a%00b", "originals/hui-bian", "practices/QUAN-YUAN-RU-WEI",
                                  "terms/..\\..\\x", "import/..%2f..%2fx", "corrections/..%2fx"])
def test_no_path_of_a_request_reaches_the_file_system(asked: Asked, path: str) -> None:
    answer = asked.get(f"/{path}")
    assert answer.status_code in (301, 302, 308, 404)
    assert "root:" not in answer.get_data(as_text=True) and "[project]" not in answer.get_data(as_text=True)


def test_what_is_sent_is_bounded(asked: Asked) -> None:
    answer = asked.client.post(f"/{ENTRY}/fields", data=b"x" * (3 * 1024 * 1024), content_type="application/json", headers={"Host": HOST, "Origin": ORIGIN})
    assert answer.status_code == 413
    assert asked.send("/import", {"file": (io.BytesIO(b"x" * (22 * 1024 * 1024)), "x.txt")}).status_code == 413
    for given in ([], "x", 7, {"version": "a"}, {"version": asked.version(ENTRY), "fields": {"title": {}}}, {"version": asked.version(ENTRY), "fields": ["title"]}):
        assert asked.post(f"/{ENTRY}/fields", given).status_code in (400, 409)


def test_every_answer_has_the_policy(asked: Asked) -> None:
    for address in ("/", f"/{ENTRY}", "/nothing/here", "/assets/desk.js", f"/{ENTRY}/preview"):
        headers = asked.get(address).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"] and "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in headers


def test_hostile_entries_are_text(asked: Asked) -> None:
    hostile = "<img src=x onerror=alert(1)>{{ 7*7 }}</textarea><script>alert(1)</script>"
    asked.say(ENTRY, {"title": hostile, "summary": hostile, "aliases.0": hostile, "accounts.0.points.0.text": hostile, "accounts.0.name": hostile})
    asked.save(ENTRY)
    for address in ("/", f"/{ENTRY}", f"/{ENTRY}/preview", "/text/wei-yuan-jing-zhun-lv-zhi", "/inbox"):
        page = asked.get(address).get_data(as_text=True)
        assert "<script>alert" not in page and "<img src=x" not in page and "49</textarea" not in page, address
    assert "&lt;script&gt;" in asked.get(f"/{ENTRY}").get_data(as_text=True)
