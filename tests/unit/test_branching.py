"""What can be reached, and what has no way out."""

from __future__ import annotations

from primer.core.graphs import circular, endless, longest, unreachable


def test_a_step_that_nothing_leads_to_is_unreachable():
    assert unreachable({"a": ["b"], "b": [], "lost": ["b"]}, "a") == ["lost"]


def test_steps_that_only_lead_to_each_other_are_unreachable_too():
    assert unreachable({"a": [], "x": ["y"], "y": ["x"]}, "a") == ["x", "y"]


def test_a_loop_with_a_way_out_ends():
    assert endless({"a": ["b"], "b": ["a", "end"], "end": []}) == []


def test_a_loop_without_a_way_out_is_endless_and_so_is_what_leads_only_into_it():
    assert endless({"in": ["x"], "x": ["y"], "y": ["x"], "end": []}) == ["in", "x", "y"]


def test_a_step_is_circular_when_a_way_leads_back_to_it():
    assert circular({"in": ["x"], "x": ["y", "end"], "y": ["x"], "self": ["self"], "end": []}) == ["x", "y", "self"]


def test_two_ways_to_one_step_are_no_loop():
    assert circular({"a": ["b", "c"], "b": ["end"], "c": ["end"], "end": []}) == []


def test_the_longest_way_counts_the_steps_before_the_end():
    assert longest({"a": ["b", "end"], "b": ["c", "end"], "c": ["end"], "end": []}, "a") == 3
    assert longest({"c": ["end"], "b": ["c"], "a": ["b", "end"], "end": []}, "a") == 3
    assert longest({"a": ["end"], "lost": ["a"], "end": []}, "a") == 1


def test_in_a_loop_each_step_counts_once():
    assert longest({"a": ["b"], "b": ["a", "end"], "end": []}, "a") == 2


def test_a_name_that_is_no_step_is_passed_over():
    steps = {"a": ["b", "typo"], "b": []}
    assert (unreachable(steps, "a"), endless(steps), circular(steps)) == ([], [], [])
