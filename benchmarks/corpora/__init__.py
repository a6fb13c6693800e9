"""The public corpora, converted into gold documents: a module each."""
