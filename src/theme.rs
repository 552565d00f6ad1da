//! A theme as it is on disk: templates, labels in each language, files served as they are.
//!
//! A theme may extend another: a file of the same path stands in for the other's. This module must
//! not know any federation, nor what the templates say.

mod labels;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use labels::Labels;

use crate::language::Language;
use crate::source::{FilePath, Source, Span};
use crate::world::{World, WorldError};

/// The folder of themes, below the site's.
pub const THEMES: &str = "themes";

/// How many themes may extend each other in a row.
const LONGEST_CHAIN: usize = 8;

/// A theme, its bases included.
#[derive(Debug, Default)]
pub struct Theme {
    /// Templates: their name below `templates/`, and their source.
    pub templates: BTreeMap<String, Source>,
    /// Labels by language tag.
    pub labels: BTreeMap<String, Labels>,
    /// Files served as they are.
    pub assets: Vec<ThemeAsset>,
    /// What is wrong.
    pub faults: Vec<ThemeFault>,
}

/// A file served as it is.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its path below `assets/`, by which templates name it.
    pub name: String,
    /// Where it lies.
    pub file: FilePath,
    /// Where it is served: its name bears a hash of its bytes, so that browsers may keep it.
    pub address: String,
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
    /// `theme.toml` is not there.
    Missing(String),
    /// Themes that extend each other without end.
    Circular,
    /// A file that is not TOML of the shape expected; in the reader's words.
    Unreadable(String),
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
    extends: Option<String>,
    #[serde(rename = "name")]
    _name: Option<String>,
    #[serde(rename = "version")]
    _version: Option<String>,
    #[serde(rename = "description")]
    _description: Option<String>,
}

impl Theme {
    /// Reads a theme and those that it extends.
    ///
    /// # Errors
    /// A file that cannot be read; what is wrong within files is in [`Self::faults`].
    pub fn load(world: &dyn World, name: &str, languages: &[Language]) -> Result<Self, WorldError> {
        let mut theme = Self::default();
        let chain = theme.chain(world, name)?;
        let mut files: BTreeMap<String, FilePath> = BTreeMap::new();
        for name in chain.iter().rev() {
            let folder = format!("{THEMES}/{name}");
            for path in world.list(&folder)?.files {
                let below = path.as_str().get(folder.len() + 1..).unwrap_or("").to_owned();
                files.insert(below, path);
            }
        }
        for (below, path) in files {
            theme.add(world, &below, path)?;
        }
        labels::check_complete(&mut theme, name, languages);
        Ok(theme)
    }

    /// The theme and its bases, the theme first.
    fn chain(&mut self, world: &dyn World, name: &str) -> Result<Vec<String>, WorldError> {
        let mut chain = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(name) = next {
            let file = FilePath::new(&format!("{THEMES}/{name}/theme.toml"));
            if chain.contains(&name) || chain.len() == LONGEST_CHAIN {
                self.fault(file, Span::default(), ThemeFaultKind::Circular);
                break;
            }
            let bytes = match world.read(&file) {
                Ok(bytes) => bytes,
                Err(error) if error.is_absence() => {
                    self.fault(file, Span::default(), ThemeFaultKind::Missing(name));
                    break;
                }
                Err(error) => return Err(error),
            };
            let source = Source::decode(file, bytes);
            next = match toml::from_str::<Manifest>(&source.text) {
                Ok(manifest) => manifest.extends,
                Err(error) => {
                    self.unreadable(source.path, &error);
                    None
                }
            };
            chain.push(name);
        }
        Ok(chain)
    }

    fn add(&mut self, world: &dyn World, below: &str, path: FilePath) -> Result<(), WorldError> {
        if let Some(name) = below.strip_prefix("templates/") {
            let source = Source::decode(path.clone(), world.read(&path)?);
            self.templates.insert(name.to_owned(), source);
        } else if let Some(name) = below.strip_prefix("assets/") {
            let hash = blake3::hash(&world.read(&path)?);
            let address = fingerprinted(name, &hash.to_hex()[..10]);
            self.assets.push(ThemeAsset { name: name.to_owned(), file: path, address });
        } else if let Some(tag) = below.strip_prefix("labels/").and_then(|name| name.strip_suffix(".toml")) {
            let source = Source::decode(path.clone(), world.read(&path)?);
            match Labels::read(&source) {
                Ok(labels) => {
                    self.labels.insert(tag.to_owned(), labels);
                }
                Err(error) => self.unreadable(path, &error),
            }
        }
        Ok(())
    }

    fn unreadable(&mut self, file: FilePath, error: &toml::de::Error) {
        let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
        self.fault(file, span, ThemeFaultKind::Unreadable(error.message().to_owned()));
    }

    fn fault(&mut self, file: FilePath, span: Span, kind: ThemeFaultKind) {
        self.faults.push(ThemeFault { file, span, kind });
    }
}

/// `css/site.css` is served at `/assets/css/site.0a1b2c3d4e.css`.
fn fingerprinted(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/assets/{stem}.{hash}.{extension}"),
        None => format!("/assets/{name}.{hash}"),
    }
}
