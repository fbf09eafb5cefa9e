# %% [markdown]
# # Readability: from a number to a number one can defend
#
# Ask five Python packages how hard an article is and you get five answers. This notebook shows why,
# and what newskit says instead. It needs no network.

# %%
import newskit as nk

article = nk.sample("khan-moscow-wire")
result = nk.score_readability(article)
print(f"Flesch Reading Ease: {result['flesch_reading_ease'].value:.1f}")

# %% [markdown]
# ## Why do tools disagree?
#
# Not because of the formula: that is three numbers and a line of arithmetic. They **count**
# differently. Here is textstat, the best-known package, run on the same text; the counts stand
# first, because they explain most of what follows.

# %%
comparison = result.compare("textstat")
comparison.round(2)

# %%
print(result.explain("flesch_reading_ease"))
print(result.explain("coleman_liau_grade"))

# %% [markdown]
# ## How are the counts made?
#
# A sentence is a sentence (“Gen. Khan met the U.S. envoy at 3 p.m.” is one), a dash separates words,
# names are known as names. Each sentence and each word can be looked at.

# %%
result.sentences[["sentence", "n_words", "n_syllables", "grade", "change_without"]].round(2).head(4)

# %%
hard = result.words.query("reasons != ''")
hard[["word", "syllables", "reasons"]].head(6)

# %% [markdown]
# ## How sure is it?
#
# The interval comes from drawing the article's own sentences again and again. The spread is between
# the formulas. A difference smaller than these is no difference.

# %%
result

# %% [markdown]
# The † marks a value that the formula was not made for: SMOG wants 30 sentences.
#
# ## Where does it stand?
#
# Among articles that were measured in the same way: `percentile` is the share of them that score
# lower. Two outlets are no norm; they are what could be measured and shown.

# %%
bands = result.bands().query("metric == 'flesch_kincaid_grade'")
bands[["reference", "years", "n_articles", "low_10", "median", "high_90", "value", "percentile"]].round(1)

# %% [markdown]
# ## What would change it?
#
# Three changes, each computed exactly. They are arithmetic, not advice: whether a sentence gains by
# being cut is for its writer to say.

# %%
for hint in result.hints():
    print(hint)

# %%
nk.explore(article, lens="readability")

# %% [markdown]
# ## What this does not say
#
# - **Whether the text is good**, or understood. On 4,724 excerpts that teachers rated, the best of
#   these formulas reaches a correlation of 0.59: a third of what makes a text hard is in it.
# - **Anything about another language.** Each formula is used only for the language it was made for;
#   elsewhere there is `nan` and a reason, for a count as for a score. A text that is clearly not in
#   the language it is said to be in has no score, or a caution where that language was asked for.
# - **Anything about a difference of half a grade.** Look at the interval above.
