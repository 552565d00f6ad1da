//! The real site on the disk as it is published: with what hosts follow, and compressed files beside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use grappe::build::{Options, analyse};
use grappe::compression::{Encoding, is_worth_it};
use grappe::html::inline::InlineBlocks;
use grappe::html::tree::Tree;
use grappe::output::{Artifact, Site};
use grappe::plan::Output;
use grappe::world::{MemoryWorld, World};
use rayon::prelude::*;

use crate::support;

/// Texts and files that the real site has not: former addresses, pictures, documents.
const MORE: [(&str, &str); 6] = [
    (
        "content/pages/essai.md",
        "---\ntitle: Essai\nredirect_from: [/ancienne/page, /anciens/page.html, \"/été/l'an-{1}/\"]\n---\n\nUn essai.\n",
    ),
    (
        "content/pages/essai.en.md",
        "---\ntitle: Trial\nslug: trial\nredirect_from: [/en/former/]\n---\n\nA trial.\n",
    ),
    ("content/essais/dessin.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style></svg>"),
    ("content/essais/photo.webp", "RIFF"),
    ("content/essais/archive.tar.gz", "no archive"),
    ("content/essais/table é.csv", "a;b\n"),
];

/// A page whose script and style the policy allows, and one whose script it does not.
pub const ALLOWED: &str = "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>a</title>\
    <link rel=icon href=/medias/essais/dessin.svg><style>p{color:rgb(1, 2, 3)}</style><script type=application/ld+json>{\"a\":1}</script>\
    <p>a</p><script>document.title = 'ran'</script></html>";
const REFUSED: &str = "<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>a</title>\
    <link rel=icon href=/medias/essais/dessin.svg><p>a</p><script>document.title = 'nobody allowed this'</script></html>";
const PLANTED: [(&str, &str); 2] =
    [("essais/permis/index.html", ALLOWED), ("essais/refuse/index.html", REFUSED)];

/// The site, made once for all tests of a run.
pub static SITE: LazyLock<Published> = LazyLock::new(Published::new);

/// A site on the disk.
pub struct Published {
    pub folder: PathBuf,
    /// What is made for each address.
    pub routes: BTreeMap<String, (Output, Vec<u8>)>,
    /// A page for each template.
    pub pages: BTreeMap<&'static str, String>,
}

impl Published {
    fn new() -> Self {
        let mut world = support::real_site();
        for (path, text) in MORE {
            world.insert(path, text);
        }
        let site = released(&world);
        let mut routes: BTreeMap<String, (Output, Vec<u8>)> = BTreeMap::new();
        for route in site.plan.routes() {
            let bytes = bytes(&site.make(route).expect("a sound template"), &world);
            routes.insert(route.address.to_string(), (route.output.clone(), bytes));
        }
        let blocks = blocks(&routes);
        for (output, bytes) in routes.values_mut() {
            if let Output::Hosting(file) = output {
                *bytes = site.hosting(*file, &blocks);
            }
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting-site");
        let templates = site.plan.routes().iter().rev();
        let pages = templates.filter_map(|route| Some((site.template(route)?, route.address.to_string())));
        let published = Self { folder, routes, pages: pages.collect() };
        published.write();
        published
    }

    fn write(&self) {
        let _ = fs::remove_dir_all(&self.folder);
        let made = self.routes.iter().map(|(address, (_, bytes))| (file_of(address), bytes.as_slice()));
        let planted = PLANTED.iter().map(|(file, text)| ((*file).to_owned(), text.as_bytes()));
        let files: Vec<(String, &[u8])> = made.chain(planted).collect();
        files.par_iter().for_each(|(file, bytes)| self.write_file(file, bytes));
    }

    /// A file with its compressed ones. Brotli at its best takes long in a test: pages but the first have
    /// gzip alone.
    fn write_file(&self, file: &str, bytes: &[u8]) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("written");
        let encodings = [Some(Encoding::Gzip), (!file.ends_with("/index.html")).then_some(Encoding::Brotli)];
        for encoding in encodings.into_iter().flatten().filter(|_| is_worth_it(file)) {
            let beside = format!("{file}.{}", encoding.extension().expect("an ending"));
            fs::write(self.folder.join(beside), encoding.encode(bytes)).expect("written");
        }
    }

    /// What is made for an address.
    pub fn bytes(&self, address: &str) -> &[u8] {
        &self.routes.get(address).unwrap_or_else(|| panic!("no {address}")).1
    }

    /// The file by which a host is told.
    pub fn text(&self, address: &str) -> String {
        String::from_utf8(self.bytes(address).to_vec()).expect("text")
    }

    /// The first address with an ending of those that an output is made for.
    pub fn first(&self, wanted: fn(&Output) -> bool, ending: &str) -> &str {
        let found =
            self.routes.iter().find(|(address, (output, _))| wanted(output) && address.ends_with(ending));
        found.map(|(address, _)| address.as_str()).expect("an address")
    }
}

/// A site as it is published.
pub fn released(world: &MemoryWorld) -> Site {
    let options = Options { is_release: true, ..Options::default() };
    analyse(world, options).expect("the world can be read").site.expect("a site")
}

fn bytes(artifact: &Artifact, world: &MemoryWorld) -> Vec<u8> {
    match artifact {
        Artifact::Bytes(bytes) => bytes.clone(),
        Artifact::Copy(file) => world.read(file).expect("a file"),
    }
}

/// What stands in all pages, the one of which the policy must allow its blocks too.
fn blocks(routes: &BTreeMap<String, (Output, Vec<u8>)>) -> InlineBlocks {
    let mut all = InlineBlocks::of(&Tree::read(ALLOWED));
    for (output, bytes) in routes.values() {
        if matches!(output, Output::Page(..)) {
            all.add(&InlineBlocks::of(&Tree::read(&String::from_utf8_lossy(bytes))));
        }
    }
    all
}

fn file_of(address: &str) -> String {
    grappe::plan::Address::new(address).file()
}
