"""Speech tags: “said Ana” beside a passage in marks."""
