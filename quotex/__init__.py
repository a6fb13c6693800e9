"""Who said what, and exactly where does the text say so?

>>> from quotex import extract_quotes
>>> [(a.speaker_name, a.quote.text) for a in extract_quotes("“We won,” said Ana Ruiz.")]
[('Ana Ruiz', 'We won,')]

Modules below this one may move; import from here.
