"""The conversation planner: building blocks of what to say."""
