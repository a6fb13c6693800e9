"""Where the checkout keeps what the trainers write."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "quotex" / "models"
LEXICON = ROOT / "quotex" / "lexicon"
