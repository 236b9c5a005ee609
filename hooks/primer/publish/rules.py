"""Filter a style sheet down to the rules that are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import tinycss2
from tinycss2.ast import Declaration, Node

USE = re.compile(r"var\(\s*(--[\w-]+)")
"""A custom property that a value is made of."""


@dataclass(frozen=True)
class Rule:
    """What stands before a pair of braces, and what stands between them."""

    head: str
    body: Sequence[Rule | Declaration]


Rules = Sequence[Rule | Declaration]
Selector = Sequence[Node]


def rules_of(nodes: Iterable[Node], is_wanted: Callable[[Selector], bool]) -> Iterator[Rule | Declaration]:
    """Yield what is left of the contents of a style sheet, or of a pair of braces."""
    for node in nodes:
        if isinstance(node, Declaration):
            yield node
        elif getattr(node, "content", None) is not None:
            head = ",".join(tinycss2.serialize(one) for one in _selectors(node.prelude) if is_wanted(one))
            if node.type == "at-rule":
                head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            wanted_inside = _always if _is_keyframes(head) else is_wanted  # "from" is no selector
            # most rules are not wanted, and to read what is in one takes longer than to see that
            body = [*rules_of(tinycss2.parse_blocks_contents(node.content), wanted_inside)] if head else []
            if body:
                yield Rule(head, body)


def classes_in(selector: Selector) -> list[str]:
    """Return the classes that an element or those around it need; what stands in ``:not()`` is no such class."""
    return [sign.value for before, sign in pairwise(selector) if before == "." and sign.type == "ident"]


def elements_in(selector: Selector) -> list[str]:
    """Return the names of elements in a selector."""
    return [
        sign.value for before, sign in pairwise([None, *selector]) if sign.type == "ident" and before not in [".", ":"]
    ]


def attributes_in(selector: Selector) -> list[str]:
    """Return the names of the attributes that an element or those around it need."""
    return [sign.content[0].value for sign in selector if sign.type == "[] block" and sign.content[0].type == "ident"]


def properties_used(rules: Rules, more: Iterable[str] = (), *, defined: Rules = ()) -> frozenset[str]:
    """Return the custom properties of which values are made: those in ``rules``, and what ``more`` is made of.

    What a property is made of is looked up in ``rules`` and in ``defined``.
    """
    uses: dict[str, set[str]] = {}
    for declaration in declarations((*rules, *defined)):
        if _is_property(declaration):
            uses.setdefault(declaration.name, set()).update(_uses(declaration))
    found: set[str] = set()
    new = {*more, *(name for one in declarations(rules) if not _is_property(one) for name in _uses(one))}
    while new:
        found |= new
        new = {name for user in new for name in uses.get(user, ())} - found
    return frozenset(found)


def properties_alone(rules: Rules) -> Iterator[Rule | Declaration]:
    """Yield the rules without all that is no definition of a custom property."""
    for rule in rules:
        if isinstance(rule, Rule):
            yield Rule(rule.head, list(properties_alone(rule.body)))
        elif _is_property(rule):
            yield rule


def written(rules: Rules, properties: frozenset[str]) -> str:
    """Return the text of rules, without definitions of other custom properties and without keyframes nobody uses."""
    values = [tinycss2.serialize(one.value) for one in declarations(rules) if one.name.startswith("animation")]
    names = frozenset(re.findall(r"[\w-]+", " ".join(values)))
    return "".join(_written(rule, properties) for rule in rules if not _is_unused(rule, names))


def declarations(rules: Iterable[Rule | Declaration]) -> Iterator[Declaration]:
    """Yield every declaration in rules."""
    for rule in rules:
        if isinstance(rule, Rule):
            yield from declarations(rule.body)
        else:
            yield rule


def _written(rule: Rule | Declaration, properties: frozenset[str]) -> str:
    if isinstance(rule, Declaration):
        return "" if _is_property(rule) and rule.name not in properties else rule.serialize()
    separator = ";" if any(isinstance(one, Declaration) for one in rule.body) else ""
    body = separator.join(filter(None, (_written(part, properties) for part in rule.body)))
    return body and f"{rule.head}{{{body}}}"


def _selectors(prelude: Sequence[Node]) -> Iterator[Selector]:
    selector: list[Node] = []
    for sign in prelude:
        if sign == ",":
            yield selector
            selector = []
        else:
            selector.append(sign)
    yield selector


def _uses(declaration: Declaration) -> list[str]:
    return USE.findall(tinycss2.serialize(declaration.value))


def _is_property(declaration: Declaration) -> bool:
    return str(declaration.name).startswith("--")


def _is_keyframes(head: str) -> bool:
    return head.startswith("@") and "keyframes" in head.partition(" ")[0]


def _is_unused(rule: Rule | Declaration, animations: frozenset[str]) -> bool:
    """Tell whether a rule holds keyframes of which no animation makes use."""
    return isinstance(rule, Rule) and _is_keyframes(rule.head) and rule.head.rpartition(" ")[2] not in animations


def _always(_: Selector) -> bool:
    return True
