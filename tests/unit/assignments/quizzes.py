"""A quiz with topics of different sizes."""

from __future__ import annotations

from primer.features.quiz.model import Quiz
from pydantic import TypeAdapter

QUIZ: Quiz = TypeAdapter(Quiz).validate_json(
    """{
    "title": "The tides", "summary": "Five questions.", "level": "introductory", "minutes": 5,
    "shuffle": {"questions": true, "seed": 7},
    "draw": [{"objective": "times", "number": 1}],
    "objectives": [
        {"id": "times", "text": "Say **when** they come."},
        {"id": "unused", "text": "Nothing."},
        {"id": "causes", "text": "Say why."}
    ],
    "questions": [
        {"id": "a", "objective": "times", "type": "reflect", "prompt": "?", "model_answer": "x", "explanation": "y"},
        {"id": "b", "objective": "times", "type": "reflect", "prompt": "?", "model_answer": "x", "explanation": "y"},
        {"id": "c", "objective": "causes", "type": "reflect", "prompt": "?", "model_answer": "x", "explanation": "y"},
        {"id": "d", "type": "reflect", "prompt": "?", "model_answer": "x", "explanation": "y"}
    ]}"""
)
