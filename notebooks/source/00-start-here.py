# %% [markdown]
# # Start here: one article, analysed
#
# This notebook loads a news report, measures how hard it is to read and what tone it has, and
# opens the explorer. It needs no key and no network. Run it with **Run ▸ Run All Cells**.
#
# The piece was written for newskit. It retells, in the shape of agency copy, a public event: Imran
# Khan's visit to Moscow on 23 and 24 February 2022. On the second day Russia invaded Ukraine.

# %%
import newskit as nk

article = nk.sample("khan-moscow-wire")
article

# %% [markdown]
# The card shows the news record that was read off the text (slug, headline, dateline), and an
# account of what was taken out of it. To use **your own article**, put the text in a file and say
# `article = nk.load_article("story.txt")`, or paste it: `nk.Article.from_text("""…""")`.

# %%
parts = nk.segment(article)
print(len(parts.paragraphs), "paragraphs,", len(parts.sentences), "sentences,", len(parts.words), "words")

# %% [markdown]
# ## How hard is it to read?
#
# Every score stands with its interval. Two readings of one article differ by chance as soon as the
# writer might have chosen other sentences: the interval says by how much.

# %%
readability = nk.score_readability(article)
readability

# %%
print(readability.explain("flesch_kincaid_grade"))
for hint in readability.hints():
    print(hint)

# %% [markdown]
# ## What tone does it have?
#
# The tone is worked out sentence by sentence, and the article's value is how those values are
# spread. The words that fired are there to be doubted: *“war”* names the subject of the piece as
# much as its tone, and the card says how much of the value rests on such words.

# %%
tone = nk.score_sentiment(article)
tone

# %%
tone.sentences.sort_values("value")[["value", "words"]].head(5)

# %% [markdown]
# ## Explore it
#
# Point at a sentence or a bar, click to pin it, or use the keyboard: arrow keys move, Enter pins,
# Escape lets go. The buttons above the text switch between the lenses.

# %%
explorer = nk.explore(article)
explorer

# %% [markdown]
# What you pin comes back to Python: `explorer.selection` is where the sentence lies in the text,
# `explorer.table()` is what the explorer shows, `explorer.code()` is how to get here again, and
# `explorer.to_html("story.html")` saves it as one page that needs nothing else.
#
# **What none of this says:** whether the report is true, fair, or well written. Formulas see the
# length of words and sentences; a lexicon sees words one at a time. The caveats on the cards belong
# to the numbers: quote them together.
