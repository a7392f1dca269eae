"""The formula language of a case and the language of its consent rule, read into Python functions.

Written from the published grammar alone, so that it can be compared with the product:
  formula := or [ ("implies" | "if" | "iff") or ]      these three do not chain
  or      := and { "or" and }
  and     := unit { "and" unit }
  unit    := [ "not" ] atom                            "not" takes the one atom after it
  atom    := "(" formula ")" | "true" | "false" | issue OP option | issue "in" "(" option, ... ")"
  OP      := "=" | "!=", and on an issue whose options are all numbers "<" "<=" ">" ">="
  consent := the same "and", "or" and parentheses over  party | k "of" "(" consent, ... ")"
"""
import re
from fractions import Fraction

WORDS = frozenset("not and or implies if iff in true false of".split())
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
TOKEN = re.compile(
    r"\s*(?:(?P<sign>!=|<=|>=|[=<>(),])"
    r"|(?P<word>-?[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9_.-])|[A-Za-z0-9][A-Za-z0-9_-]*))")


class FormulaError(ValueError):
    """The text is no formula, or names what the case does not have."""


def is_number(text):
    return NUMBER.fullmatch(text) is not None


def tokens_of(text):
    found, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise FormulaError(f"{text!r}: cannot read from {text[place:]!r}")
        found.append(match.group("sign") or match.group("word"))
        place = match.end()
    return found


class Parser:
    """What both languages share: a token list, `and` under `or`, parentheses."""

    def __init__(self, text):
        self.text, self.tokens, self.at = text, tokens_of(text), 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, *wanted):
        token = self.peek()
        if token is None or (wanted and token not in wanted):
            raise FormulaError(f"{self.text!r}: {token!r} where {wanted or 'more'} should stand")
        self.at += 1
        return token

    def all_of_it(self):
        expression = self.top()
        if self.peek() is not None:
            raise FormulaError(f"{self.text!r}: {self.peek()!r} does not belong here")
        return expression

    def top(self):
        return self.either()

    def either(self):
        return self.row("or", lambda: self.row("and", self.unit))

    def row(self, word, part):
        parts = [part()]
        while self.peek() == word:
            self.take(word)
            parts.append(part())
        return "(" + f" {word} ".join(parts) + ")"

    def list_of(self, part):
        self.take("(")
        parts = [part()]
        while self.peek() == ",":
            self.take(",")
            parts.append(part())
        self.take(")")
        return parts


class FormulaParser(Parser):
    """Gives a Python expression over `x`, a tuple with the option's index for each issue."""

    def __init__(self, text, issues):
        super().__init__(text)
        self.options = {name: options for name, options in issues}
        self.index = {name: i for i, (name, _) in enumerate(issues)}

    def top(self):
        left = self.either()
        if self.peek() not in ("implies", "if", "iff"):
            return left
        word = self.take()
        right = self.either()
        return {"implies": f"((not {left}) or {right})", "if": f"((not {right}) or {left})",
                "iff": f"({left} == {right})"}[word]

    def unit(self):
        if self.peek() == "not":
            self.take("not")
            return f"(not {self.atom()})"
        return self.atom()

    def atom(self):
        token = self.take()
        if token == "(":
            inside = self.top()
            self.take(")")
            return f"bool({inside})"
        if token in ("true", "false"):
            return token.capitalize()
        if token not in self.index:
            raise FormulaError(f"{self.text!r}: no issue {token!r}")
        return self.comparison(token)

    def comparison(self, issue):
        options, where = self.options[issue], self.index[issue]
        operator = self.take("=", "!=", "<", "<=", ">", ">=", "in")
        if operator == "in":
            named = self.list_of(lambda: self.option(issue))
            chosen = [i for i, option in enumerate(options) if option in named]
        elif operator in ("=", "!="):
            named = self.option(issue)
            chosen = [i for i, option in enumerate(options)
                      if (option == named) == (operator == "=")]
        else:
            chosen = self.by_size(issue, operator, self.take())
        return f"(x[{where}] in {tuple(chosen)!r})"

    def option(self, issue):
        token = self.take()
        if token not in self.options[issue]:
            raise FormulaError(f"{self.text!r}: {issue} has no option {token!r}")
        return token

    def by_size(self, issue, operator, bound):
        options = self.options[issue]
        if not is_number(bound) or not all(is_number(option) for option in options):
            raise FormulaError(f"{self.text!r}: {operator} needs numbers")
        holds = {"<": Fraction.__lt__, "<=": Fraction.__le__,
                 ">": Fraction.__gt__, ">=": Fraction.__ge__}[operator]
        return [i for i, option in enumerate(options) if holds(Fraction(option), Fraction(bound))]


class ConsentParser(Parser):
    """Gives a Python expression over `c`, the set of the parties that consent."""

    def __init__(self, text, parties):
        super().__init__(text)
        self.parties = set(parties)

    def unit(self):
        token = self.take()
        if token == "(":
            inside = self.top()
            self.take(")")
            return inside
        if token.isdigit() and self.peek() == "of":
            self.take("of")
            parts = self.list_of(self.top)
            return f"({' + '.join(f'bool({part})' for part in parts)} >= {int(token)})"
        if token not in self.parties:
            raise FormulaError(f"{self.text!r}: no party {token!r}")
        return f"({token!r} in c)"


def formula(text, issues):
    """A function from a package (tuple of option indices) to True or False.
    `issues` is a list of (id, [option ids])."""
    return eval("lambda x: bool(" + FormulaParser(text, issues).all_of_it() + ")")


def consent(text, parties):
    """A function from a set of consenting parties to True or False."""
    return eval("lambda c: bool(" + ConsentParser(text, parties).all_of_it() + ")")
