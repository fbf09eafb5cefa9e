# %% [markdown]
# # Who says so? Sources and claims of one article
#
# The questions that an editor and a fact-checker ask first: who is speaking, who has no name, what
# is nobody's claim, and what here can be checked. No key, no network, no model: rules and tables
# for English, whose answers you can read and doubt.

# %%
import pandas as pd

import newskit as nk

pd.set_option("display.max_colwidth", 70)
article = nk.sample("khan-moscow-wire")
sources = nk.find_sources(article)
sources

# %% [markdown]
# ## The ledger
#
# One row a voice: *Khan* and *He* are one speaker, under the fullest name in the article, and *the
# Russian president* is the man who was introduced as president. *Islamabad* is a place that speaks
# for a government. *Observers* have no name. `cues` are the verbs that make them responsible.

# %%
sources.table()

# %% [markdown]
# The foreign ministry is heard with two words: it *announced the trip*. That it *gave no agenda* is
# an act, which the article reports in its own voice. That the chill *has been described as* a
# reason is hearsay: words that are given to nobody.

# %%
lines = sources.sentences
lines[lines["share"] > 0][["sentence", "voice", "attribution", "cue", "share"]]

# %%
for name, share in sources.totals().items():
    print(f"{name:12} {share:5.0%}")
print("named, but never speak:", ", ".join(name for name, _ in sources.silent))

# %% [markdown]
# *Named* means that a reader is told who it is: by a name, by an office that one person holds (*the
# mayor*) or by the name of a body. *Observers*, *officials* or *a US court* is unnamed.
#
# ## Loaded cues
#
# *Said* reports that somebody spoke. Other verbs carry more: *claimed* doubt, *admitted* guilt,
# *revealed* that it is a fact. The word is the writer's choice, so the ledger shows it.

# %%
text = """The mayor, Maria Lopez, claimed that the bridge was safe. She later admitted that nobody
had tested it. “We meant to,” she said. It is believed that the council knew. Critics want her to go."""
nk.find_sources(text.replace("\n", " ")).table()[["speaker", "named", "words", "cues", "loaded"]]

# %% [markdown]
# ## What can be checked
#
# Numbers, money, dates, firsts and quotations, each with who says it. A date such as *Wednesday*
# is worked out only from the day of publication; where that is not known it stays open.

# %%
claims = nk.find_claims(article)
claims.table()[["kind", "text", "counts", "date", "source"]]

# %%
undated = nk.find_claims(article.replace(published=None))
[(claim.text, claim.date or claim.note) for claim in undated if claim.kind == "date"]

# %% [markdown]
# `claims.to_csv("to-check.csv")` writes the list as a checklist, with empty columns for what you
# find. How the article is built, in facts:

# %%
from newskit.sources.structure import describe_structure

describe_structure(article, sources=sources)

# %% [markdown]
# **What none of this says:** whether a source may stay unnamed, whether the choice of voices is
# fair, or whether a claim holds. To quote is not to agree. The rules miss
# some speech and mistake some speakers: read the sentence before you count on its row.
