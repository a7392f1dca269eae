"""Questions that no program answers: limits and interrupts must end them, memory stays bounded."""
import itertools
import random

from hostile import ANSWERED, CASE, LIMIT, START, Attack, is_json
from limits import issues, names, parties, rows


def clique(count, options, lines, seed=1):
    """Red lines over pairs of issues, all with all."""
    chance = random.Random(seed)
    pairs = list(itertools.combinations(range(count), 2))
    text = START + parties(4) + issues(count, options)
    red = []
    for r in range(lines):
        i, j = pairs[r % len(pairs)]
        red.append(f"{{id: r{r}, party: i{r % 4}, holds: i{i} != o{chance.randrange(options)} or "
                   f"i{j} != o{chance.randrange(options)} or i{chance.randrange(count)} = o0}}")
    return text + rows("red_lines", red)


def unclear(count):
    text = START + parties(4) + issues(32, 3)
    return text + rows("red_lines",
                       (f"{{id: r{r}, party: i{r % 4}, firmness: unclear, "
                         f"holds: i{r % 32} != o{r // 32 % 3}}}"
                                     for r in range(count)))


def many_sets(pairs):
    """2 to the `pairs` concession sets."""
    text = START + parties(2) + issues(pairs, 2)
    return text + rows("red_lines", itertools.chain.from_iterable(
        (f"{{id: a{i}, party: i0, holds: i{i} = o0}}",
         f"{{id: b{i}, party: i1, holds: i{i} = o1}}") for i in range(pairs)))


def pigeons(count):
    """One more party than holes: none, with no short reason."""
    text = START + parties(2) + issues(count, count - 1)
    return text + rows("red_lines", (f"{{id: r{k}, party: i{k % 2}, holds: '" + " and ".join(
        f"not (i{i} = o{h} and i{j} = o{h})" for h in range(count - 1)) + "'}"
        for k, (i, j) in enumerate(itertools.combinations(range(count), 2))))


CASES = {"clique-20": lambda: clique(20, 6, 190), "clique-60": lambda: clique(60, 10, 512),
         "unclear-512": lambda: unclear(512), "sets-2-to-256": lambda: many_sets(256),
         "sets-2-to-14": lambda: many_sets(14), "pigeons-12": lambda: pigeons(12),
         "pigeons-30": lambda: pigeons(30)}


def attacks():
    for name, make in CASES.items():
        text = make()
        yield Attack(f"{name}-time", ["zone", CASE, "--time-limit", "2"], (ANSWERED, LIMIT), [],
                     text)
        yield Attack(f"{name}-limit", ["zone", CASE, "--limit", "100000"], (ANSWERED, LIMIT),
                     [], text)
        yield Attack(f"{name}-check", ["check", CASE, "--time-limit", "2"], (ANSWERED, LIMIT),
                     [], text)
        yield Attack(f"{name}-judge", ["judge", CASE, "i0=o0", "--time-limit", "2"],
                     (ANSWERED, LIMIT), [], text)
        yield Attack(f"{name}-json", ["zone", CASE, "--json", "--time-limit", "1"],
                     (ANSWERED, LIMIT), [], text, output=is_json)
        yield Attack(f"{name}-interrupt",
                     "pourparler zone case.yaml & p=$!; sleep 1; kill -INT $p; wait $p",
                     (ANSWERED, LIMIT), [], text)
        yield Attack(f"{name}-proof",
                     "pourparler zone case.yaml --time-limit 2 --proof p.json >o; "
                     "c=$?; rm -f o p.json; exit $c", (ANSWERED, LIMIT), [], text)
