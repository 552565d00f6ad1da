//! The whole chain, on one screen: files in, diagnostics and a site out.

mod frame;
mod inputs;

use std::sync::Arc;

use rayon::prelude::*;

pub use frame::Frame;
pub use inputs::{Inputs, TOP_FILES, read_document, read_documents};

use crate::check;
use crate::diagnostic::{Diagnostic, sorted};
use crate::output::{CompiledTheme, Site};
use crate::theme::ThemeFault;
use crate::timings::Step;
use crate::world::{World, WorldError};

/// What to build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether texts show that the public cannot read on the day: drafts, those to come, those taken down.
    pub with_unpublished: bool,
    /// Whether the site is made to be published: with what its host follows.
    pub is_release: bool,
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
    analyse_by_steps(world, options, &|_| {})
}

/// The same, which says when each step begins to whoever has a clock.
///
/// # Errors
/// As `analyse`.
pub fn analyse_by_steps(
    world: &dyn World,
    options: Options,
    begin: &dyn Fn(Step),
) -> Result<Analysis, WorldError> {
    begin(Step::Reading);
    let inputs = match Inputs::read(world, |entries| read_documents(world, entries))? {
        Ok(inputs) => inputs,
        Err(diagnostics) => return Ok(Analysis { diagnostics, site: None }),
    };
    begin(Step::Modelling);
    let (frame, theme) = rayon::join(|| Frame::new(&inputs, options), || CompiledTheme::new(&inputs.theme));
    begin(Step::Checking);
    let diagnostics = examine(&inputs, &frame, theme.as_ref().err().map_or(&[], Vec::as_slice));
    if let Some(error) = world.changed_text() {
        return Err(error);
    }
    let site = theme.ok().map(|theme| Site::new(frame.federation, frame.plan, Arc::new(theme)));
    Ok(Analysis { diagnostics, site })
}

/// Runs every rule; the faults are those of the theme's templates.
#[must_use]
pub fn examine(inputs: &Inputs, frame: &Frame, faults: &[ThemeFault]) -> Vec<Diagnostic> {
    let config = &inputs.config;
    let mut diagnostics = check::check_inventory(&inputs.inventory, config);
    diagnostics.extend(check::check_theme(&inputs.theme.faults, config));
    diagnostics.extend(check::check_theme(faults, config));
    diagnostics.extend(check::check_baseline(&inputs.baseline.faults, config));
    let documents = inputs.documents.par_iter();
    diagnostics.par_extend(documents.flat_map_iter(|document| check::check_document(document, config)));
    diagnostics.extend(check::check_site(&frame.federation, &frame.plan));
    sorted(check::settle(diagnostics, &check::allowances(&inputs.documents), config))
}
