"""What fields are made of: the kinds of values, and how a field and a model are declared, read and fail."""

import copy
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
SUMMARY_LIMIT = 120
# Stands in a draft wherever a person must decide; the check does not pass until none is left.
TO_FILL = "待填"
# What stands in a comment behind a value that a draft proposes, until a person has agreed.
TO_CONFIRM = "待确认"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
PLACE = re.compile(r"[1-9][0-9]?(\.[1-9][0-9]?)?")
Place = Annotated[str, StringConstraints(pattern=f"^{PLACE.pattern}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\n\r]*$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\n\r]*$")]
Places = Annotated[tuple[Place, ...], Field(min_length=1)]

# A class that `entry` made.
Model = type
T = TypeVar("T")

_CONFIG = ConfigDict(extra="forbid", str_strip_whitespace=True, defer_build=True)


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
# A date as far as the source tells it: 2025-09-16, 2025-09, 2025.
_PARTIAL = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
# YAML takes a year alone for a number.
PartialDate = Annotated[str, StringConstraints(pattern=_PARTIAL),
                        WithJsonSchema({"anyOf": [{"type": "string", "pattern": _PARTIAL}, {"type": "integer", "minimum": 1000, "maximum": 2999}]})]
Yes = Annotated[Literal["true"], WithJsonSchema({"const": True})]


# Where a field is shown, each with its Chinese name: the pages, the files of `api/`, `kb diff`.
SHOWN = {"pages": "网页", "api": "给程序用的数据", "diff": "kb diff"}


@plain_dataclass(frozen=True)
class Internal:
    """Where a field is not shown (keys of `SHOWN`), each with the reason."""

    reasons: Mapping[str, str]


def field(label: str, meaning: str, example: Any = None, internal: str | Mapping[str, str] = "", **kwargs: Any) -> Any:
    """A model field: Chinese `label`, `meaning` and an `example` that the field reference shows.

    `internal` is why readers are not shown it: anywhere, or in the places (`SHOWN`) that are its keys.
    A field without it has to be seen in all of them; a test makes sure.
    """
    made: Any = Field(title=label, description=meaning, examples=None if example is None else [example], **kwargs)
    if internal:
        made.metadata.append(Internal(dict.fromkeys(SHOWN, internal) if isinstance(internal, str) else internal))
    return made


def fail(code: str, message: str, cure: str, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """An error for an editor: `message` says what is wrong, `cure` what to write instead, `at` the field below the model that it is about."""
    # The texts may quote an entry's own words, braces included, so they travel as context.
    return PydanticCustomError(code, "{message}", {"message": message, "cure": cure, "at": at})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def entry(cls: type[T]) -> type[T]:
    """The class as a model, whose fields are declared with `field`: an entry, or a part of one."""
    # A large library holds a hundred thousand of them and reads their fields millions of times: they are no
    # BaseModel, and have slots for the memory. Held by tests/bench/test_without.py; measured with
    # bench/without.py slots: without it the same CPU; 10,000 entries take 166 MB without, 144 with (2026-11-28).
    return dataclass(frozen=True, kw_only=True, slots=True, config=_CONFIG)(cls)  # type: ignore[return-value]


def fields_of(model: Model) -> Mapping[str, FieldInfo]:
    """The fields of a model by attribute, in the order of writing."""
    fields: Mapping[str, FieldInfo] = model.__pydantic_fields__  # type: ignore[attr-defined]
    return fields


def altered(entry: T, **fields: Any) -> T:
    """A copy with other values in some fields, by attribute; nothing is checked again, so that states
    may be made that no file may have.
    """
    made = copy.copy(entry)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def validated(model: type[T], data: Any) -> T:
    """The data of a file as the model has it. Raises `pydantic.ValidationError`."""
    made: T = model.__pydantic_validator__.validate_python(data)  # type: ignore[attr-defined]
    return made
