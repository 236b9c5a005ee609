"""The conversation planner: its building blocks, the scripts made of them and where pages place it."""
