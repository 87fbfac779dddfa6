"""Why a file can't be imported, in the words an editor gets."""

# The way from a file that shows text to one that can be read.
BY_HAND = "在阅读器里选中全文，复制到 Word 或 WPS，核对后存成 .docx，再导入"


class Refused(Exception):
    """`message` says what is wrong with the file, `cure` what to do instead, both in Chinese."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(f"{message}；{cure}")
