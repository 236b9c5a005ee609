"""Help lines: who to call or write to, by country."""
