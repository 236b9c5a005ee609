"""The ground: diagnostics, YAML with positions, models and addresses; knows no Markdown and no feature."""
