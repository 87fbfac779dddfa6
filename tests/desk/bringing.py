"""What a person does on the desk's page to bring a speech in."""

from playwright.sync_api import Page


def drop(page: Page, base: str, text: str) -> None:
    """A file with this text is dropped, and what was recognised is shown."""
    page.goto(f"{base}/import")
    page.locator("#file").set_input_files({"name": "发言.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="看看认出了什么").click()


def take(page: Page, practice: str) -> None:
    """A practice is chosen, and its draft written."""
    page.get_by_role("checkbox", name=practice).first.check()
    page.get_by_role("button", name="写成草稿，开始定").click()
