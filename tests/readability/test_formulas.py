from __future__ import annotations

import inspect
import re
from typing import Any

import numpy as np
import pytest

from newskit.readability.counts import Counts
from newskit.readability.scores import METRICS
from tests.conftest import read_cases

BY_NAME = {metric.name: metric for metric in METRICS}


@pytest.mark.parametrize("case", read_cases("formulas"))
def test_worked_example(case: dict[str, Any]) -> None:
    value = BY_NAME[case["metric"]].function(**case["counts"])
    assert round(float(value), case["places"]) == pytest.approx(
        round(case["expected"], case["places"])
    )


def test_every_metric_has_a_worked_example() -> None:
    assert {case.values[0]["metric"] for case in read_cases("formulas")} == set(BY_NAME)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_row_is_complete_and_agrees_with_its_function(metric: Any) -> None:
    fields = set(Counts.__dataclass_fields__)
    assert set(metric.inputs) <= fields
    assert set(re.findall(r"n_\w+", metric.formula)) == set(metric.inputs)
    assert metric.low < metric.high
    assert len(metric.caveat) > 20
    assert re.search(r"\b(19|20)\d\d\b", metric.reference)
    assert inspect.getdoc(metric.function)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_formula_takes_arrays_as_it_takes_numbers(metric: Any) -> None:
    generator = np.random.default_rng(0)
    arrays = {name: generator.integers(1, 200, size=9).astype(float) for name in metric.inputs}
    together = np.broadcast_to(metric.function(**arrays), 9)
    alone = [
        metric.function(**{name: column[i] for name, column in arrays.items()}) for i in range(9)
    ]
    assert np.allclose(together, np.array(alone, dtype=float))


def test_names_are_unique_and_grades_end_in_grade() -> None:
    assert len(BY_NAME) == len(METRICS)
    for metric in METRICS:
        assert (metric.unit == "US grade") <= metric.name.endswith("_grade")
