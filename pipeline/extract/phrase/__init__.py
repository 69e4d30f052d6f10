"""The phrases of a sentence that name a flow, with the parties that stand in front of and behind them."""
