//! All that is read of a site, each file on its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::accessibility::{self, Accessibility};
use crate::baseline::{self, Baseline};
use crate::check;
use crate::colour::Colour;
use crate::config::{self, SiteConfig};
use crate::date::Day;
use crate::diagnostic::{Diagnostic, sorted};
use crate::ecodesign::{self, Ecodesign};
use crate::image_header::{self, Header};
use crate::inventory::{EntryFile, Inventory, inventory};
use crate::parse::{Document, is_picture, parse};
use crate::published::{self, Published};
use crate::source::{FilePath, Place, Source, Span};
use crate::theme::{Accent, Choice, Theme};
use crate::world::{Listing, World, WorldError};

/// The files of a site that lie at the top of its folder.
pub const TOP_FILES: [&str; 6] = [
    config::FILE,
    published::FILE,
    accessibility::FILE,
    ecodesign::FILE,
    ecodesign::VERIFICATION_FILE,
    baseline::FILE,
];

/// All that is read of a site.
#[derive(Clone)]
pub struct Inputs {
    /// The configuration.
    pub config: Arc<SiteConfig>,
    /// What each file of the content is.
    pub inventory: Arc<Inventory>,
    /// Every file that is read, in the order of the inventory.
    pub documents: Vec<Arc<Document>>,
    /// What the first bytes of each picture tell.
    pub image_headers: Arc<BTreeMap<FilePath, Header>>,
    /// How many bytes each file has that is copied as it is.
    pub file_sizes: Arc<BTreeMap<FilePath, u64>>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The addresses that were once published.
    pub published: Arc<Published>,
    /// What is declared of the site's accessibility.
    pub accessibility: Arc<Accessibility>,
    /// The warnings that were accepted.
    pub baseline: Arc<Baseline>,
    /// What is declared of ecodesign.
    pub ecodesign: Arc<Ecodesign>,
    /// The day.
    pub today: Day,
}

impl Inputs {
    /// Reads a site. Whoever keeps documents gives those that it has, and reads the others.
    ///
    /// # Errors
    /// A file or folder that cannot be read; within, what is wrong in a configuration that cannot
    /// be used.
    pub fn read(
        world: &dyn World,
        documents: impl FnOnce(&[EntryFile]) -> Result<Vec<Arc<Document>>, WorldError>,
    ) -> Result<Result<Self, Vec<Diagnostic>>, WorldError> {
        let config = match read_config(world)? {
            Ok(config) => config,
            Err(diagnostics) => return Ok(Err(diagnostics)),
        };
        let inventory = take_inventory(world, &config)?;
        let documents = documents(&inventory.entries)?;
        Ok(Ok(Self {
            documents,
            image_headers: Arc::new(read_image_headers(world, &inventory)?),
            file_sizes: Arc::new(read_file_sizes(world, &inventory)?),
            theme: Arc::new(Theme::load(world, &theme_choice(&config), &config.languages)?),
            published: Arc::new(read_published(world)?),
            accessibility: Arc::new(Accessibility::read(world, &config.languages)?),
            baseline: Arc::new(Baseline::read(world)?),
            ecodesign: Arc::new(read_ecodesign(world, &config)?),
            today: world.today(&config.time_zone),
            inventory: Arc::new(inventory),
            config: Arc::new(config),
        }))
    }

    /// The document of a file.
    #[must_use]
    pub fn document(&self, path: &FilePath) -> Option<&Arc<Document>> {
        self.place(path).and_then(|place| self.documents.get(place))
    }

    /// Puts documents in the places of those of the same files.
    pub fn replace(&mut self, documents: &[Arc<Document>]) {
        for document in documents {
            let place = self.place(&document.path);
            if let Some(kept) = place.and_then(|place| self.documents.get_mut(place)) {
                *kept = document.clone();
            }
        }
    }

    fn place(&self, path: &FilePath) -> Option<usize> {
        self.inventory.entries.binary_search_by(|entry| entry.path.cmp(path)).ok()
    }
}

/// Reads the configuration; one that cannot be used is told, at its place.
fn read_config(world: &dyn World) -> Result<Result<SiteConfig, Vec<Diagnostic>>, WorldError> {
    let file = FilePath::new(config::FILE);
    let source = Source::decode(file.clone(), world.read(&file)?);
    let codes: Vec<&str> = check::codes().collect();
    Ok(config::read_source(&source, &codes).map_err(|faults| sorted(check::check_config(&faults))))
}

/// The theme that the configuration names, with its accents.
fn theme_choice(config: &SiteConfig) -> Choice {
    let place = |span| Place::new(&FilePath::new(config::FILE), span);
    let accent = |it: Option<(Colour, Span)>| it.map(|(colour, span)| Accent { colour, place: place(span) });
    Choice {
        name: config.theme.clone(),
        place: place(config.theme_span),
        accent: accent(config.accent),
        accent_dark: accent(config.accent_dark),
    }
}

fn take_inventory(world: &dyn World, config: &SiteConfig) -> Result<Inventory, WorldError> {
    let list = |root: &'_ String| Ok((root.clone(), world.list(root)?));
    let listings: Vec<(String, Listing)> =
        config.content_roots.iter().map(list).collect::<Result<_, WorldError>>()?;
    Ok(inventory(listings, &config.languages))
}

/// Reads the first bytes of every picture: they tell how wide and high it is.
fn read_image_headers(
    world: &dyn World,
    inventory: &Inventory,
) -> Result<BTreeMap<FilePath, Header>, WorldError> {
    let pictures = inventory.assets.par_iter().filter(|file| is_picture(file.name()));
    let read = |file: &FilePath| Ok((file.clone(), read_image_header(world, file)?));
    pictures.map(read).collect()
}

fn read_file_sizes(world: &dyn World, inventory: &Inventory) -> Result<BTreeMap<FilePath, u64>, WorldError> {
    let read = |file: &FilePath| Ok((file.clone(), world.stamp(file)?.size));
    inventory.assets.iter().map(read).collect()
}

fn read_image_header(world: &dyn World, file: &FilePath) -> Result<Header, WorldError> {
    let bytes = world.head(file, image_header::LENGTH)?;
    let is_whole = bytes.len() < image_header::LENGTH;
    if let Some(header) = Header::read(file.name(), &bytes, is_whole) {
        return Ok(header);
    }
    // A camera may put more before the size than the first bytes hold.
    Ok(Header::read(file.name(), &world.read(file)?, true).unwrap_or(Header::Damaged))
}

/// Reads the addresses once published; a site that has recorded none has no such file.
fn read_published(world: &dyn World) -> Result<Published, WorldError> {
    let file = FilePath::new(published::FILE);
    match world.read(&file) {
        Ok(bytes) => Ok(Published::read(&Source::decode(file, bytes))),
        Err(error) if error.is_absence() => Ok(Published::default()),
        Err(error) => Err(error),
    }
}

/// Reads what is declared of ecodesign; a site need not declare anything.
fn read_ecodesign(world: &dyn World, config: &SiteConfig) -> Result<Ecodesign, WorldError> {
    let declaration = read_if_there(world, ecodesign::FILE)?;
    let verification = read_if_there(world, ecodesign::VERIFICATION_FILE)?;
    Ok(Ecodesign::read(declaration.as_ref(), verification.as_ref(), config))
}

/// A file at the top of the site's folder that a site may do without.
fn read_if_there(world: &dyn World, path: &str) -> Result<Option<Source>, WorldError> {
    let file = FilePath::new(path);
    match world.read(&file) {
        Ok(bytes) => Ok(Some(Source::decode(file, bytes))),
        Err(error) if error.is_absence() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads files.
///
/// # Errors
/// A file that cannot be read.
pub fn read_documents(world: &dyn World, entries: &[EntryFile]) -> Result<Vec<Arc<Document>>, WorldError> {
    entries.par_iter().map(|entry| read_document(world, entry)).collect()
}

/// Reads a file.
///
/// # Errors
/// A file that cannot be read.
pub fn read_document(world: &dyn World, entry: &EntryFile) -> Result<Arc<Document>, WorldError> {
    let source = Source::decode(entry.path.clone(), world.read(&entry.path)?);
    let document = parse(&source, entry.kind, entry.id.clone(), entry.translation.clone());
    Ok(Arc::new(match world.texts() {
        Some(reader) => document.without_text(&reader),
        None => document,
    }))
}
