# %% [markdown]
# # Explorers: look first, then compute
#
# `nk.explore` is one door: an article, several articles, or a frame of measures. What you choose by
# hand comes back to Python: as a selection, as a table, as code. On GitHub, or in a notebook that
# you have not yet trusted, you see each explorer as plain HTML; run the cell to bring it to life.

# %%
import newskit as nk

article = nk.sample("khan-moscow-wire")
explorer = nk.explore(article)
explorer

# %% [markdown]
# ## One article
#
# Four lenses: readability, tone by two engines, sources. Point at a sentence or at its bar; a click
# or Enter pins it. Narrow down by class, by a word, to narration or to quotations; *Keys* lists all
# that works without a mouse. The same from Python, and back:

# %%
explorer.lens = "sources"
explorer.filters = {"voice": "Imran Khan"}
explorer.select(19)
explorer.checked = [5]  # a claim ticked off

print([span.of(article.text)[:40] for span in explorer.selection])
explorer.table().query("shown")[["sentence", "class", "value", "marked"]]

# %% [markdown]
# The claims are a checklist. Tick them off in the explorer, take them away as CSV, or go on here:

# %%
explorer.checklist().query("not checked")[["kind", "text", "date", "source"]].head(6)

# %% [markdown]
# ## The code behind the view
#
# *Copy as code*, or `.code()`, gives the Python that shows the same again. Put it into a paper, a
# mail or the next notebook.

# %%
print(explorer.code())

# %% [markdown]
# ## One event, several articles
#
# Three invented pieces on one vote, as three papers might tell it. Each lens stands on one common
# scale, with intervals: where they overlap, the difference may be chance. A headline opens its text.

# %%
ferry = [
    nk.Article(
        headline="Council votes to bring back the island ferry",
        outlet="Harbour Gazette",
        published="2023-03-14",
        language="en",
        text="The harbour council voted on Tuesday night to reopen the ferry line. Twelve members "
        "were in favour and five against.\n“It is a good day for the island,” said the mayor, Anna "
        "Holt. Officials said the first boat would sail in May. Opponents called the plan reckless.",
    ),
    nk.Article(
        headline="At last: the boat is back",
        outlet="Island Voice",
        published="2023-03-15",
        language="en",
        text="Islanders danced on the pier. After nine terrible years without a boat, the ferry is "
        "coming back.\n“We have waited so long,” said Tom Reed, who runs the bakery. He was happy. "
        "He hopes for a better summer.",
    ),
    nk.Article(
        headline="Ferry subsidy raises questions about expenditure",
        outlet="The Ledger",
        published="2023-03-16",
        language="en",
        text="The decision to subsidise passenger services, notwithstanding considerable "
        "uncertainty about the eventual expenditure, has attracted criticism from neighbouring "
        "municipalities.\nIt is believed that annual losses will reach 1.2 million. The regional "
        "administration declined to comment. A failure would be costly.",
    ),
]
coverage = nk.explore(ferry)
coverage

# %%
columns = ["outlet", "flesch_kincaid_grade", "tone_mean", "attributed_share", "n_voices"]
coverage.table()[columns].round(2)

# %% [markdown]
# ## Many articles
#
# `nk.measure` makes a frame of one row an article. Here 300 toy articles are put together by lot
# from the sentences above, so the numbers mean nothing; your archive goes in the same way. Draw over
# bars to keep them: every chart filters all the others, and the table below.

# %%
import random

draw = random.Random(0)
pool = [s.of(piece.text) for piece in ferry for s in nk.segment(piece).sentences]
toys = [
    nk.Article(
        headline=f"Toy article {i}",
        outlet=draw.choice(["Harbour Gazette", "Island Voice", "The Ledger"]),
        published=f"2023-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        language="en",
        text=" ".join(draw.choices(pool, k=draw.randint(4, 14))),
    )
    for i in range(300)
]
frame = nk.measure(toys)
corpus = nk.explore(
    frame,
    measures=["consensus_grade", "tone_mean", "attributed_share"],
    open_article=lambda row: toys[row.name],
)
corpus

# %%
corpus.filters = {"consensus_grade": [8, None], "outlet": ["The Ledger"]}
print(corpus.query())
print(f"{corpus.selection.sum()} of {len(frame)} articles; the same by the query:", end=" ")
print(len(frame.query(corpus.query())))

# %% [markdown]
# ## Away from the notebook
#
# `.to_html()` makes one page that needs no kernel and no network: for a colleague, or the record.
# `newskit.plots` draws the same views for print.

# %%
page = explorer.to_html()  # to_html("khan.html") writes it
print(f"{len(page.encode()) / 1000:.0f} kB, fetches nothing:", "src=" not in page)

# %%
from newskit import plots

lenses = (nk.score_readability, nk.score_sentiment, nk.find_sources)
axes = plots.plot_small_multiples(*([score(piece) for piece in ferry] for score in lenses))

# %% [markdown]
# **What an explorer does not say:** shades are the classes of a measure, not of quality. The caveat of
# each lens stands under its bars; the interval says how much a number would move by chance.
