from flask import Flask

from macros.desk.state import Desk


def register(app: Flask, desk: Desk) -> None:
    """Not yet."""
