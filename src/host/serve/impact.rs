//! What the edits since the last build change: the site as that build would make it now, compared with
//! what it wrote.

use std::sync::Arc;

use super::Serving;
use crate::build::{Frame, Inputs, Options};
use crate::host::ledger::BuiltFor;
use crate::host::memory::DiskMemory;
use crate::host::write::{Changes, Target, built_for, release, write};
use crate::output::{CompiledTheme, Site};
use crate::plan::Address;
use crate::preview::panel::Impact;

impl Serving<'_> {
    /// What differs; nothing where there is no build to compare with, or none can be made now.
    pub(super) fn impact(&self) -> Option<Impact> {
        let BuiltFor { moment, is_release } = built_for(self.built())?;
        // The same day and drafts, so that edits alone make a difference.
        let inputs = Inputs { today: moment.today, ..self.inputs()? };
        let options = Options { with_unpublished: moment.with_unpublished, is_release };
        let frame = Frame::new(&inputs, options);
        let theme = Arc::new(CompiledTheme::new(&inputs.theme).ok()?);
        let site = Site::new(frame.federation, frame.plan, theme);
        let target = Target { folder: self.built().to_owned(), is_dry: true, watch: None };
        if !is_release {
            return write(&site, self.world, &target).ok().map(impact);
        }
        // What is published says what it weighs: it is compared with pages that say it too.
        let memory = DiskMemory::of_site(self.world.root());
        let (changes, _) = release(&site, self.world, &target, &memory, |_| false).ok()?;
        Some(impact(changes))
    }
}

fn impact(changes: Changes) -> Impact {
    // A compressed copy changes with what it copies.
    let is_copy = |file: &str| matches!(file.rsplit('.').next(), Some("gz" | "br"));
    let addresses =
        |files: Vec<String>| files.iter().filter(|file| !is_copy(file)).map(|file| address(file)).collect();
    Impact {
        added: addresses(changes.created),
        changed: addresses(changes.changed),
        removed: addresses(changes.removed),
    }
}

/// `poles/tes/index.html` is found at `/poles/tes/`.
fn address(file: &str) -> Address {
    let is_index = |rest: &&str| rest.is_empty() || rest.ends_with('/');
    let folder = file.strip_suffix("index.html").filter(is_index);
    Address::new(&format!("/{}", folder.unwrap_or(file)))
}
