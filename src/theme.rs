//! A theme as it is on disk: templates, labels in each language, colours, files that pages ask for.
//!
//! A theme may extend another: a file of the same path stands in for the other's, a label or a colour for
//! the one of the same name. This module must not know any federation, nor what the templates say.

mod asset;
mod contrast;
mod fault;
mod labels;
mod manifest;
mod palette;
mod style_faults;
mod style_sheet;
mod token;
mod written_colours;

use std::collections::{BTreeMap, BTreeSet};

pub use asset::{ASSETS, ThemeAsset};
pub use contrast::Faint;
pub use fault::{ThemeFault, ThemeFaultKind};
use labels::LabelFile;
pub use labels::Labels;
use manifest::{MANIFEST, Manifest};
pub use palette::READABLE;
pub use token::{Scheme, Token};
pub use written_colours::Accent;
use written_colours::WrittenColours;

use crate::language::Language;
use crate::source::{FilePath, Place, Source, Span};
use crate::suggestion::nearest;
use crate::toml_slip::TomlSlip;
use crate::world::{World, WorldError};

/// The folder of themes, below the site's.
pub const THEMES: &str = "themes";

/// How many themes may extend each other in a row.
const LONGEST_CHAIN: usize = 8;

/// A theme, its bases included.
#[derive(Debug, Default, PartialEq)]
pub struct Theme {
    /// Templates: their name below `templates/`, and their source.
    pub templates: BTreeMap<String, Source>,
    /// Labels by language tag.
    pub labels: BTreeMap<String, Labels>,
    /// Files that pages ask for.
    pub assets: Vec<ThemeAsset>,
    /// What is wrong.
    pub faults: Vec<ThemeFault>,
    /// The files that the labels of each language are from, those of the base first.
    label_files: BTreeMap<String, Vec<LabelFile>>,
    /// The languages whose labels are there and cannot be read.
    unreadable_labels: BTreeSet<String>,
    /// Its colours as style sheets have them.
    colours: Option<String>,
    /// Its style sheets, as they are written.
    style_sheets: Vec<Source>,
}

/// The theme that a site wears, and the accents of its own.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The theme's folder below [`THEMES`].
    pub name: String,
    /// Where the site names it.
    pub place: Place,
    /// The accent where it is light.
    pub accent: Option<Accent>,
    /// The accent where it is dark.
    pub accent_dark: Option<Accent>,
}

impl Theme {
    /// Reads a theme and those that it extends.
    ///
    /// # Errors
    /// A file that cannot be read; what is wrong within files is in [`Self::faults`].
    pub fn load(world: &dyn World, choice: &Choice, languages: &[Language]) -> Result<Self, WorldError> {
        let mut theme = Self::default();
        let mut colours = WrittenColours::default();
        let named = Named { name: choice.name.clone(), at: choice.place.clone() };
        let chain = theme.chain(world, named, &mut colours)?;
        theme.colours = theme.custom_properties(&colours, choice);
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
        labels::check_complete(&mut theme, &choice.name, languages);
        theme.faults.extend(style_faults::faults(&theme.style_sheets));
        Ok(theme)
    }

    /// Whether pages can wear it: what is hard to read in it is shown, and told.
    #[must_use]
    pub fn is_wearable(&self) -> bool {
        self.faults.iter().all(|fault| fault.kind.is_of_looks())
    }

    /// The theme and its bases, the theme first; their colours are gathered on the way.
    fn chain(
        &mut self,
        world: &dyn World,
        first: Named,
        colours: &mut WrittenColours,
    ) -> Result<Vec<String>, WorldError> {
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
            let source = self.decoded(file, bytes);
            next = match toml::from_str::<Manifest>(&source.text) {
                Ok(manifest) => {
                    self.faults.extend(colours.add(&source.path, manifest.colours));
                    manifest.extends.map(|base| Named::new(base, &source.path))
                }
                Err(error) => {
                    self.unreadable(source.path, &error, &source.text);
                    None
                }
            };
            chain.push(name);
        }
        Ok(chain)
    }

    /// The colours as style sheets have them, once they were looked at; nothing where the themes have
    /// none, or some are wrong, which is told.
    fn custom_properties(&mut self, colours: &WrittenColours, choice: &Choice) -> Option<String> {
        // A file that cannot be read may hold the colours that are missing.
        if self.faults.iter().all(|fault| matches!(fault.kind, ThemeFaultKind::Colour(_))) {
            self.faults.extend(colours.missing());
        }
        let mut palette = colours.palette()?;
        palette.wear(choice.accent.as_ref(), choice.accent_dark.as_ref());
        self.faults.extend(contrast::faults(&palette));
        Some(palette.custom_properties())
    }

    fn add(&mut self, world: &dyn World, below: &str, path: FilePath) -> Result<(), WorldError> {
        if let Some(name) = below.strip_prefix("templates/") {
            let source = self.decoded(path.clone(), world.read(&path)?);
            self.templates.insert(name.to_owned(), source);
        } else if let Some(name) = below.strip_prefix("assets/") {
            let bytes = world.read(&path)?;
            if path.as_str().rsplit('.').next() == Some("css") {
                self.style_sheets.push(Source::decode(path.clone(), bytes.clone()));
            }
            self.assets.push(ThemeAsset::new(name, path, bytes, self.colours.as_deref()));
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

impl Named {
    fn new(name: toml::Spanned<String>, file: &FilePath) -> Self {
        let span = Span::new(name.span().start, name.span().end);
        Self { name: name.into_inner(), at: Place::new(file, span) }
    }
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
