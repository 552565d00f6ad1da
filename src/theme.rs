//! A theme as it is on disk: templates, labels in each language, files served as they are.
//!
//! A theme may extend another: a file of the same path stands in for the other's, but for labels: each
//! stands in for the one of the same key. This module must not know any federation, nor what the
//! templates say.

mod labels;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use labels::LabelFile;
pub use labels::Labels;

use crate::language::Language;
use crate::source::{FilePath, Place, Source, Span};
use crate::suggestion::nearest;
use crate::toml_slip::TomlSlip;
use crate::world::{World, WorldError};

/// The folder of themes, below the site's.
pub const THEMES: &str = "themes";

/// The file that makes a folder a theme.
const MANIFEST: &str = "theme.toml";

/// How many themes may extend each other in a row.
const LONGEST_CHAIN: usize = 8;

/// A theme, its bases included.
#[derive(Debug, Default, PartialEq)]
pub struct Theme {
    /// Templates: their name below `templates/`, and their source.
    pub templates: BTreeMap<String, Source>,
    /// Labels by language tag.
    pub labels: BTreeMap<String, Labels>,
    /// Files served as they are.
    pub assets: Vec<ThemeAsset>,
    /// What is wrong.
    pub faults: Vec<ThemeFault>,
    /// The files that the labels of each language are from, those of the base first.
    label_files: BTreeMap<String, Vec<LabelFile>>,
    /// The languages whose labels are there and cannot be read.
    unreadable_labels: BTreeSet<String>,
}

/// A file served as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeAsset {
    /// Its path below `assets/`, by which templates name it.
    pub name: String,
    /// Where it lies.
    pub file: FilePath,
    /// Where it is served: its name bears a hash of its bytes, so that browsers may keep it.
    pub address: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// Something wrong in a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFault {
    /// In which file.
    pub file: FilePath,
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ThemeFaultKind,
}

/// Something wrong in a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFaultKind {
    /// A theme that is named and is not there.
    Missing {
        /// Its name.
        name: String,
        /// The theme that was most likely meant.
        near: Option<String>,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Themes that extend each other without end.
    Circular,
    /// A file that is not TOML of the shape expected.
    Unreadable(TomlSlip),
    /// A label that another language has.
    MissingLabel {
        /// The label.
        key: String,
        /// The language that lacks it.
        language: String,
    },
    /// A template that cannot be read or rendered; in the engine's words.
    Template(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    extends: Option<Spanned<String>>,
    #[serde(rename = "name")]
    _name: Option<String>,
    #[serde(rename = "version")]
    _version: Option<String>,
    #[serde(rename = "description")]
    _description: Option<String>,
}

impl Theme {
    /// Reads a theme and those that it extends. `named` is where the site names it.
    ///
    /// # Errors
    /// A file that cannot be read; what is wrong within files is in [`Self::faults`].
    pub fn load(
        world: &dyn World,
        name: &str,
        named: Place,
        languages: &[Language],
    ) -> Result<Self, WorldError> {
        let mut theme = Self::default();
        let chain = theme.chain(world, Named { name: name.to_owned(), at: named })?;
        let mut files: BTreeMap<String, FilePath> = BTreeMap::new();
        for name in chain.iter().rev() {
            let folder = format!("{THEMES}/{name}");
            for path in world.list(&folder)?.files {
                let below = path.as_str().get(folder.len() + 1..).unwrap_or("").to_owned();
                if let Some(tag) = below.strip_prefix("labels/").and_then(|name| name.strip_suffix(".toml")) {
                    theme.add_labels(world, tag, path)?;
                } else {
                    files.insert(below, path);
                }
            }
        }
        for (below, path) in files {
            theme.add(world, &below, path)?;
        }
        labels::check_complete(&mut theme, name, languages);
        Ok(theme)
    }

    /// The theme and its bases, the theme first.
    fn chain(&mut self, world: &dyn World, first: Named) -> Result<Vec<String>, WorldError> {
        let mut chain = Vec::new();
        let mut next = Some(first);
        while let Some(Named { name, at }) = next {
            if chain.contains(&name) || chain.len() == LONGEST_CHAIN {
                self.fault(at.file, at.span, ThemeFaultKind::Circular);
                break;
            }
            let file = FilePath::new(&format!("{THEMES}/{name}/{MANIFEST}"));
            let bytes = match world.read(&file) {
                Ok(bytes) => bytes,
                Err(error) if error.is_absence() => {
                    let near = nearest_theme(world, &name);
                    self.fault(at.file, at.span, ThemeFaultKind::Missing { name, near });
                    break;
                }
                Err(error) => return Err(error),
            };
            next = {
                let manifest = self.decoded(file, bytes);
                self.base(&manifest)
            };
            chain.push(name);
        }
        Ok(chain)
    }

    /// The theme that a manifest extends.
    fn base(&mut self, manifest: &Source) -> Option<Named> {
        match toml::from_str::<Manifest>(&manifest.text) {
            Ok(read) => read.extends.map(|name| {
                let span = Span::new(name.span().start, name.span().end);
                Named { name: name.into_inner(), at: Place::new(&manifest.path, span) }
            }),
            Err(error) => {
                self.unreadable(manifest.path.clone(), &error, &manifest.text);
                None
            }
        }
    }

    fn add(&mut self, world: &dyn World, below: &str, path: FilePath) -> Result<(), WorldError> {
        if let Some(name) = below.strip_prefix("templates/") {
            let source = self.decoded(path.clone(), world.read(&path)?);
            self.templates.insert(name.to_owned(), source);
        } else if let Some(name) = below.strip_prefix("assets/") {
            let bytes = world.read(&path)?;
            let address = fingerprinted(name, &blake3::hash(&bytes).to_hex()[..10]);
            self.assets.push(ThemeAsset { name: name.to_owned(), file: path, address, bytes: bytes.into() });
        }
        Ok(())
    }

    fn add_labels(&mut self, world: &dyn World, tag: &str, path: FilePath) -> Result<(), WorldError> {
        let source = self.decoded(path.clone(), world.read(&path)?);
        match LabelFile::read(&source) {
            Ok(file) => {
                self.labels.entry(tag.to_owned()).or_default().lay_over(&file);
                self.label_files.entry(tag.to_owned()).or_default().push(file);
            }
            Err(error) => {
                self.unreadable_labels.insert(tag.to_owned());
                self.unreadable(path, &error, &source.text);
            }
        }
        Ok(())
    }

    /// A text of the theme, which must be UTF-8.
    fn decoded(&mut self, file: FilePath, bytes: Vec<u8>) -> Source {
        let source = Source::decode(file, bytes);
        if let Some(at) = source.broken_at {
            let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
            self.fault(source.path.clone(), span, ThemeFaultKind::NotUtf8);
        }
        source
    }

    fn unreadable(&mut self, file: FilePath, error: &toml::de::Error, text: &str) {
        let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
        self.fault(file, span, ThemeFaultKind::Unreadable(TomlSlip::of(error.message(), text)));
    }

    fn fault(&mut self, file: FilePath, span: Span, kind: ThemeFaultKind) {
        self.faults.push(ThemeFault { file, span, kind });
    }
}

/// A theme's name, and where it is written.
struct Named {
    name: String,
    at: Place,
}

/// The theme that a name most likely means. Folders that cannot be listed suggest nothing.
fn nearest_theme(world: &dyn World, name: &str) -> Option<String> {
    let files = world.list(THEMES).ok()?.files;
    let names = files.iter().filter_map(|file| {
        let folder = file.as_str().strip_prefix(THEMES)?.strip_prefix('/')?.strip_suffix(MANIFEST)?;
        folder.strip_suffix('/').filter(|folder| !folder.contains('/'))
    });
    nearest(name, names).map(str::to_owned)
}

/// `css/site.css` is served at `/assets/css/site.0a1b2c3d4e.css`.
fn fingerprinted(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/assets/{stem}.{hash}.{extension}"),
        None => format!("/assets/{name}.{hash}"),
    }
}
