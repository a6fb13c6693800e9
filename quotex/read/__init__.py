"""Reading a text: paragraphs, sentences, tokens and tags, each computed when somebody asks for it."""

from quotex.read.document import Document, Sentence
from quotex.read.splitter import SentenceSplitter
from quotex.read.tokens import Tokens

__all__ = ["Document", "Sentence", "SentenceSplitter", "Tokens"]
