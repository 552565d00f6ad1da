//! What is not to show yet leaks nowhere: not a word, not an address, not a count, in any byte of
//! the site.
#![allow(clippy::disallowed_methods, reason = "tests read and write the disk")]

mod support;

use std::collections::BTreeMap;

use grappe::date::Day;
use grappe::world::MemoryWorld;

/// A day on which everything that waits for a day has come.
const LATER: Day = Day::constant(2026, 12, 3);

/// A text that does not show on the day of tests: the word that only its files hold, its folder, its
/// own keys, and whether it shows in the end.
struct Secret {
    word: &'static str,
    folder: &'static str,
    keys: &'static str,
    shows_later: bool,
}

const fn secret(word: &'static str, folder: &'static str, keys: &'static str, shows_later: bool) -> Secret {
    Secret { word, folder, keys, shows_later }
}

const SECRETS: [Secret; 12] = [
    secret("ambrelune", "news/2026", "date: 2026-11-20\nembargo: 2026-12-01", true),
    secret("brisemiel", "news/2026", "date: 2026-11-20\nembargo: 2026-11-21T18:00", true),
    secret("cendregel", "news/2026", "date: 2026-11-20\npublish: 2026-12-01", true),
    secret("dorevague", "news/2026", "date: 2026-12-01", true),
    secret("ebenfleur", "news/2026", "date: 2026-11-20\ndraft: true", false),
    secret("fauvenuit", "news/2026", "date: 2026-10-20\nexpire: 2026-11-20", false),
    secret("grisombre", "events", "start: 2026-12-20\npublish: 2026-12-01", true),
    secret("hautepluie", "events", "start: 2026-12-20\nembargo: 2026-12-01", true),
    secret("ivoirechant", "calls", "closes: 2027-01-01\nopens: 2026-12-01", true),
    secret("jaspevent", "calls", "closes: 2027-01-01\nembargo: 2026-12-01", true),
    secret("koalabrume", "publications", "date: 2026-11-01\nembargo: 2026-12-01", true),
    secret("lilasorage", "pages", "draft: true", false),
];

impl Secret {
    /// Every file that only this text has a use for.
    fn add(&self, world: &mut MemoryWorld) {
        let Self { word, folder, keys, .. } = self;
        let is_page = *folder == "pages";
        let is_post = folder.starts_with("news");
        let about = format!("about: [tes, bretagne, societe-{word}]\n");
        let programmes = format!("programmes: [programme-{word}]\n");
        let own = match *folder {
            "pages" => format!("redirect_from: [/ancien-{word}/]\nmenu: {word}\n"),
            "events" => format!("{about}{programmes}place: Salle {word}\npeople: [auteur-{word}]\n"),
            "calls" => format!("{about}{programmes}"),
            "publications" => {
                format!("{about}authors: [auteur-{word}]\ndocument: {{file: ../files/{word}.pdf}}\n")
            }
            _ => format!(
                "{about}tags: [theme-{word}]\nauthor: auteur-{word}\nredirect_from: [/ancien-{word}/]\n\
                 image: {{file: ../../files/{word}.png, alt: \"{word}\", credit: \"{word}\"}}\n\
                 figures:\n  - {{metric: mesure-{word}, value: \"12\", as_of: 2026, source: source-{word}}}\n"
            ),
        };
        let source = if is_page { String::new() } else { format!("source: source-{word}\n") };
        let up = if is_post { "../../" } else { "../" };
        let texts = format!(
            "# {word}\n\n{word}, avec [[programme-{word}]], [[auteur-{word}]] et [[societe-{word}]].\n\n\
             ![Vue de {word}]({up}files/{word}.jpg)\n\n[Le dossier]({up}files/{word}.pdf)\n"
        );
        let path = format!("content/{folder}/{word}");
        world.insert(
            &format!("{path}.md"),
            format!("---\ntitle: Titre {word}\nsummary: Résumé {word}\nslug: fin-{word}\n{keys}\n{own}{source}---\n\n{texts}"),
        );
        world.insert(
            &format!("{path}.en.md"),
            format!("---\ntitle: Title {word}\nsummary: Summary {word}\nslug: end-{word}\n---\n\n{texts}"),
        );
        for ending in if is_post { &["jpg", "pdf", "png"][..] } else { &["jpg", "pdf"] } {
            let file = format!("content/files/{word}.{ending}");
            let own = format!("le fichier {word}").into_bytes();
            let begin = if *ending == "pdf" { Vec::new() } else { support::picture(&file, 40, 30) };
            world.insert(&file, [begin, own].concat());
        }
        world.insert(&format!("content/people/auteur-{word}.yaml"), format!("name: Auteur {word}\n"));
        world.insert(
            &format!("content/programmes/programme-{word}.yaml"),
            format!("name: Programme {word}\n"),
        );
        world.insert(
            &format!("content/organisations/societe-{word}.yaml"),
            format!("name: Société {word}\naliases: [\"{word} SA\"]\nkind: cluster\n"),
        );
    }
}

const LISTS: [(&str, &str); 5] = [
    ("tags", "terms:\n  - {id: labels, name: Labels}\n"),
    ("metrics", "terms:\n  - {id: members, name: adhérent}\n"),
    ("sources", "terms:\n  - {id: communique, title: Communiqué}\n"),
    ("organisation-kinds", "terms:\n  - {id: cluster, name: Cluster}\n"),
    ("sectors", "terms:\n  - {id: numerique, name: Numérique}\n"),
];

const SHOWN: [(&str, &str); 6] = [
    ("regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n"),
    ("poles/tes.yaml", "name: TES\nsectors: [numerique]\nregions: [bretagne]\n"),
    (
        "news/2026/2026-11-02-bilan.md",
        "---\ntitle: Bilan\ndate: 2026-11-02\nabout: [tes]\ntags: [labels]\n---\n\n![Carte](../../files/carte.png)\n",
    ),
    ("events/rencontre.md", "---\ntitle: Rencontre\nstart: 2026-12-18\nabout: [tes]\n---\n\nUn texte.\n"),
    ("files/carte.png", "40x30"),
    ("files/libre.pdf", "que rien ne cite"),
];

/// A site on a day, with the texts that do not show or as if they had never been written.
fn site(today: Day, secrets: &[Secret]) -> MemoryWorld {
    let mut world = support::real_site();
    for path in world.paths().map(ToString::to_string).collect::<Vec<_>>() {
        if path.starts_with("content/") {
            world.remove(&path);
        }
    }
    world.set_today(today);
    world.insert("site-config.toml", support::CONFIG.replace("\"nu\"", "\"sobre\""));
    for (path, text) in SHOWN {
        world.insert(&format!("content/{path}"), support::file_bytes(path, text));
    }
    for (list, text) in LISTS {
        let terms = secrets.iter().map(|Secret { word, .. }| match list {
            "tags" => format!("  - {{id: theme-{word}, name: Thème {word}}}\n"),
            "metrics" => format!("  - {{id: mesure-{word}, name: mesure {word}}}\n"),
            "sources" => format!("  - {{id: source-{word}, title: Source {word}}}\n"),
            _ => String::new(),
        });
        let terms: String = terms.collect();
        world.insert(&format!("content/vocabularies/{list}.yaml"), format!("{text}{terms}"));
    }
    for secret in secrets {
        secret.add(&mut world);
    }
    world
}

/// Where a word stands, in the bytes or names of files.
fn found<'a>(made: &'a BTreeMap<String, Vec<u8>>, word: &str) -> Vec<&'a str> {
    let has = |text: &str| text.to_lowercase().contains(word);
    let files = made.iter().filter(|(file, bytes)| has(file) || has(&String::from_utf8_lossy(bytes)));
    files.map(|(file, _)| file.as_str()).collect()
}

#[test]
fn the_site_is_what_it_would_be_had_nobody_written_them() {
    let made = support::made(&site(support::TODAY, &SECRETS));
    let without = support::made(&site(support::TODAY, &[]));
    assert!(made.keys().eq(without.keys()), "other files: {made:#?}", made = differing(&made, &without));
    for (file, bytes) in &made {
        let (one, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&without[file]));
        assert_eq!(one, other, "{file}");
    }
}

fn differing<'a>(
    one: &'a BTreeMap<String, Vec<u8>>,
    other: &'a BTreeMap<String, Vec<u8>>,
) -> Vec<&'a String> {
    let alone = one.keys().filter(|file| !other.contains_key(*file));
    alone.chain(other.keys().filter(|file| !one.contains_key(*file))).collect()
}

/// Entries that show may name what does not: in keys, to link to it when its day comes, and in
/// texts where it is no embargo.
fn name_them(world: &mut MemoryWorld) {
    for (number, Secret { word, folder, .. }) in SECRETS.iter().enumerate() {
        if folder.starts_with("news") {
            let event = format!(
                "---\ntitle: Journée {number}\nstart: 2026-11-10\nfollow_up: {word}\n---\n\nUn texte.\n"
            );
            world.insert(&format!("content/events/journee-{number}.md"), event);
        }
        let post = format!(
            "---\ntitle: Suite {number}\ndate: 2026-11-03\n{about}---\n\nAvec [[{word}]], [un texte]({word}.md) et [un autre][a].\n\n[a]: {kind}:{word}\n",
            about = if *folder == "pages" { String::new() } else { format!("about: [{word}]\n") },
            kind = match folder.split('/').next() {
                Some("news") => "post",
                Some(folder) => folder.trim_end_matches('s'),
                None => "",
            },
        );
        let post = if folder.starts_with("news") {
            post
        } else {
            post.replace(&format!("({word}.md)"), &format!("(../../{folder}/{word}.md)"))
        };
        world.insert(&format!("content/news/2026/suite-{number}.md"), post);
    }
}

#[test]
fn those_who_name_them_do_not_tell() {
    let mut world = site(support::TODAY, &SECRETS);
    name_them(&mut world);
    let dangling =
        support::analysis(&world).diagnostics.into_iter().filter(|it| it.code == "dangling-reference");
    assert_eq!(dangling.count(), 0, "the texts name what is there");
    let made = support::made(&world);
    for Secret { word, .. } in SECRETS {
        assert_eq!(found(&made, word), [""; 0], "{word}");
    }
    let page = support::page(&made, "actualites/2026/suite-0/index.html");
    assert!(page.contains("un texte qui n’est pas en ligne"), "{page}");
}

#[test]
fn they_show_when_their_day_comes() {
    let made = support::made(&site(LATER, &SECRETS));
    for Secret { word, shows_later, .. } in SECRETS {
        assert_eq!(!found(&made, word).is_empty(), shows_later, "{word}");
        if shows_later {
            for file in [format!("medias/files/{word}.jpg"), format!("personnes/auteur-{word}/index.html")] {
                assert!(made.contains_key(&file), "{file}");
            }
        }
    }
    assert!(made.contains_key("medias/files/libre.pdf"), "a file that nothing uses is served");
}
