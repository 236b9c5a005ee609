"""Pages and quizzes without the site around them, for frames on other sites."""
