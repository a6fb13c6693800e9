"""Who is named: mentions, name forms, and the people and bodies behind them."""
