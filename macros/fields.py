"""What fields are made of: the kinds of values, and how a field is declared and fails."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
SUMMARY_LIMIT = 120
# Stands in a draft wherever a person must decide; the check does not pass until none is left.
TO_FILL = "待填"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Place = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?(\.[1-9][0-9]?)?$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\n\r]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\n\r]*$")]
Places = Annotated[tuple[Place, ...], Field(min_length=1)]


def _spelled(pattern: str, code: str) -> BeforeValidator:
    """Only this spelling: Python and pydantic would also read `1_000`, `１２`, `1e3` or a Unix time."""
    spelled = re.compile(pattern, re.ASCII).fullmatch

    def check(value: object) -> object:
        if isinstance(value, str) and not spelled(value.strip()):
            raise PydanticCustomError(code, "wrong spelling")
        return value
    return BeforeValidator(check)


Count = Annotated[int, _spelled(r"\d{1,9}", "int_parsing")]
Number = Annotated[Decimal, _spelled(r"-?\d{1,15}(\.\d{1,6})?", "decimal_parsing"), WithJsonSchema({"type": "number"})]
Day = Annotated[datetime.date, _spelled(r"\d{4}-\d{2}-\d{2}", "date_parsing")]
Yes = Annotated[Literal["true"], WithJsonSchema({"const": True})]


def field(label: str, meaning: str, example: Any = None, **kwargs: Any) -> Any:
    """A model field: Chinese `label`, `meaning` and an `example` that the field reference shows."""
    examples = None if example is None else [example]
    return Field(title=label, description=meaning, examples=examples, **kwargs)


def fail(code: str, message: str, cure: str) -> PydanticCustomError:
    """An error for an editor: `message` says what is wrong, `cure` what to write instead."""
    # The texts may quote an entry's own words, braces included, so they travel as context.
    return PydanticCustomError(code, "{message}", {"message": message, "cure": cure})


_NO_FIELDS: set[str] = set()


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_post_init(self, context: Any) -> None:
        # Nobody asks which fields a file wrote; a set of them for each part of each entry took more
        # than a quarter of the memory of a large library.
        object.__setattr__(self, "__pydantic_fields_set__", _NO_FIELDS)
