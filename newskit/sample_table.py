"""The worked example: pieces written for newskit, in the shape in which such pieces arrive.

The texts stand in ``samples/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from newskit.article import Article
from newskit.errors import UnknownName
from newskit.loaders import plain

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled piece: what it is, where its facts come from, who may use it how."""

    name: str
    about: str
    origin: str
    rights: str
    language: str
    published: str


SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="khan-moscow-wire",
        about="Imran Khan's visit to Moscow, 23–24 February 2022, as an agency might report it",
        origin="Written for newskit. The facts are public (press reports of 23 February 2022); "
        "the words are ours, but for short quotations of what Imran Khan said to RT.",
        rights="MIT, with newskit",
        language="en",
        published="2022-02-23",
    ),
)


def sample(name: str) -> Article:
    """Return a bundled article. Raises UnknownName with the names there are.

    It goes through the plain-text loader as any file would; language, date and rights, which the
    text itself does not give, come from ``SAMPLES``.

    >>> sample("khan-moscow-wire").slug
    'khan'
    """
    for row in SAMPLES:
        if row.name == name:
            data = files("newskit").joinpath("samples", f"{name}.txt").read_bytes()
            article = plain.read_bytes(data, source=f"newskit sample {name}")
            return article.replace(
                language=row.language,
                published=row.published,
                rights=f"{row.rights}. {row.origin}",
            )
    raise UnknownName.among("sample", name, [row.name for row in SAMPLES])


def samples() -> pd.DataFrame:
    """Return a table of the bundled articles: name, what it is about, origin, rights.

    >>> list(samples().index)
    ['khan-moscow-wire']
    """
    import pandas as pd

    return pd.DataFrame(
        [{field: getattr(row, field) for field in row.__slots__} for row in SAMPLES]
    ).set_index("name")
