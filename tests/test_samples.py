from __future__ import annotations

import pytest

import newskit as nk
from newskit.errors import UnknownName


def test_sample_has_the_shape_of_agency_copy() -> None:
    article = nk.sample("khan-moscow-wire")
    assert article.slug == "khan"
    assert article.dateline is not None
    assert article.dateline.place == "ISLAMABAD"
    assert article.headline is not None
    assert {item.rule for item in article.removed} == {"read more", "source link", "comments"}
    assert 350 <= len(nk.segment(article).words) <= 450


def test_rights_stand_in_the_table_and_on_the_card() -> None:
    assert nk.samples().loc["khan-moscow-wire", "rights"] == "MIT, with newskit"
    assert "Written for newskit" in nk.sample("khan-moscow-wire")._repr_html_()


def test_unknown_sample_names_the_known() -> None:
    with pytest.raises(UnknownName, match="khan-moscow-wire"):
        nk.sample("khan")
