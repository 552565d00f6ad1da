//! The preview shows what a clean build would: after any edits, for every address.

mod support;

use std::collections::BTreeSet;

use grappe::build::{Options, analyse};
use grappe::date::Day;
use grappe::diagnostic::Severity;
use grappe::output::Artifact;
use grappe::plan::Address;
use grappe::preview::{Changed, Pages, Preview, Reply, Trouble};
use grappe::source::FilePath;
use grappe::world::{Listing, MemoryWorld, Stamp, World, WorldError};
use proptest::prelude::*;

const OPTIONS: Options = Options { with_unpublished: true, is_release: false };

/// One edit: what is written or removed.
#[derive(Clone, Debug)]
enum Edit {
    /// Something of a text is put in the place of something else, wherever it stands.
    Replace(&'static str, &'static str, &'static str),
    /// A file is written.
    Write(&'static str, &'static str),
    /// A file is removed.
    Remove(&'static str),
    /// A file or folder has another name.
    Rename(&'static str, &'static str),
}

const POST: &str = "content/news/2023/2023-05-01-suite.md";
const FIRST: &str = "content/news/2023/2023-04-04-sans-suite.md";
const POLE: &str = "content/poles/un.yaml";

/// Edits as people make them: each is taken back by its neighbour, so that any series of them
/// passes through sound and unsound states.
const EDITS: [Edit; 47] = [
    Edit::Replace(POST, "title: La suite", "title: \"La suite, enfin\""),
    Edit::Replace(POST, "title: \"La suite, enfin\"", "title: La suite"),
    Edit::Replace(POST, "enfin !\".", "enfin !\" Encore des mots.\n\n## Un intertitre"),
    Edit::Replace(POST, "Un [*hub*]", "Le pôle [[un]] est un [*hub*]"),
    Edit::Replace(POST, "Le pôle [[un]] est un [*hub*]", "Un [*hub*]"),
    Edit::Replace(POST, "about: [deux]", "about: [deux, un]"),
    Edit::Replace(POST, "about: [deux, un]", "about: [deux]"),
    Edit::Replace(POST, "date: 2023-05-01", "date: 2023-06-02"),
    Edit::Replace(POST, "date: 2023-06-02", "date: 2023-05-01"),
    Edit::Replace(POST, "date: 2023-05-01\n", "date: 2023-05-01\ndraft: true\n"),
    Edit::Replace(POST, "\ndraft: true\n", "\n"),
    Edit::Replace(POST, "title: ", "slug: suite-et-fin\ntitle: "),
    Edit::Replace(POST, "slug: suite-et-fin\n", ""),
    Edit::Replace(POST, "---\ntitle", "---\ntags: [rapprochement]\ntitle"),
    Edit::Replace(POST, "tags: [rapprochement]\n", ""),
    // What cannot be: an entry that is not there, a file that cannot be read.
    Edit::Replace(POST, "Un [*hub*]", "Voir [[trois]], un [*hub*]"),
    Edit::Replace(POST, "Voir [[trois]], un [*hub*]", "Un [*hub*]"),
    Edit::Replace(POST, "about: [", "about: ["),
    Edit::Replace(POST, "about: [deux]", "about: [deux"),
    Edit::Replace(POST, "about: [deux\n", "about: [deux]\n"),
    Edit::Replace(FIRST, "[[deux]]", "[[deux|Deux]]"),
    Edit::Replace(FIRST, "redirect_from: [/ancienne-adresse]\n", ""),
    Edit::Replace(FIRST, "../../files/plan.txt", "../../files/plan-2.txt"),
    Edit::Replace(FIRST, "../../files/plan-2.txt", "../../files/plan.txt"),
    Edit::Rename("content/files/plan.txt", "content/files/plan-2.txt"),
    Edit::Rename("content/files/plan-2.txt", "content/files/plan.txt"),
    Edit::Rename(POST, "content/news/2023/2023-05-01-la-suite.md"),
    Edit::Rename("content/news/2023/2023-05-01-la-suite.md", POST),
    Edit::Rename("content/news", "contenus/news"),
    Edit::Rename("contenus/news", "content/news"),
    Edit::Write(
        "content/news/2024/2024-02-01-neuf.md",
        "---\ntitle: Neuf\ndate: 2024-02-01\nabout: [un]\n---\n\nDe quoi lire.\n",
    ),
    Edit::Remove("content/news/2024/2024-02-01-neuf.md"),
    Edit::Replace(POLE, "name: Pôle Un", "name: Pôle Premier"),
    Edit::Replace(POLE, "name: Pôle Premier", "name: Pôle Un"),
    Edit::Replace(POLE, "value: \"1 200\"", "value: \"1 300\""),
    Edit::Replace(
        POLE,
        "sectors: [numerique]\n",
        "sectors: [numerique]\ndescription: Du [texte](../pages/contact.md).\n",
    ),
    Edit::Replace(POLE, "description: Du [texte](../pages/contact.md).\n", ""),
    Edit::Write("themes/nu/assets/nu.css", "body { color: #123 }\n"),
    Edit::Write("themes/nu/assets/nu.css", "body { color: #321 }\n"),
    Edit::Replace("themes/nu/templates/base.html", "</html>", "<hr></html>"),
    Edit::Replace("themes/nu/templates/base.html", "<hr></html>", "</html>"),
    Edit::Replace("themes/nu/templates/post.html", "</h1>", "</h1>{% if %}"),
    Edit::Replace("themes/nu/templates/post.html", "{% if %}", ""),
    Edit::Replace(
        "site-config.toml",
        r#"["content", "contenus/pole-deux"]"#,
        r#"["contenus/pole-deux", "content"]"#,
    ),
    Edit::Replace(
        "site-config.toml",
        r#"["contenus/pole-deux", "content"]"#,
        r#"["content", "contenus/pole-deux"]"#,
    ),
    Edit::Replace("site-config.toml", "page_size = 2", "page_size = 1"),
    Edit::Replace("site-config.toml", "page_size = 1", "page_size = 2"),
];

/// Makes an edit; tells what a watcher would.
fn make(edit: &Edit, world: &mut MemoryWorld) -> Changed {
    let one = |path: &str| Changed::Files(vec![FilePath::new(path)]);
    match edit {
        Edit::Replace(path, from, to) => {
            if let Ok(bytes) = world.read(&FilePath::new(path)) {
                let text = String::from_utf8(bytes).expect("text");
                world.insert(path, text.replacen(from, to, 1));
            }
            one(path)
        }
        Edit::Write(path, text) => {
            let is_known = world.read(&FilePath::new(path)).is_ok();
            world.insert(path, *text);
            if is_known { one(path) } else { Changed::Everything }
        }
        Edit::Remove(path) => {
            world.remove(path);
            Changed::Everything
        }
        Edit::Rename(from, to) => {
            for path in world.paths().cloned().collect::<Vec<_>>() {
                if let Some(rest) = path.as_str().strip_prefix(from) {
                    let bytes = world.read(&path).expect("a file");
                    world.remove(path.as_str());
                    world.insert(&format!("{to}{rest}"), bytes);
                }
            }
            Changed::Everything
        }
    }
}

/// A preview, what makes its pages, and the site.
struct Session {
    world: MemoryWorld,
    preview: Preview,
    pages: Pages,
}

impl Session {
    fn new(world: MemoryWorld) -> Self {
        let mut session = Self { world, preview: Preview::new(OPTIONS), pages: Pages::default() };
        session.look(&Changed::Everything);
        session
    }

    fn look(&mut self, changed: &Changed) {
        self.preview.refresh(&self.world, changed);
        if let Some(examination) = self.preview.examination() {
            let examined = examination.run(&self.world).expect("no baseline is broken");
            assert!(self.preview.examined(examined), "nothing changed in between");
        }
    }

    fn edit(&mut self, edit: &Edit) {
        let changed = make(edit, &mut self.world);
        self.look(&changed);
    }

    fn reply(&self, address: &str) -> Reply {
        self.pages.reply(&self.preview.snapshot(), &Address::new(address))
    }

    fn page(&self, address: &str) -> String {
        match self.reply(address) {
            Reply::Page { bytes, .. } => String::from_utf8(bytes).expect("text"),
            other => panic!("{address} is no page: {other:?}"),
        }
    }

    /// What is told is what a check tells; where it refuses nothing, every address is what a build
    /// writes there, and there is no other.
    fn equals_a_clean_build(&self) {
        let clean = analyse(&self.world, OPTIONS).expect("the world can be read");
        let snapshot = self.preview.snapshot();
        assert!(snapshot.is_examined);
        let told = support::lines(&snapshot.diagnostics, &self.world);
        assert_eq!(told, support::lines(&clean.diagnostics, &self.world));
        if clean.diagnostics.iter().any(|it| it.severity == Severity::Error) {
            return;
        }
        let site = clean.site.expect("a site without errors");
        let addresses: BTreeSet<&Address> = site.plan.routes().iter().map(|route| &route.address).collect();
        let shown = snapshot.site.as_ref().expect("a site");
        let ours: BTreeSet<&Address> = shown.plan.routes().iter().map(|route| &route.address).collect();
        assert_eq!(ours, addresses);
        for route in site.plan.routes() {
            let reply = match self.pages.reply(&snapshot, &route.address) {
                Reply::Page { bytes, is_older: false, .. } | Reply::Bytes(bytes) => Artifact::Bytes(bytes),
                Reply::File(file) => Artifact::Copy(file),
                other => panic!("{}: {other:?}", route.address),
            };
            assert_eq!(reply, site.make(route).expect("a sound template"), "{}", route.address);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_series_of_edits_shows_what_a_clean_build_writes(
        series in prop::collection::vec((0..EDITS.len(), any::<bool>()), 1..12)
    ) {
        let mut session = Session::new(support::small_site("petite"));
        for (index, is_looked_at) in series {
            if is_looked_at {
                session.edit(&EDITS[index]);
                session.equals_a_clean_build();
            } else {
                // Several edits within the quiet time come as one.
                make(&EDITS[index], &mut session.world);
                session.look(&Changed::Everything);
            }
        }
        session.equals_a_clean_build();
    }
}

#[test]
fn each_edit_by_itself_shows_what_a_clean_build_writes() {
    let mut session = Session::new(support::small_site("petite"));
    let mut without_effect = 0;
    for edit in &EDITS {
        let before = session.preview.snapshot().revision;
        session.edit(edit);
        session.equals_a_clean_build();
        without_effect += usize::from(session.preview.snapshot().revision == before);
    }
    assert!(without_effect <= 2, "{without_effect} edits change nothing");
}

#[test]
fn the_real_site_after_edits_is_what_a_clean_build_writes() {
    let mut session = Session::new(support::real_site());
    let post = "content/news/2023/2023-03-27-enter-labellise.md";
    let path = session.world.paths().find(|path| path.as_str().starts_with("content/news/2023/"));
    let path = path.map_or(post.to_owned(), ToString::to_string);
    let text = String::from_utf8(session.world.read(&FilePath::new(&path)).expect("a post")).expect("text");
    let changed = Changed::Files(vec![FilePath::new(&path)]);
    for text in [text.replacen("title: ", "title: Encore ", 1), format!("{text}\nUn mot de plus.\n"), text] {
        session.world.insert(&path, text);
        session.look(&changed);
    }
    session.equals_a_clean_build();
}

#[test]
fn an_edit_of_words_keeps_the_plan_and_one_of_dates_does_not() {
    let mut session = Session::new(support::small_site("petite"));
    let plan = |session: &Session| session.preview.snapshot().site.as_ref().expect("a site").plan.clone();
    let before = plan(&session);
    session.edit(&Edit::Replace(POST, "title: La suite", "title: Une autre suite"));
    assert!(std::sync::Arc::ptr_eq(&before, &plan(&session)));
    assert!(session.page("/actualites/page/2/").contains("Une autre suite"));
    session.edit(&Edit::Replace(POST, "date: 2023-05-01", "date: 2023-05-02"));
    assert!(!std::sync::Arc::ptr_eq(&before, &plan(&session)));
}

#[test]
fn nothing_happens_where_nothing_changed() {
    let mut session = Session::new(support::small_site("petite"));
    let before = session.preview.snapshot().revision;
    assert!(!session.preview.refresh(&session.world, &Changed::Everything));
    assert_eq!(session.preview.snapshot().revision, before);
}

#[test]
fn a_tab_follows_its_page_when_its_file_or_address_changes() {
    let mut session = Session::new(support::small_site("petite"));
    let from = Address::new("/actualites/2023/suite/");
    assert!(matches!(session.reply(from.as_str()), Reply::Page { .. }));
    let to = |session: &Session| session.preview.snapshot().moves.target(&from).map(ToString::to_string);
    assert_eq!(to(&session), None);
    session.edit(&Edit::Replace(POST, "title: ", "slug: fin\ntitle: "));
    assert_eq!(to(&session).as_deref(), Some("/actualites/2023/fin/"));
    session.edit(&Edit::Replace(POST, "slug: fin\n", ""));
    assert_eq!(to(&session), None);
    session.edit(&Edit::Rename(POST, "content/news/2023/2023-05-01-la-suite.md"));
    assert_eq!(to(&session).as_deref(), Some("/actualites/2023/la-suite/"));
    assert!(matches!(session.reply("/actualites/2023/la-suite"), Reply::Moved(_)));
    assert!(matches!(session.reply("/nulle-part/"), Reply::Missing));
}

#[test]
fn what_each_stage_last_made_well_stands_in() {
    let mut session = Session::new(support::small_site("petite"));
    let (address, base) = ("/actualites/2023/suite/", "themes/nu/templates/base.html");
    let good = session.page(address);
    let codes = |session: &Session| -> Vec<&str> {
        session.preview.snapshot().diagnostics.iter().map(|it| it.code).collect()
    };

    // Reading: the file says nothing any more.
    session.edit(&Edit::Replace(POST, "about: [deux]", "about: [deux"));
    assert_eq!(session.page(address), good);
    assert!(session.preview.snapshot().older.contains(&FilePath::new(POST)));
    assert!(codes(&session).contains(&"invalid-yaml"), "{:?}", codes(&session));
    session.edit(&Edit::Replace(POST, "about: [deux", "about: [deux]"));
    assert!(session.preview.snapshot().older.is_empty() && codes(&session).is_empty());

    // The theme: a template that cannot be read.
    session.edit(&Edit::Replace(base, "</html>", "{% if %}</html>"));
    assert_eq!(session.page(address), good);
    assert_eq!(codes(&session), ["invalid-theme"]);
    session.edit(&Edit::Replace(POST, "Un [*hub*]", "Un autre [*hub*]"));
    assert!(session.page(address).contains("Un autre"), "texts can be edited under a broken theme");
    session.edit(&Edit::Replace(POST, "Un autre [*hub*]", "Un [*hub*]"));
    session.edit(&Edit::Replace(base, "{% if %}</html>", "</html>"));
    assert_eq!((session.page(address), codes(&session)), (good.clone(), Vec::new()));

    // Rendering: a template that asks for what its view has not.
    session.edit(&Edit::Replace(base, "</html>", "{{ nothing.at.all }}</html>"));
    match session.reply(address) {
        Reply::Page { bytes, is_older: true, .. } => assert_eq!(bytes, good.as_bytes()),
        other => panic!("{other:?}"),
    }
    assert!(matches!(session.reply("/poles/deux/"), Reply::Broken), "it was never rendered");
    assert_eq!((session.pages.faults().len(), session.pages.looked_at()), (2, 2));
    session.edit(&Edit::Replace(base, "{{ nothing.at.all }}</html>", "</html>"));
    assert_eq!(session.page(address), good);
    assert_eq!(session.pages.faults().len(), 1);

    // The configuration.
    session.edit(&Edit::Replace("site-config.toml", "[site]", "[site"));
    assert_eq!(session.page(address), good);
    assert!(!session.preview.snapshot().is_configured && !codes(&session).is_empty());
    session.edit(&Edit::Replace("site-config.toml", "[site", "[site]"));
    assert_eq!((session.page(address), codes(&session)), (good, Vec::new()));
    session.equals_a_clean_build();
}

#[test]
fn a_machine_at_fault_ends_nothing() {
    let mut session = Session::new(support::small_site("petite"));
    let address = "/actualites/2023/suite/";
    let good = session.page(address);
    let changed = Changed::Files(vec![FilePath::new(POST)]);
    for (fault, trouble) in [(Fault::Refuse, "World"), (Fault::Crash, "Crash")] {
        let broken = Broken { world: &session.world, fault };
        for changed in [&changed, &Changed::Everything] {
            session.preview.refresh(&broken, changed);
            let snapshot = session.preview.snapshot();
            assert!(format!("{:?}", snapshot.trouble).contains(trouble), "{:?}", snapshot.trouble);
            assert_eq!(session.page(address), good);
        }
        session.look(&changed);
        assert_eq!(session.preview.snapshot().trouble, None);
        session.equals_a_clean_build();
    }
    // The folder of the content is removed, and put back.
    let whole = session.world.clone();
    for path in whole.paths().filter(|path| path.as_str().starts_with("conten")) {
        session.world.remove(path.as_str());
    }
    session.preview.refresh(&session.world, &Changed::Everything);
    assert_eq!(session.preview.snapshot().trouble, Some(Trouble::NoContent));
    assert!(!session.preview.refresh(&session.world, &Changed::Everything), "the same trouble is told once");
    assert_eq!(session.page(address), good);
    session.world = whole;
    session.look(&Changed::Everything);
    session.equals_a_clean_build();
}

/// A world whose files cannot be read any more.
struct Broken<'a> {
    world: &'a MemoryWorld,
    fault: Fault,
}

#[derive(Clone, Copy)]
enum Fault {
    Refuse,
    Crash,
}

impl World for Broken<'_> {
    fn list(&self, folder: &str) -> Result<Listing, WorldError> {
        self.world.list(folder)
    }

    fn read(&self, path: &FilePath) -> Result<Vec<u8>, WorldError> {
        match self.fault {
            Fault::Refuse => {
                let source = std::io::ErrorKind::PermissionDenied.into();
                Err(WorldError { operation: "read", path: path.to_string(), source })
            }
            Fault::Crash => panic!("a fault of grappe itself"),
        }
    }

    fn stamp(&self, path: &FilePath) -> Result<Stamp, WorldError> {
        let stamp = self.world.stamp(path)?;
        Ok(Stamp { identity: stamp.identity + 1, ..stamp })
    }

    fn today(&self, time_zone: &str) -> Day {
        self.world.today(time_zone)
    }
}
