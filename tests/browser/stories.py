"""Four pieces on one invented event, as four outlets might tell it, for the coverage tests."""

from __future__ import annotations

from newskit.article import Article

STORIES = (
    Article(
        headline="Council votes to bring back the Saltmere ferry",
        outlet="Harbour Gazette",
        published="2023-03-14",
        section="Local",
        language="en",
        text="The harbour council voted on Tuesday night to reopen the ferry line to Saltmere. "
        "Twelve members were in favour and five against.\n"
        "The line was closed nine years ago, when the municipalities could not agree on who "
        "should pay for a new landing stage. “It is a good day for the island,” said the mayor, "
        "Anna Holt.\n"
        "Opponents called the plan reckless. They fear that the costs will rise. The first boat "
        "is to sail in May.",
    ),
    Article(
        headline="Ferry returns after nine years of quarrel, and islanders celebrate",
        outlet="Island Voice",
        published="2023-03-15",
        language="en",
        text="Islanders danced on the pier. After nine terrible years without a boat, the ferry "
        "is coming back. It is wonderful news.\n"
        "“We have waited so long,” said Tom Reed, who runs the bakery. He was happy. His shop "
        "lost half of its customers when the line closed. Now he hopes for a better summer.",
    ),
    Article(
        headline="Saltmere subsidy raises questions about regional transport expenditure",
        outlet="The Ledger",
        published="2023-03-16",
        section="Business",
        language="en",
        text="The decision of the harbour council to subsidise the resumption of passenger "
        "services between the mainland and Saltmere, notwithstanding considerable uncertainty "
        "about the eventual expenditure, has attracted criticism from representatives of the "
        "neighbouring municipalities.\n"
        "An independent assessment commissioned by the regional administration estimated annual "
        "operating losses of approximately 1.2 million. The administration declined to comment. "
        "Negotiations concerning the distribution of responsibilities are expected to continue "
        "throughout the summer. No agreement has been reached. A failure would be costly.",
    ),
    Article(
        headline="سالٹمیئر کی کشتی سروس بحال",
        outlet="Roznama",
        published="2023-03-15",
        language="ur",
        text="کونسل نے منگل کی رات کشتی سروس بحال کرنے کے حق میں ووٹ دیا۔ بارہ ارکان نے حمایت "
        "کی۔ پہلی کشتی مئی میں روانہ ہوگی۔",
    ),
)
