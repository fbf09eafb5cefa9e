"""The tone of a text, sentence by sentence, with the words that made it."""
