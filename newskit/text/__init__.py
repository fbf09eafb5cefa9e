"""Text split into paragraphs, sentences, words and quotes, always as offsets."""
