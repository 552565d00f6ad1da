#!/usr/bin/env python3
"""Lay a neutral corpus of posts out as a grappe site.

    corpus.py NEUTRAL OUT [--theme THEMES] [--as-peers | --references-alone]

NEUTRAL is what a corpus generator wrote: `content/actualites/*.md` and `content/partenariats/*.md`
with front matter in YAML, `data/pole_profiles.yaml`, `data/region_names.yaml`. The texts stay the same;
links between posts become links between files, which grappe checks. THEMES is the folder of themes to
use (the project's own by default). With --as-peers the site is made of the pages that other generators make of
the corpus, by the theme in benches/themes/: it does without what they have not, keywords stand at the end of
texts as they print them, every rule is on. With --references-alone every rule is off but those on syntax and
references, as the index of docs/rules/ groups them. Standard library only: the corpus's YAML is plain enough to be read
line by line.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CODES = ["84", "27", "53", "24", "94", "44", "01", "03", "32", "11", "04", "02", "06", "28", "75", "76", "52", "93"]
CONFIG = """[site]
name = "Réseau des pôles"
description = "Les actualités des pôles et des filières."
address = "https://www.example.org"
languages = ["fr"]
page_size = 20
without = {without}

[theme]
name = "{theme}"

[packs]
france = true

# An audit measures what pages weigh as they are; compressing them is another cost.
[host]
encoding = "none"
"""
# What grappe makes of the corpus and its peers do not.
WITHOUT = "years themes press_releases facets figures governance press open_data search site_plan".split()
# Audits are timed on pages in which nothing is wrong: the corpus has long posts, and titles twice.
ALLOWED = """
[rules]
repeated-page-title = "off"
""" + "".join(
    f"\n[budgets.{kind}]\nbytes = 60000\nfirst_view = 60000\nelements = 2000\neco_index = 50\n"
    for kind in "directory facet figures home list news page partnership pole post press region search site-plan".split()
)


def slugify(text: str) -> str:
    import unicodedata

    text = text.replace("œ", "oe").replace("'", "-").replace("’", "-")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def scalar(text: str):
    text = text.strip()
    if text.startswith(("[", '"')):
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return [part.strip() for part in text[1:-1].split(",") if part.strip()]
    return int(text) if text.isdigit() else text


def front_matter(path: Path) -> tuple[dict, str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return {k: scalar(v) for k, v in (line.split(": ", 1) for line in head.splitlines())}, body


def profiles(path: Path) -> dict[str, dict]:
    """A map of maps, one level deep, with literal blocks."""
    out: dict[str, dict] = {}
    block = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(" "):
            current = out.setdefault(line.rstrip(":"), {})
            block = None
        elif line.startswith("    ") or not line.strip():
            if block:
                current[block] += line[4:] + "\n"
        else:
            key, value = line.strip().split(":", 1)
            block = key if value.strip() == "|" else None
            current[key] = "" if block else scalar(value)
    return out


def literal(key: str, text: str) -> str:
    return f"{key}: |\n" + "".join(f"  {line}\n" if line else "\n" for line in text.strip().split("\n"))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def terms(ids: dict[str, str]) -> str:
    return "terms:\n" + "".join(f"  - id: {key}\n    name: {quoted(name)}\n" for key, name in sorted(ids.items()))


def links(body: str) -> str:
    return re.sub(r"\]\(/actualites/([a-z0-9-]+)/\)", r"](\1.md)", body)


def tagged(keywords: dict[str, str]) -> str:
    return f"tags: [{', '.join(keywords)}]\n" if keywords else ""


def posts(source: Path, out: Path, as_peers: bool) -> dict[str, str]:
    tags: dict[str, str] = {}
    for path in sorted(source.glob("*.md")):
        head, body = front_matter(path)
        keywords = {slugify(word): word for word in head["mots_cles"]}
        if as_peers:
            body = f"{body}\nMots-clés : {', '.join(keywords.values())}\n"
            keywords = {}
        tags |= keywords
        about = ", ".join(head["poles"] + head["regions"])
        text = (
            f"---\ntitle: {quoted(head['title'])}\ndate: {head['date'][:16]}\nsummary: {quoted(head['description'])}\n"
            f"about: [{about}]\n{tagged(keywords)}---\n{links(body)}"
        )
        write(out / "news" / path.name, text)
    return tags


def manifest(neutral: Path, out: Path) -> None:
    """Which posts a bench of previews edits, and where they and the lists that name them are served."""
    given = neutral / "bench-manifest.json"
    if not given.is_file():
        return
    posts = json.loads(given.read_text(encoding="utf-8"))
    for which in ("middle", "newest"):
        name = Path(posts[which]["file"]).name
        head, _ = front_matter(neutral / "content" / "actualites" / name)
        url = f"/actualites/{head['date'][:4]}/{Path(name).stem}/"
        shown = {"page": url, "home": "/", "list": "/actualites/", "feed": "/atom.xml"}
        posts[which] = {"file": f"content/news/{name}", "url": url, "shown": shown}
    write(out / "bench-manifest.json", json.dumps(posts, indent=2))


def all_but_references() -> str:
    """The table that switches every rule off but those on syntax and references."""
    group, codes = "", []
    for line in (PROJECT / "docs" / "rules" / "README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            group = line.removeprefix("## ")
        found = re.match(r"\| \[`([a-z0-9-]+)`\]", line)
        if found and group not in ("syntax", "reference"):
            codes.append(found[1])
    return "\n[rules]\n" + "".join(f'{code} = "off"\n' for code in codes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("neutral", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", type=Path)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--as-peers", action="store_true")
    which.add_argument("--references-alone", action="store_true")
    arguments = parser.parse_args()
    neutral, out = arguments.neutral, arguments.out
    content = out / "content"
    as_peers = arguments.as_peers
    if as_peers:
        config = CONFIG.format(theme="plain", without=json.dumps(WITHOUT))
    else:
        rules = all_but_references() if arguments.references_alone else ALLOWED
        config = CONFIG.format(theme="sobre", without="[]") + rules
    write(out / "site-config.toml", config)
    for name, role in [("mentions-legales", "legal-notice"), ("accessibilite", "accessibility")]:
        write(content / "pages" / f"{name}.md", f"---\ntitle: {name}\nrole: {role}\n---\nEssai.\n")
    themes = PROJECT / ("benches/themes" if as_peers else "themes")
    shutil.copytree(arguments.theme or themes, out / "themes")
    manifest(neutral, out)

    lists = content / "vocabularies"
    if tags := posts(neutral / "content" / "actualites", content, as_peers):
        write(lists / "tags.yaml", terms(tags))
    sectors: dict[str, str] = {}
    for slug, pole in profiles(neutral / "data" / "pole_profiles.yaml").items():
        sector = slugify(pole["domain"])
        sectors[sector] = pole["domain"]
        presentation = links(pole["presentation"])
        if as_peers:
            presentation += f"\nPrésidence : {pole['chair']}. Direction : {pole['director']}.\n"
        text = (
            f"name: {quoted(pole['name'])}\nsectors: [{sector}]\nregions: [{pole['region']}]\n"
            f"seat: {{city: {quoted(pole['city'])}, region: {pole['region']}}}\nfounded: {pole['founded']}\n"
            f"website: {quoted(pole['website'])}\ncontact: {{email: {quoted(pole['email'])}}}\n"
            f"figures:\n  - {{metric: members, value: \"{pole['members']}\", as_of: 2016-01-04, source: corpus}}\n"
        )
        if as_peers:
            text += f"  - {{metric: budget, value: \"{pole['budget_keur']} k€\", as_of: 2016-01-04, source: corpus}}\n"
        write(content / "poles" / f"{slug}.yaml", text + literal("description", presentation))
    write(lists / "sectors.yaml", terms(sectors))
    metrics = "terms:\n  - id: members\n    name: adhérent\n    plural: adhérents\n"
    write(lists / "metrics.yaml", metrics + ("  - id: budget\n    name: budget\n" if as_peers else ""))
    write(lists / "sources.yaml", "terms:\n  - id: corpus\n    title: Corpus d'essai\n")

    names = [line.split(": ", 1) for line in (neutral / "data" / "region_names.yaml").read_text(encoding="utf-8").splitlines()]
    for code, (slug, name) in zip(CODES, names):
        write(content / "regions" / f"{slug}.yaml", f"name: {name}\ncode: \"{code}\"\n")

    for path in sorted((neutral / "content" / "partenariats").glob("*.md")):
        head, body = front_matter(path)
        parties = "".join(f"  - {{organisation: {member}, role: partner}}\n" for member in head["membres"])
        text = (
            f"name: {quoted(head['title'])}\nkind: cooperation\nparties:\n{parties}"
            f"milestones:\n  - {{state: effective, on: {head['date'][:10]}}}\nsummary: {quoted(head['description'])}\n"
        )
        write(content / "partnerships" / f"{path.stem}.yaml", text + literal("description", links(body)))


if __name__ == "__main__":
    main()
