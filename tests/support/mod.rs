//! What several tests share: sites in memory, and diagnostics as lines of text.
#![allow(dead_code, clippy::disallowed_methods, reason = "each test uses a part, and tests read the disk")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use grappe::audit::{AuditError, NoMemory, audit};
use grappe::build::{Analysis, Options, analyse};
use grappe::check::check_theme;
use grappe::date::Day;
use grappe::diagnostic::{Diagnostic, has_errors};
use grappe::locale::Locale;
use grappe::output::Artifact;
use grappe::source::{FilePath, LineIndex, Source, Span};
use grappe::world::{MemoryWorld, World};

/// The day on which tests build, unless they say otherwise.
pub const TODAY: Day = Day::constant(2026, 11, 21);

/// A configuration that is right.
pub const CONFIG: &str = r#"[site]
name = "Essai"
address = "https://essai.example"
languages = ["fr", "en"]

[theme]
name = "nu"

[packs]
france = true

[rules]
unmarked-translation = "off"
"#;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The pages that a site must have.
pub const NEEDED_PAGES: [(&str, &str); 2] = [
    ("pages/accessibilite.md", "---\ntitle: Accessibilité\nrole: accessibility\n---\n"),
    ("pages/mentions-legales.md", "---\ntitle: Mentions légales\nrole: legal-notice\n---\n"),
];

/// A site with a configuration, the pages that it must have and a theme without templates.
pub fn bare_site() -> MemoryWorld {
    let mut world = MemoryWorld::new(TODAY);
    world.insert("site-config.toml", CONFIG);
    world.insert("themes/nu/theme.toml", "name = \"nu\"\n");
    for (path, text) in NEEDED_PAGES {
        world.insert(&format!("content/{path}"), text);
    }
    world
}

/// The real site: configuration, declarations, content and themes, as they are on disk.
pub fn real_site() -> MemoryWorld {
    let mut world = MemoryWorld::new(TODAY);
    let root = root();
    for file in [grappe::config::FILE, grappe::accessibility::FILE, grappe::ecodesign::FILE] {
        world.insert(file, std::fs::read(root.join(file)).expect("a file of the site"));
    }
    for folder in ["content", "themes"] {
        add_folder(&mut world, &root, &root.join(folder));
    }
    world
}

/// The theme of the repository, for a site whose own extends it.
pub fn add_theme(world: &mut MemoryWorld) {
    add_folder(world, &root(), &root().join("themes/sobre"));
}

/// A small site of `tests/sites`.
pub fn small_site(name: &str) -> MemoryWorld {
    let mut world = MemoryWorld::new(TODAY);
    let root = root().join("tests/sites").join(name);
    add_folder(&mut world, &root, &root);
    for path in world.paths().cloned().collect::<Vec<_>>() {
        if path.as_str().starts_with("expected/") {
            world.remove(path.as_str());
        }
    }
    world
}

/// An invented federation whose accessibility was audited, with the repository's theme.
pub fn audited_site() -> MemoryWorld {
    let mut world = small_site("phares");
    add_folder(&mut world, &root(), &root().join("themes/sobre"));
    world
}

/// The second federation of `tests/sites`, which is not of France: its own theme extends the
/// repository's, which stands beside it as on a disk.
pub fn site_of_quays() -> MemoryWorld {
    let mut world = small_site("quays");
    add_folder(&mut world, &root(), &root().join("themes/sobre"));
    world
}

fn add_folder(world: &mut MemoryWorld, root: &Path, folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add_folder(world, root, &path);
        } else {
            let below = path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
            world.insert(&below, std::fs::read(&path).expect("a file"));
        }
    }
}

/// What reading a site gives.
pub fn analysis(world: &dyn World) -> Analysis {
    analyse(world, Options::default()).expect("the world can be read")
}

/// All that is wrong in a site, in its pages too where they can be made.
pub fn all_diagnostics(world: &dyn World) -> Vec<Diagnostic> {
    let analysis = analysis(world);
    let mut diagnostics = analysis.diagnostics;
    if let Some(site) = analysis.site.filter(|_| !has_errors(&diagnostics)) {
        match audit(&site, world, &NoMemory) {
            Ok(audit) => diagnostics.extend(audit.diagnostics),
            Err(AuditError::Theme(fault)) => {
                diagnostics.extend(check_theme(&[fault], &site.federation.config));
            }
            Err(AuditError::World(error)) => panic!("{error}"),
        }
    }
    diagnostics
}

/// Every file of a site, made.
pub fn made(world: &dyn World) -> BTreeMap<String, Vec<u8>> {
    let analysis = analysis(world);
    let site = analysis
        .site
        .unwrap_or_else(|| panic!("no site: {}", lines(&analysis.diagnostics, world).join("\n")));
    let routes = site.plan.routes().iter();
    routes
        .map(|route| {
            let bytes = match site.make(route).expect("a sound template") {
                Artifact::Bytes(bytes) => bytes,
                Artifact::Copy(file) => world.read(&file).expect("a file"),
            };
            (route.address.file(), bytes)
        })
        .collect()
}

/// The text of a made file.
pub fn page<'a>(made: &'a BTreeMap<String, Vec<u8>>, file: &str) -> &'a str {
    let bytes = made.get(file).unwrap_or_else(|| panic!("no {file}"));
    std::str::from_utf8(bytes).expect("text")
}

/// Where words stand in a text: `2:11-18`, or `2:11-3:4` over several lines.
pub fn place(span: Span, text: &str) -> String {
    let index = LineIndex::new(text);
    let (start, end) = (index.position(span.start), index.position(span.end));
    if start.line == end.line {
        format!("{}:{}-{}", start.line, start.column, end.column)
    } else {
        format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
    }
}

/// A diagnostic as fixtures write it, without its file: `2:11-18 error[code]: message`, then hints.
pub fn expectation(diagnostic: &Diagnostic, text: &str) -> Vec<String> {
    let place = place(diagnostic.place.span, text);
    let (severity, code) = (diagnostic.severity.word(), diagnostic.code);
    let message = diagnostic.message.get(Locale::French);
    let mut lines = vec![format!("{place} {severity}[{code}]: {message}")];
    lines.extend(diagnostic.hints.iter().map(|hint| format!("hint: {}", hint.get(Locale::French))));
    lines
}

/// Diagnostics as lines, with their files.
pub fn lines(diagnostics: &[Diagnostic], world: &dyn World) -> Vec<String> {
    let line = |diagnostic: &Diagnostic| {
        let text = text_of(world, &diagnostic.place.file);
        format!("{} {}", diagnostic.place.file, expectation(diagnostic, &text).join(" / "))
    };
    diagnostics.iter().map(line).collect()
}

/// The text of a file, as diagnostics count in it.
pub fn text_of(world: &dyn World, path: &FilePath) -> String {
    world.read(path).map(|bytes| Source::decode(path.clone(), bytes).text).unwrap_or_default()
}

/// The bytes of a file of a fixture. A picture whose text is its size, `40x30`, is one of that size;
/// any other text is as it stands, its escapes followed.
pub fn file_bytes(path: &str, text: &str) -> Vec<u8> {
    let size = text.trim().split_once('x');
    let size = size.and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match size {
        Some((width, height)) => picture(path, width, height),
        None => unescape(text),
    }
}

/// A picture of a size: as much of it as tells what it is.
pub fn picture(path: &str, width: u16, height: u16) -> Vec<u8> {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let be = |number: u16| u32::from(number).to_be_bytes();
    match ending.as_str() {
        "png" => [b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".as_slice(), &be(width), &be(height)].concat(),
        "svg" => format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"/>")
            .into(),
        "jpg" | "jpeg" => {
            let size = [height.to_be_bytes(), width.to_be_bytes()].concat();
            [b"\xFF\xD8\xFF\xC0\0\x11\x08".as_slice(), &size, &[3, 1, 0x11, 0]].concat()
        }
        _ => panic!("no picture is made for {path}"),
    }
}

/// `\u{200B}` is a character and `\x{FF}` a byte; everything else is as it stands.
pub fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u{").into_iter().chain(rest.find("\\x{")).min() {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let end = at + rest[at..].find('}').expect("a closing brace");
        let number = u32::from_str_radix(&rest[at + 3..end], 16).expect("a number");
        if rest[at..].starts_with("\\u") {
            bytes.extend_from_slice(char::from_u32(number).expect("a character").to_string().as_bytes());
        } else {
            bytes.push(u8::try_from(number).expect("a byte"));
        }
        rest = &rest[end + 1..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}
