//! What the parts of a build cost, on the content of the real site.
//!
//! `cargo bench --bench parts`, or `cargo bench --bench parts -- page` for those whose names hold a word.
#![allow(clippy::disallowed_methods, reason = "benches read and write the disk")]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use divan::{AllocProfiler, Bencher, black_box};
use grappe::audit::{Auditor, NoMemory};
use grappe::build::{Frame, Inputs, Options, examine, read_documents};
use grappe::check::check_page;
use grappe::date::Day;
use grappe::host::{Clock, DiskWorld, Target, write};
use grappe::html::tree::Tree;
use grappe::model::Federation;
use grappe::output::{Artifact, CompiledTheme, Site};
use grappe::parse::parse;
use grappe::plan::{NewsFilter, Output, Plan, Route, Subject};
use grappe::rendered::RenderedPage;
use grappe::schema::Kind;
use grappe::source::Source;
use grappe::typography::{Rules, plain};
use grappe::world::World;
use tempfile::TempDir;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The real site, read and ready to make any route.
struct RealSite {
    world: DiskWorld,
    inputs: Inputs,
    frame: Frame,
    site: Site,
}

static REAL: LazyLock<RealSite> = LazyLock::new(|| {
    let world = DiskWorld::new(PathBuf::from(env!("CARGO_MANIFEST_DIR")), Clock::Day(TODAY));
    let inputs = read(&world);
    let frame = Frame::new(&inputs, Options::default());
    let theme = CompiledTheme::new(&inputs.theme).expect("a sound theme");
    let site = Site::new(frame.federation.clone(), frame.plan.clone(), Arc::new(theme));
    RealSite { world, inputs, frame, site }
});

/// The day does not move, so that figures of two days are of the same work.
const TODAY: Day = Day::constant(2026, 11, 21);

fn read(world: &DiskWorld) -> Inputs {
    let inputs = Inputs::read(world, |entries| read_documents(world, entries));
    inputs.expect("files that can be read").expect("a configuration that can be used")
}

impl RealSite {
    fn federation(&self) -> &Federation {
        &self.frame.federation
    }

    fn plan(&self) -> &Plan {
        &self.frame.plan
    }

    /// The file of the longest post, which says most of what a text costs.
    fn longest_post(&self) -> Source {
        let posts = self.inputs.inventory.entries.iter().filter(|entry| entry.kind == Kind::Post);
        let sources = posts.map(|entry| {
            let bytes = self.world.read(&entry.path).expect("a file");
            Source::decode(entry.path.clone(), bytes)
        });
        sources.max_by_key(|source| source.text.len()).expect("a post")
    }

    /// The page of a subject in the first language.
    fn route(&self, subject: &Subject) -> &Route {
        let language = self.federation().config.languages.first().expect("a language");
        let address = self.plan().address(subject, language).expect("a page");
        self.plan().route(address).expect("a route")
    }

    /// The page that a bench names.
    fn page(&self, name: &str) -> &Route {
        let first = |kind| self.federation().listed(kind).next().expect("one of the kind").0;
        self.route(&match name {
            "post" => Subject::Entity(first(Kind::Post)),
            "pole" => Subject::Entity(first(Kind::Pole)),
            "news" => Subject::News(NewsFilter::All, 1),
            "poles" => Subject::Index(Kind::Pole),
            _ => Subject::Home,
        })
    }

    fn html(&self, name: &str) -> String {
        match self.site.make(self.page(name)) {
            Ok(Artifact::Bytes(bytes)) => String::from_utf8(bytes).expect("a page is text"),
            _ => panic!("{name} is no page"),
        }
    }
}

/// Pages of each sort: a text, a profile, a list, a directory, the first page.
const PAGES: [&str; 5] = ["post", "pole", "news", "poles", "home"];

#[divan::bench]
fn parse_post(bencher: Bencher<'_, '_>) {
    let source = REAL.longest_post();
    bencher.bench(|| parse(black_box(&source), Kind::Post, "post".into(), None));
}

#[divan::bench]
fn typeset_paragraph(bencher: Bencher<'_, '_>) {
    let text = "L'été dernier, la 1ère rencontre a réuni 1200 adhérents : \"un succès !\", dit l'équipe... \
                Le prochain rendez-vous (50 € pour 3 jours) se tiendra à Brest; on y parlera d'énergie.";
    bencher.bench(|| plain(black_box(text), Rules::French).into_owned());
}

#[divan::bench]
fn read_site(bencher: Bencher<'_, '_>) {
    bencher.bench(|| read(&REAL.world));
}

#[divan::bench]
fn model_and_plan(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Frame::new(&REAL.inputs, Options::default()));
}

#[divan::bench]
fn all_rules(bencher: Bencher<'_, '_>) {
    bencher.bench(|| examine(&REAL.inputs, &REAL.frame, &[]));
}

#[divan::bench]
fn compile_theme(bencher: Bencher<'_, '_>) {
    bencher.bench(|| CompiledTheme::new(&REAL.inputs.theme));
}

#[divan::bench(args = PAGES)]
fn make_page(bencher: Bencher<'_, '_>, name: &str) {
    let route = REAL.page(name);
    bencher.bench(|| REAL.site.make(black_box(route)).is_ok());
}

#[divan::bench(args = PAGES)]
fn read_tree(bencher: Bencher<'_, '_>, name: &str) {
    let html = REAL.html(name);
    bencher.bench(|| Tree::read(black_box(&html)));
}

#[divan::bench(args = PAGES)]
fn page_rules(bencher: Bencher<'_, '_>, name: &str) {
    let (route, html) = (REAL.page(name), REAL.html(name));
    let Output::Page(subject, language) = &route.output else { panic!("{name} is no page") };
    let auditor = Auditor::new(&REAL.site, &REAL.world, &NoMemory).expect("files that can be weighed");
    let audited = auditor.page(&REAL.site, route).expect("a sound template").expect("a page");
    let tree = Tree::read(&html);
    let page = RenderedPage {
        subject,
        language,
        tree: &tree,
        record: &audited.record,
        federation: REAL.federation(),
        plan: REAL.plan(),
    };
    bencher.bench_local(|| check_page(black_box(&page)));
}

/// Makes and writes every page to a folder that has none.
#[divan::bench(sample_count = 20)]
fn write_new(bencher: Bencher<'_, '_>) {
    let write_to = |folder: TempDir| {
        write_site(&folder);
        folder
    };
    bencher.with_inputs(|| tempfile::tempdir().expect("a folder")).bench_local_values(write_to);
}

/// Makes every page and finds each as it was.
#[divan::bench(sample_count = 20)]
fn write_unchanged(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder");
    write_site(&folder);
    bencher.bench_local(|| write_site(&folder));
}

fn write_site(folder: &TempDir) {
    let target = Target { folder: folder.path().to_owned(), is_dry: false, watch: None };
    write(&REAL.site, &REAL.world, &target).expect("a folder that can be written to");
}
