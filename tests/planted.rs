//! A wrong id planted in each reference field of each kind is told at its exact place, with the
//! right suggestion. The tables of the schema say where references stand: none can be forgotten.

mod support;

use grappe::locale::Locale;
use grappe::schema::{Field, Format, Kind, List, Presence, Shape, Type};
use grappe::world::MemoryWorld;

/// An entry of each kind, to refer to.
const ENTRIES: [(&str, &str); 12] = [
    ("events/journee-annuelle.md", "---\ntitle: Journée\nstart: 2023-03-27\n---\n"),
    ("calls/appel-a-projets.md", "---\ntitle: Appel\ncloses: 2023-03-27\n---\n"),
    ("publications/rapport-annuel.md", "---\ntitle: Rapport\ndate: 2023-03-27\n---\n"),
    ("regions/bretagne.yaml", "name: Bretagne\ncode: \"53\"\n"),
    ("poles/images-et-reseaux.yaml", "name: Images & Réseaux\nsectors: [numerique]\nregions: [bretagne]\n"),
    ("organisations/digital-aquitaine.yaml", "name: Digital Aquitaine\nkind: reseau-local\n"),
    ("phases/phase-cinq.yaml", "name: Phase V\nnumber: 5\nfrom: 2023-01-01\nuntil: 2026-12-31\n"),
    ("programmes/prototype-numerique.yaml", "name: Prototype numérique\n"),
    ("people/alain-rousset.yaml", "name: Alain Rousset\n"),
    (
        "partnerships/candidature-commune.yaml",
        "name: Candidature\nkind: merger\nparties: [{organisation: digital-aquitaine, role: lead}]\nmilestones: [{state: announced, on: 2018}]\n",
    ),
    ("pages/contacter-la-federation.md", "---\ntitle: Contact\n---\n"),
    ("news/2023/2023-03-27-labellisation.md", "---\ntitle: Labels\ndate: 2023-03-27\n---\n"),
];

fn entity_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Region => "bretagne",
        Kind::Pole => "images-et-reseaux",
        Kind::Organisation => "digital-aquitaine",
        Kind::Phase => "phase-cinq",
        Kind::Programme => "prototype-numerique",
        Kind::Person => "alain-rousset",
        Kind::Partnership => "candidature-commune",
        Kind::Page => "contacter-la-federation",
        Kind::Post => "2023-03-27-labellisation",
        Kind::Event => "journee-annuelle",
        Kind::Call => "appel-a-projets",
        Kind::Publication => "rapport-annuel",
        Kind::Vocabulary | Kind::Picture => "sectors",
    }
}

fn term_id(list: List) -> &'static str {
    match list {
        List::Sectors => "numerique",
        List::Metrics => "adherents",
        List::Zones => "grand-ouest",
        List::Tags => "labellisation",
        List::OrganisationKinds => "reseau-local",
        List::Sources => "communique",
    }
}

fn world() -> MemoryWorld {
    let mut world = support::bare_site();
    for list in List::ALL {
        let title = if list == List::Sources { "title" } else { "name" };
        let text = format!("terms:\n  - id: {}\n    {title}: Un terme\n", term_id(list));
        world.insert(&format!("content/vocabularies/{}.yaml", list.name()), text);
    }
    for (path, text) in ENTRIES {
        world.insert(&format!("content/{path}"), text);
    }
    world
}

/// A way through the tables to a field that refers, and the id that belongs there.
#[derive(Clone)]
struct Way {
    fields: Vec<&'static Field>,
    right: &'static str,
}

fn ways(shape: &'static Shape, before: &[&'static Field], found: &mut Vec<Way>) {
    for field in shape.fields() {
        let mut fields = before.to_vec();
        fields.push(field);
        ways_of_type(&field.value, &fields, found);
    }
}

fn ways_of_type(value: &'static Type, fields: &[&'static Field], found: &mut Vec<Way>) {
    match value {
        Type::Several(item) => ways_of_type(item, fields, found),
        Type::Shape(shape) => ways(shape, fields, found),
        Type::TermOrShape(list, shape) => {
            found.push(Way { fields: fields.to_vec(), right: term_id(*list) });
            ways(shape, fields, found);
        }
        Type::Term(list) => found.push(Way { fields: fields.to_vec(), right: term_id(*list) }),
        Type::Reference(kinds) | Type::ReferenceOrText(kinds) | Type::ReferenceOrUrl(kinds) => {
            found.extend(kinds.iter().map(|kind| Way { fields: fields.to_vec(), right: entity_id(*kind) }));
        }
        _ => {}
    }
}

/// A value that holds, as YAML between braces and brackets.
fn sample(value: &Type) -> String {
    match value {
        Type::Text | Type::Markdown => "Texte".to_owned(),
        Type::Boolean => "false".to_owned(),
        Type::Integer(low, _) => low.to_string(),
        Type::Code => "\"76\"".to_owned(),
        Type::Date => "2023-03-27".to_owned(),
        Type::Quantity => "\"12\"".to_owned(),
        Type::Url => "\"https://exemple.fr\"".to_owned(),
        Type::Email => "a@exemple.fr".to_owned(),
        Type::Path => "/ancienne/".to_owned(),
        Type::Slug => "texte".to_owned(),
        Type::Choice(choices) => choices[0].word.to_owned(),
        Type::Weight => "45 Mo".to_owned(),
        Type::Duration => "3 min".to_owned(),
        Type::Reference(kinds) | Type::ReferenceOrText(kinds) | Type::ReferenceOrUrl(kinds) => {
            entity_id(kinds[0]).to_owned()
        }
        Type::Term(list) | Type::TermOrShape(list, _) => term_id(*list).to_owned(),
        Type::Shape(shape) => format!("{{{}}}", entries(shape, None, ", ")),
        Type::Several(item) => format!("[{}]", sample(item)),
    }
}

/// The value of a field on the way to the planted id.
fn planted(value: &Type, rest: &[&'static Field], wrong: &str) -> String {
    match value {
        Type::Several(item) => format!("[{}]", planted(item, rest, wrong)),
        Type::Shape(shape) | Type::TermOrShape(_, shape) if !rest.is_empty() => {
            format!("{{{}}}", entries(shape, Some((rest, wrong)), ", "))
        }
        _ => wrong.to_owned(),
    }
}

/// What a table needs, and the field on the way.
fn entries(shape: &Shape, way: Option<(&[&'static Field], &str)>, between: &str) -> String {
    let mut written = Vec::new();
    for field in shape.fields() {
        match way {
            Some((fields, wrong)) if fields[0].key == field.key => {
                written.push(format!("{}: {}", field.key, planted(&field.value, &fields[1..], wrong)));
            }
            _ if is_needed(field, way) => written.push(format!("{}: {}", field.key, sample(&field.value))),
            _ => {}
        }
    }
    written.join(between)
}

fn is_needed(field: &Field, way: Option<(&[&'static Field], &str)>) -> bool {
    let planted = way.map(|(fields, _)| fields[0].key);
    match field.presence {
        Presence::Optional => false,
        Presence::Required => true,
        Presence::RequiredUnless(other) => planted != Some(other),
    }
}

#[test]
fn a_wrong_id_in_each_reference_field_is_told_at_its_place() {
    let mut count = 0;
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Vocabulary) {
        let mut found = Vec::new();
        ways(kind.shape(), &[], &mut found);
        for way in found {
            check(kind, &way);
            count += 1;
        }
    }
    assert!(count > 100, "the tables refer in {count} places only");
}

fn check(kind: Kind, way: &Way) {
    let wrong = &way.right[..way.right.len() - 1];
    let text = entries(kind.shape(), Some((&way.fields, wrong)), "\n");
    let (text, extension) = match kind.format() {
        Format::Markdown => (format!("---\n{text}\n---\n\nTexte.\n"), ".md"),
        Format::Yaml => (text + "\n", ".yaml"),
    };
    let path = format!("content/{}/fiche-fautive{extension}", kind.folder());
    let mut world = world();
    world.insert(&path, text.clone());
    let name: Vec<&str> = way.fields.iter().map(|field| field.key).collect();
    let name = format!("{} {} ({})", kind.name(), name.join("."), way.right);

    let diagnostics = support::analysis(&world).diagnostics;
    let codes = ["dangling-reference", "unknown-metric"];
    let told: Vec<_> = diagnostics.iter().filter(|it| codes.contains(&it.code)).collect();
    assert_eq!(told.len(), 1, "{name}: {:#?}\n{text}", support::lines(&diagnostics, &world));
    let told = told[0];
    assert_eq!(told.place.file.as_str(), path, "{name}");
    assert_eq!(&text[told.place.span.range()], wrong, "{name}: the place\n{text}");
    let hints: Vec<&str> = told.hints.iter().map(|hint| hint.get(Locale::French)).collect();
    assert!(hints.iter().any(|hint| hint.contains(&format!("`{}`", way.right))), "{name}: {hints:?}");
}

/// Thirty faults in thirty files, and five in one, come back complete from one run.
#[test]
fn all_faults_come_in_one_run() {
    let mut world = world();
    for number in 0..30 {
        let text = format!("name: Pôle {number}\nsectors: [numerique]\nregions: [bretagnX]\n");
        world.insert(&format!("content/poles/pole-{number:02}.yaml"), text);
    }
    world.insert(
        "content/poles/pole-cinq.yaml",
        "nam: Pôle\nsectors: [nume]\nregions: [bretagn]\nfounded: 2023-02-30\nwebsite: javascript:alert(1)\n",
    );
    let diagnostics = support::analysis(&world).diagnostics;
    let in_files = diagnostics.iter().filter(|it| it.code == "dangling-reference");
    assert_eq!(in_files.filter(|it| it.place.file.name().starts_with("pole-") && it.place.file.name() != "pole-cinq.yaml").count(), 30);
    let mut codes: Vec<&str> =
        diagnostics.iter().filter(|it| it.place.file.name() == "pole-cinq.yaml").map(|it| it.code).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        ["dangling-reference", "dangling-reference", "impossible-date", "unknown-key", "unsafe-url"]
    );
    let mut sorted = diagnostics.clone();
    sorted.sort_by(|left, right| left.place.cmp(&right.place));
    assert!(diagnostics.iter().map(|it| &it.place).eq(sorted.iter().map(|it| &it.place)), "they come sorted");
}
