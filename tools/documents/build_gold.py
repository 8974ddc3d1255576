#!/usr/bin/env python3
"""Builds tests/documents/press_style/gold.json from the annotations beside the texts.

    build_gold.py            writes gold.json
    build_gold.py --check    fails when gold.json is not what the annotations give
    build_gold.py --list     prints every mention and measure with its offsets, to read over
    build_gold.py --counts   prints how many of each type, status, attribution and date there are
    build_gold.py --perfect  prints the scan (one JSON object a line) that would agree with the gold everywhere

Nobody writes an offset: annotations quote the text, and this program finds the quotes and counts the UTF-8
bytes. A quote that is missing, or that occurs more often than the annotation says, is an error.

Files parties.ann, dev.ann and test.ann. Empty lines and lines that begin with # are skipped.

    party KEY | canonical name | type | listing or -

    article FILE                          begins the annotations of a text; then, in this order:
    published VALUE | precision | yes, partial or no | expression or -
    title QUOTE                           or: title -
    body QUOTE                            left out: from the title (or the beginning) to the end
    boiler KIND | QUOTE
    @ KEY: KIND SURFACE COUNT; ...        the mentions of a party
    no WHY | QUOTE                        a distractor
    ! TYPE STATUS ATTRIBUTION EVENT       a measure; its lines follow:
      ev QUOTE                            evidence
      tr WORDS                            trigger, inside the evidence
      a KEY; "words"                      actors
      t KEY; "words"                      targets
      d EXPRESSION | from_text | external the date; - for null
      src SOURCE | role                   who is answerable; via, cue, inferred, medium, condition, scope, list,
                                          amount, note, contested_by are lines of their own
      flags optional presupposed ended mutual

QUOTE: the words as they stand, or "first words ~~ last words" for a long passage (the nearest end behind the
beginning); "#2/3 words" for the second of three occurrences. \\n and \\t stand for a line break and a tab.

COUNT of a mention: nothing = the surface occurs once; *3 = three times, all annotated; 1,3/4 = the first and
the third of four. Surfaces are counted as whole words ("~" before the surface: also inside a word), longest
first: an occurrence inside a longer mention does not count. A kind that ends in + is nested: there only
occurrences inside a longer mention count.
"""
import collections
import hashlib
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "tests", "documents", "press_style")
NEGATIVES = os.path.join(ROOT, "tests", "documents", "negatives")

KINDS = {"f": "full", "s": "surname", "a": "acronym", "m": "metonym", "d": "descriptive_name", "t": "translated",
         "h": "short", "p": "partial", "o": "former_name", "g": "given_name", "x": "given_name_used_as_surname"}
PARTY_TYPES = {"person", "organization", "vessel", "government", "armed_group"}
TYPES = set("designation sanctions asset_freeze travel_ban trade_restriction financial_restriction blockade "
            "vessel_interception airspace_closure indictment reward severed_relations non_recognition licence "
            "relief safe_passage tariff forfeiture".split())
STATUSES = set("in_force announced considered offered alleged denied".split())
SOURCES = set("author named_official anonymous_official institution outlet document affected_party".split())
IN_ATTRIBUTION = ("via", "cue", "inferred", "medium")
IN_MEASURE = ("condition", "scope", "list", "amount", "note")
FLAGS = ("optional", "presupposed", "ended", "mutual")


class Wrong(Exception):
    pass


def plain(quote):
    return quote.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r")


def once(text, words, start=0, end=None):
    """[begin, end) of the only occurrence of the words, or of the one that "#2/3 " asks for."""
    end = len(text) if end is None else end
    asked = re.match(r"#(\d+)/(\d+) (.*)", words, re.S)
    which, total = (int(asked[1]), int(asked[2])) if asked else (1, 1)
    words = plain(asked[3] if asked else words)
    found = [m.start() for m in re.finditer(re.escape(words), text[start:end])]
    if len(found) != total:
        raise Wrong("%d occurrences, not %d: %r" % (len(found), total, words))
    begin = start + found[which - 1]
    return begin, begin + len(words)


def passage(text, quote):
    if " ~~ " not in quote:
        return once(text, quote)
    first, last = quote.split(" ~~ ")
    begin, after = once(text, first)
    at = text.find(plain(last), after)
    if at < 0:
        raise Wrong("no such end: %r" % last)
    return begin, at + len(plain(last))


def occurrences(text, surface):
    glued = surface.startswith("~")
    surface = surface[1:] if glued else surface
    for m in re.finditer(re.escape(plain(surface)), text):
        before, after = text[m.start() - 1:m.start()], text[m.end():m.end() + 1]
        if not glued and ((before.isalnum() and surface[0].isalnum()) or (after.isalnum() and surface[-1].isalnum())):
            continue
        yield m.start(), m.end()


class Article:
    def __init__(self, name, parties):
        self.name, self.parties = name, parties
        with open(os.path.join(FOLDER, name), "rb") as f:
            self.raw = f.read()
        self.text = self.raw.decode("utf-8")
        # Byte offset of every character, and of the end.
        self.byte = [0]
        for c in self.text:
            self.byte.append(self.byte[-1] + len(c.encode("utf-8")))
        self.publication = self.title = self.body = None
        self.boilerplate, self.distractors, self.measures, self.wanted = [], [], [], []

    def span(self, begin, end, with_text=True):
        at = {"start": self.byte[begin], "end": self.byte[end]}
        assert self.raw[at["start"]:at["end"]].decode("utf-8") == self.text[begin:end]
        if with_text:
            at["text"] = self.text[begin:end]
        return at

    def party(self, key):
        if key not in self.parties:
            raise Wrong("unknown party: " + key)
        return self.parties[key]

    def mentions(self):
        taken = []
        wanted = sorted(self.wanted, key=lambda w: (w[0].endswith("+"), -len(w[1])))
        for kind, surface, which, total, key in wanted:
            nested = kind.endswith("+")
            open_to = []
            for begin, end in occurrences(self.text, surface):
                around = [t for t in taken if t[0] < end and begin < t[1]]
                inside = [t for t in around if t[0] <= begin and end <= t[1] and (t[0], t[1]) != (begin, end)]
                if bool(inside if nested else around) == nested:
                    open_to.append((begin, end))
            if len(open_to) != total:
                raise Wrong("%d occurrences, not %d, of the mention %r" % (len(open_to), total, surface))
            taken += [(open_to[i - 1][0], open_to[i - 1][1], kind, key) for i in which]
        taken.sort(key=lambda t: (t[0], -t[1]))
        result = []
        for number, (begin, end, kind, key) in enumerate(taken, 1):
            party = self.party(key)
            mention = {"id": "P%d" % number, "surface": self.text[begin:end], **self.span(begin, end, False),
                       "type": party["type"], "kind": KINDS[kind.rstrip("+")], "canonical": party["canonical"],
                       "listed": party["listed"]}
            if kind.endswith("+"):
                mention["nested_in"] = next("P%d" % (i + 1) for i, t in enumerate(taken)
                                            if t[0] <= begin and end <= t[1] and t[:2] != (begin, end))
            if any(b["start"] <= mention["start"] and mention["end"] <= b["end"] for b in self.boilerplate):
                mention["in_boilerplate"] = True
            result.append(mention)
        return result

    def record(self):
        if self.publication is None:
            raise Wrong("no line 'published'")
        return {"file": self.name, "sha256": hashlib.sha256(self.raw).hexdigest(), "bytes": len(self.raw),
                "body": self.body or {"start": self.title["start"] if self.title else 0,
                                      "end": self.byte[len(self.text.rstrip())]},
                "title": self.title, "publication": self.publication, "boilerplate": self.boilerplate,
                "mentions": self.mentions(),
                "measures": [{"id": "M%d" % n, **self.finish(m)} for n, m in enumerate(self.measures, 1)],
                "distractors": self.distractors}

    def names(self, field):
        result = []
        for item in (i.strip() for i in field.split(";")):
            result.append(item[1:-1] if item.startswith('"') else self.party(item)["canonical"])
        return result

    def finish(self, m):
        for needed in ("ev", "tr", "a", "t"):
            if needed not in m:
                raise Wrong("a measure without '%s': %s" % (needed, m))
        begin, end = passage(self.text, m["ev"])
        date = None
        if "d" in m:
            expression, value, external = [None if p.strip() == "-" else p.strip() for p in m["d"].split("|")]
            date = {"expr": None, "from_text": value, "external": external}
            if expression:
                at = once(self.text, expression, begin, end)
                date = {"expr": self.text[at[0]:at[1]], "from_text": value, "external": external,
                        **self.span(*at, False)}
        attribution = {"kind": m["kind"]}
        if "src" in m:
            source, _, role = m["src"].partition(" | ")
            attribution["source"] = self.parties[source]["canonical"] if source in self.parties else source
            if role:
                attribution["role"] = role
        elif m["kind"] != "author":
            raise Wrong("no source: " + m["ev"])
        attribution.update({k: m[k] for k in IN_ATTRIBUTION if k in m})
        measure = {"type": m["type"], "actor": self.names(m["a"]), "target": self.names(m["t"]), "date": date,
                   "status": m["status"], "attribution": attribution,
                   "trigger": self.span(*once(self.text, m["tr"], begin, end)), "evidence": self.span(begin, end)}
        measure.update({k: m[k] for k in IN_MEASURE if k in m})
        if "contested_by" in m:
            measure["contested_by"] = self.names(m["contested_by"])
        flags = m.get("flags", "").split()
        if set(flags) - set(FLAGS):
            raise Wrong("unknown flag: " + m["flags"])
        measure.update({k: True for k in flags})
        measure["event"] = "%s-%s" % (self.name.split(".")[0], m["event"])
        return measure


def read(parties, articles, name):
    article = None
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            word, _, rest = line.partition(" ")
            rest = rest.strip()
            try:
                if word == "party":
                    key, canonical, kind, listed = [p.strip() for p in rest.split("|")]
                    if key in parties or kind not in PARTY_TYPES:
                        raise Wrong("party twice, or of no known type: " + key)
                    parties[key] = {"canonical": canonical, "type": kind, "listed": None if listed == "-" else listed}
                elif word == "article":
                    article = Article(rest, parties)
                    articles.append(article)
                else:
                    take(article, word, rest)
            except Wrong as wrong:
                raise Wrong("%s:%d: %s" % (name, number, wrong))


def take(article, word, rest):
    if word == "published":
        value, precision, inferable, expression = [p.strip() for p in rest.split("|")]
        article.publication = {
            "value": None if value == "-" else value, "precision": precision, "inferable_from_text": inferable,
            "expr": None if expression == "-" else article.span(*passage(article.text, expression))}
    elif word == "title":
        article.title = None if rest == "-" else article.span(*passage(article.text, rest))
    elif word == "body":
        article.body = article.span(*passage(article.text, rest), False)
    elif word == "boiler":
        kind, quote = rest.split(" | ", 1)
        article.boilerplate.append({**article.span(*passage(article.text, quote)), "kind": kind})
    elif word == "no":
        why, quote = rest.split(" | ", 1)
        article.distractors.append({"why": why, "evidence": article.span(*passage(article.text, quote))})
    elif word == "@":
        key, surfaces = rest.split(": ", 1)
        article.party(key)
        for item in surfaces.split(";"):
            m = re.fullmatch(r"\s*([a-z]\+?) (.+?)(?: \*(\d+)| ([\d,]+)/(\d+))?\s*", item)
            if not m or m[1].rstrip("+") not in KINDS:
                raise Wrong("not a mention: " + item)
            total = int(m[3] or m[5] or 1)
            which = [int(n) for n in m[4].split(",")] if m[4] else list(range(1, total + 1))
            article.wanted.append((m[1], m[2], which, total, key))
    elif word == "!":
        kind, status, source, event = rest.split()
        if kind not in TYPES or status not in STATUSES or source not in SOURCES:
            raise Wrong("not a measure: " + rest)
        article.measures.append({"type": kind, "status": status, "kind": source, "event": event})
    elif word in ("ev", "tr", "a", "t", "d", "src", "flags", "contested_by") + IN_ATTRIBUTION + IN_MEASURE:
        if not article.measures or word in article.measures[-1]:
            raise Wrong("'%s' twice, or before a measure" % word)
        article.measures[-1][word] = rest
    else:
        raise Wrong("unknown line: " + word)


def build():
    parties, articles, records = {}, [], []
    for name in ("parties.ann", "dev.ann", "test.ann"):
        if os.path.exists(os.path.join(FOLDER, name)):
            read(parties, articles, name)
    errors = []
    for article in articles:
        try:
            records.append(article.record())
        except Wrong as wrong:
            errors.append("%s: %s" % (article.name, wrong))
    texts = {n for n in os.listdir(FOLDER) if n.endswith((".txt", ".html", ".md"))}
    errors += ["not annotated: " + n for n in sorted(texts - {a.name for a in articles})]
    if errors:
        raise Wrong("\n".join(errors))
    return {
        "offsets": "UTF-8 byte offsets, half-open [start,end), into the file as it is",
        "scoring": "match a predicted measure to a gold measure when type is equal and the predicted evidence overlaps "
                   "the gold evidence; skip gold measures with optional=true when they are missed; score status, "
                   "actor, target, attribution on matched pairs; score events by grouping on event",
        "dates": "date.from_text is what the text and the publication date give; date.external is a real date that "
                 "does not stand in the text",
        "split": "rules are tuned on dev_*; test_* is only measured",
        "articles": records,
        "negatives": sorted(n for n in os.listdir(NEGATIVES) if n.endswith((".txt", ".html", ".md"))),
    }


def show(gold):
    for a in gold["articles"]:
        print("==", a["file"], a["publication"]["value"])
        for m in a["mentions"]:
            print("  %5d %-32s %s, %s%s%s" % (m["start"], m["surface"].replace("\n", "\\n"), m["canonical"], m["kind"],
                                           " [listed]" if m["listed"] else "", " +" if "nested_in" in m else ""))
        for m in a["measures"]:
            date = m["date"] or {}
            print("  %s %s %s %s(%s) %s -> %s | %s | %s | %s" % (
                m["event"].split("-")[-1], m["type"], m["status"], m["attribution"]["kind"],
                m["attribution"].get("source", ""), m["actor"], m["target"], date.get("expr"), date.get("from_text"),
                m["evidence"]["text"]))


def counts(gold):
    for split in ("dev_", "test_"):
        measures = [m for a in gold["articles"] if a["file"].startswith(split) for m in a["measures"]]
        articles = [a for a in gold["articles"] if a["file"].startswith(split)]
        print("%s %d articles, %d mentions, %d measures, %d events, %d optional, %d distractors" % (
            split, len(articles), sum(len(a["mentions"]) for a in articles), len(measures),
            len({m["event"] for m in measures}), sum("optional" in m for m in measures),
            sum(len(a["distractors"]) for a in articles)))
        for title, of in (("type", lambda m: m["type"]), ("status", lambda m: m["status"]),
                          ("attribution", lambda m: m["attribution"]["kind"]),
                          ("presupposed", lambda m: "presupposed" in m),
                          ("date expression", lambda m: bool((m["date"] or {}).get("expr"))),
                          ("date value", lambda m: bool((m["date"] or {}).get("from_text")))):
            table = collections.Counter(map(of, measures))
            print("  %s: %s" % (title, ", ".join("%s %d" % x for x in table.most_common())))
        mentions = [m for a in articles for m in a["mentions"]]
        for title in ("type", "kind"):
            table = collections.Counter(m[title] for m in mentions)
            print("  mention %s: %s" % (title, ", ".join("%s %d" % x for x in table.most_common())))
        print("  mentions of listed parties: %d" % sum(bool(m["listed"]) for m in mentions))


def perfect(gold):
    for a in gold["articles"]:
        print(json.dumps({
            "file": a["file"],
            "mentions": [{"start": m["start"], "end": m["end"], "party": m["canonical"], "kind": m["type"],
                          "entity": m["listed"]} for m in a["mentions"]],
            "measures": [{"type": m["type"], "actor": m["actor"], "target": m["target"], "status": m["status"],
                          "attribution": m["attribution"], "date": (m["date"] or {}).get("from_text"),
                          "evidence": m["evidence"]} for m in a["measures"]]}, ensure_ascii=False))
    for name in gold["negatives"]:
        print(json.dumps({"file": name, "mentions": [], "measures": []}))


def main():
    try:
        gold = build()
    except Wrong as wrong:
        sys.exit(str(wrong))
    path = os.path.join(FOLDER, "gold.json")
    text = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    if sys.argv[1:] == ["--check"]:
        with open(path, encoding="utf-8") as f:
            if f.read() != text:
                sys.exit("gold.json is not what the annotations give: run tools/documents/build_gold.py")
    elif sys.argv[1:] == ["--list"]:
        show(gold)
    elif sys.argv[1:] == ["--counts"]:
        counts(gold)
    elif sys.argv[1:] == ["--perfect"]:
        perfect(gold)
    elif not sys.argv[1:]:
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
