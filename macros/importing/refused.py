"""Why a file can't be imported, in the words an editor gets."""


class Refused(Exception):
    """`message` says what is wrong with the file, `cure` what to do instead, both in Chinese."""

    def __init__(self, message: str, cure: str) -> None:
        self.message, self.cure = message, cure
        super().__init__(f"{message}；{cure}")
