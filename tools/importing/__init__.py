"""Make quiz files of quizzes in the formats of other programs."""
