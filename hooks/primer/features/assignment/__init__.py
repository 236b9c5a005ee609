"""Setting a quiz as work: the assignment builder, and codes that lead to quizzes."""
