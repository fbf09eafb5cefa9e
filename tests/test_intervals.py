from __future__ import annotations

import math

import numpy as np
import pytest

from newskit.intervals import DRAWS, draw_sums, draw_weights, interval_of_mean, middle_95


def test_weights_draw_n_sentences_each_time() -> None:
    assert (draw_weights(7, 1).sum(axis=1) == 7).all()


@pytest.mark.parametrize("n", [5, 60, 300])  # 60: in several products; 300: in blocks
def test_sums_of_counts_are_exact_in_single_precision(n: int) -> None:
    rows = np.random.default_rng(0).integers(0, 60, size=(n, 10))
    rows[:, 0] = 1
    exact = draw_sums(rows.astype(np.float64), seed=3)
    assert exact.shape == (10, DRAWS)
    assert (exact[0] == n).all()
    assert (draw_sums(rows.astype(np.float32), seed=3) == exact).all()


def test_every_sentence_is_drawn_as_often() -> None:
    drawn = draw_weights(50, 0).sum(axis=0, dtype=np.int64)
    assert abs(drawn - DRAWS).max() < 5 * math.sqrt(DRAWS)


def test_same_seed_same_interval_other_seed_another() -> None:
    values = np.random.default_rng(0).normal(size=30)
    assert interval_of_mean(values, seed=1) == interval_of_mean(values, seed=1)
    assert interval_of_mean(values, seed=1) != interval_of_mean(values, seed=2)


def test_interval_covers_the_mean_about_as_wide_as_theory_says() -> None:
    values = np.random.default_rng(0).normal(size=100)
    low, high = interval_of_mean(values)
    assert low < values.mean() < high
    expected = 2 * 1.96 * values.std() / 10
    assert abs((high - low) - expected) < 0.15 * expected


def test_few_sentences_have_no_interval() -> None:
    assert all(math.isnan(bound) for bound in interval_of_mean(np.ones(4)))


def test_bounds_leave_out_25_draws_on_each_side() -> None:
    values = np.random.default_rng(0).permutation(1000).astype(float)
    assert middle_95(values).tolist() == [25.0, 974.0]
