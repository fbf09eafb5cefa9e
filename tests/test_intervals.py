from __future__ import annotations

import math

import numpy as np

from newskit.intervals import draw_weights, interval_of_mean, middle_95


def test_weights_draw_n_sentences_each_time() -> None:
    assert (draw_weights(7, 1).sum(axis=1) == 7).all()


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
