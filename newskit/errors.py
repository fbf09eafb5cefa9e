"""Every error that newskit raises on purpose.

::

    NewskitError
    ├── InputError (ValueError)        what was given cannot be used
    │   ├── EmptyText                  nothing to read in it
    │   ├── NotText                    bytes that are not text
    │   └── UnsupportedSource          no loader fits; the message says what would have
    ├── UnknownName (LookupError)      a metric, sample, lens … that does not exist
    ├── UnknownOption (TypeError)      a keyword that does not exist
    └── MissingPackage (ImportError)   an optional package, with the line that installs it

Each message says what would have worked.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class NewskitError(Exception):
    """Root of all errors raised on purpose by newskit."""


class InputError(NewskitError, ValueError):
    """What was given cannot be used as it is."""


class EmptyText(InputError):
    """There is no text to analyse."""


class NotText(InputError):
    """The bytes given are not text."""


class UnsupportedSource(InputError):
    """No loader fits the source."""


class UnknownName(NewskitError, LookupError):
    """A name that is in none of newskit's tables."""

    @classmethod
    def among(cls, kind: str, name: object, known: Iterable[str]) -> UnknownName:
        """Return the error for ``name``, with the nearest name and all known ones.

        >>> str(UnknownName.among("sample", "khan-wire", ["khan-moscow-wire"]))
        "There is no sample 'khan-wire'. Did you mean 'khan-moscow-wire'? Known: khan-moscow-wire."
        """
        return cls(f"There is no {kind} {name!r}. {_suggest(str(name), known)}")


class UnknownOption(NewskitError, TypeError):
    """A keyword argument that the callee does not take."""

    @classmethod
    def among(cls, callee: str, name: str, known: Iterable[str]) -> UnknownOption:
        """Return the error for the keyword ``name``, with the nearest one that exists.

        >>> str(UnknownOption.among("explore", "lenz", ["lens"]))
        "explore() takes no keyword 'lenz'. Did you mean 'lens'? Known: lens."
        """
        return cls(f"{callee}() takes no keyword {name!r}. {_suggest(name, known)}")


class MissingPackage(NewskitError, ImportError):
    """An optional package is not installed."""

    @classmethod
    def for_extra(cls, package: str, extra: str) -> MissingPackage:
        """Return the error for ``package``, with the pip line that installs it.

        >>> str(MissingPackage.for_extra("transformers", "transformers"))
        "This needs the package transformers: pip install 'newskit[transformers]'"
        """
        return cls(f"This needs the package {package}: pip install 'newskit[{extra}]'")


def _suggest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    guess = f"Did you mean {near[0]!r}? " if near else ""
    return f"{guess}Known: {', '.join(names)}."
