//! The whole chain, on one screen: files in, diagnostics and a site out.

use std::sync::Arc;

use rayon::prelude::*;

use crate::baseline::Baseline;
use crate::check;
use crate::config::{self, SiteConfig};
use crate::diagnostic::{Diagnostic, sorted};
use crate::inventory::{EntryFile, Inventory, inventory};
use crate::model::{Moment, OtherFiles, model};
use crate::output::Site;
use crate::parse::{Document, Misplacement, parse};
use crate::plan::{Address, plan};
use crate::published::{self, Published};
use crate::source::{FilePath, Place, Source};
use crate::theme::Theme;
use crate::world::{Listing, World, WorldError};

/// What to build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether drafts show.
    pub with_drafts: bool,
}

/// What reading a site gives: what is wrong, and the site where nothing refuses it.
pub struct Analysis {
    /// All that is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The site, ready to make any route; nothing where the configuration or theme is broken.
    pub site: Option<Site>,
}

/// Reads, models, plans and checks a site.
///
/// # Errors
/// A file or folder that cannot be read. What is wrong in a file is a diagnostic.
pub fn analyse(world: &dyn World, options: Options) -> Result<Analysis, WorldError> {
    let config = match read_config(world)? {
        Ok(config) => Arc::new(config),
        Err(diagnostics) => return Ok(Analysis { diagnostics, site: None }),
    };
    let inventory = take_inventory(world, &config)?;
    let documents = read_documents(world, &inventory.entries)?;
    let theme = {
        let named = Place::new(&FilePath::new(config::FILE), config.theme_span);
        Theme::load(world, &config.theme, named, &config.languages)?
    };
    let files: Vec<(FilePath, Address)> =
        theme.assets.iter().map(|asset| (asset.file.clone(), Address::new(&asset.address))).collect();

    let mut diagnostics = check::check_inventory(&inventory, &config);
    diagnostics.extend(check::check_theme(&theme.faults, &config));
    diagnostics.extend(check::check_baseline(&Baseline::read(world)?.faults, &config));
    diagnostics.par_extend(documents.par_iter().flat_map_iter(|it| check::check_document(it, &config)));

    let allowances = check::allowances(&documents);
    let moment = Moment { today: world.today(&config.time_zone), with_drafts: options.with_drafts };
    let others = other_files(inventory, read_published(world)?);
    let federation = model(config.clone(), documents, others, moment);
    let plan = plan(&federation, &files);
    diagnostics.extend(check::check_site(&federation, &plan));

    let site = match Site::new(federation, plan, theme) {
        Ok(site) => Some(site),
        Err(faults) => {
            diagnostics.extend(check::check_theme(&faults, &config));
            None
        }
    };
    let diagnostics = check::settle(diagnostics, &allowances, &config);
    Ok(Analysis { diagnostics: sorted(diagnostics), site })
}

/// Reads the configuration; one that cannot be used is told, at its place.
fn read_config(world: &dyn World) -> Result<Result<SiteConfig, Vec<Diagnostic>>, WorldError> {
    let file = FilePath::new(config::FILE);
    let source = Source::decode(file.clone(), world.read(&file)?);
    let codes: Vec<&str> = check::codes().collect();
    Ok(config::read_source(&source, &codes).map_err(|faults| sorted(check::check_config(&faults))))
}

fn take_inventory(world: &dyn World, config: &SiteConfig) -> Result<Inventory, WorldError> {
    let list = |root: &'_ String| Ok((root.clone(), world.list(root)?));
    let listings: Vec<(String, Listing)> =
        config.content_roots.iter().map(list).collect::<Result<_, WorldError>>()?;
    Ok(inventory(listings, &config.languages))
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

/// What the federation must know of files that are no documents.
fn other_files(inventory: Inventory, published: Published) -> OtherFiles {
    let misplaced = inventory.misplaced.into_iter();
    // A translation into a language that the site lacks holds no original.
    let misplaced = misplaced.filter(|(_, why)| !matches!(why, Misplacement::Language(_)));
    let misplaced = misplaced.map(|(path, _)| path).collect();
    OtherFiles { assets: inventory.assets, misplaced, published }
}

fn read_documents(world: &dyn World, entries: &[EntryFile]) -> Result<Vec<Arc<Document>>, WorldError> {
    let read = |entry: &EntryFile| {
        let source = Source::decode(entry.path.clone(), world.read(&entry.path)?);
        Ok(Arc::new(parse(&source, entry.kind, entry.id.clone(), entry.translation.clone())))
    };
    entries.par_iter().map(read).collect()
}
