//! The whole chain, on one screen: files in, diagnostics and a site out.

use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::config::{self, SiteConfig};
use crate::diagnostic::{Diagnostic, sorted};
use crate::inventory::{CONTENT, EntryFile, inventory};
use crate::model::{Moment, model};
use crate::output::Site;
use crate::parse::{Document, parse};
use crate::plan::{Address, plan};
use crate::source::{FilePath, Source};
use crate::theme::Theme;
use crate::world::{World, WorldError};

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
    let inventory = inventory(world.list(CONTENT)?, &config.languages);
    let documents = read_documents(world, &inventory.entries)?;
    let theme = Theme::load(world, &config.theme, &config.languages)?;
    let files: Vec<(FilePath, Address)> =
        theme.assets.iter().map(|asset| (asset.file.clone(), Address::new(&asset.address))).collect();

    let mut diagnostics = check::check_inventory(&inventory, &config);
    diagnostics.extend(check::check_theme(&theme.faults, &config));
    diagnostics.par_extend(documents.par_iter().flat_map_iter(|it| check::check_document(it, &config)));

    let moment = Moment { today: world.today(&config.time_zone), with_drafts: options.with_drafts };
    let federation = model(config.clone(), documents, inventory.assets, moment);
    let plan = plan(&federation, &files);
    diagnostics.extend(check::check_site(&federation, &plan));

    let site = match Site::new(federation, plan, theme) {
        Ok(site) => Some(site),
        Err(fault) => {
            diagnostics.extend(check::check_theme(&[fault], &config));
            None
        }
    };
    Ok(Analysis { diagnostics: sorted(diagnostics), site })
}

/// Reads the configuration; one that cannot be used is told, at its place.
fn read_config(world: &dyn World) -> Result<Result<SiteConfig, Vec<Diagnostic>>, WorldError> {
    let file = FilePath::new(config::FILE);
    let source = Source::decode(file.clone(), world.read(&file)?);
    let codes: Vec<&str> = check::codes().collect();
    Ok(config::read(&source.text, &codes).map_err(|faults| sorted(check::check_config(&faults))))
}

fn read_documents(world: &dyn World, entries: &[EntryFile]) -> Result<Vec<Arc<Document>>, WorldError> {
    let read = |entry: &EntryFile| {
        let source = Source::decode(entry.path.clone(), world.read(&entry.path)?);
        Ok(Arc::new(parse(&source, entry.kind, entry.id.clone(), entry.translation.clone())))
    };
    entries.par_iter().map(read).collect()
}
