//! An address answered with bytes, from the state of the moment.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Snapshot;
use super::last_good::{LastGood, Page};
use crate::output::{Artifact, Site};
use crate::plan::{Address, Output, Route};
use crate::source::FilePath;
use crate::theme::ThemeFault;

/// What an address is answered with.
#[derive(Debug)]
pub enum Reply {
    /// A page, as a build writes it.
    Page {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Tells this page from itself after an edit; style sheets make no difference.
        version: String,
        /// Whether it could not be rendered now, and is as it last was.
        is_older: bool,
    },
    /// Bytes that are no page.
    Bytes(Vec<u8>),
    /// A file of the site, as it is.
    File(FilePath),
    /// Another address, for good.
    Moved(Address),
    /// A page that cannot be rendered, and never was.
    Broken,
    /// Nothing is there.
    Missing,
}

/// Why a page cannot be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageFault {
    /// A template is at fault.
    Theme(ThemeFault),
    /// grappe itself is at fault.
    Crash,
}

/// Makes pages, and remembers how each last came out.
#[derive(Default)]
pub struct Pages {
    rendered: Mutex<Rendered>,
}

#[derive(Default)]
struct Rendered {
    last_good: LastGood,
    looked_at: BTreeSet<Address>,
    faults: BTreeMap<Address, PageFault>,
}

impl Pages {
    /// Answers an address.
    pub fn reply(&self, snapshot: &Snapshot, address: &Address) -> Reply {
        let Some(site) = &snapshot.site else { return Reply::Broken };
        match site.plan.route(address) {
            Some(route) => self.route(site, route),
            None => match folder(address).filter(|folder| site.plan.route(folder).is_some()) {
                Some(folder) => Reply::Moved(folder),
                None => Reply::Missing,
            },
        }
    }

    fn route(&self, site: &Site, route: &Route) -> Reply {
        let is_page = matches!(route.output, Output::Page(..));
        let drawn = catch_unwind(AssertUnwindSafe(|| site.draw(route)));
        match drawn {
            Ok(Ok(Artifact::Copy(file))) => Reply::File(file),
            Ok(Ok(artifact)) => {
                let version = version(&artifact);
                let Artifact::Bytes(bytes) = site.seal(route, artifact) else { return Reply::Missing };
                if !is_page {
                    return Reply::Bytes(bytes);
                }
                let mut rendered = self.rendered();
                rendered.looked_at.insert(route.address.clone());
                rendered.faults.remove(&route.address);
                let page = Page { bytes: bytes.clone(), version: version.clone() };
                rendered.last_good.keep(&route.address, page);
                Reply::Page { bytes, version, is_older: false }
            }
            Ok(Err(fault)) => self.older(route, PageFault::Theme(fault)),
            Err(_) => self.older(route, PageFault::Crash),
        }
    }

    fn older(&self, route: &Route, fault: PageFault) -> Reply {
        let mut rendered = self.rendered();
        rendered.looked_at.insert(route.address.clone());
        rendered.faults.insert(route.address.clone(), fault);
        match rendered.last_good.get(&route.address).cloned() {
            Some(Page { bytes, version }) => Reply::Page { bytes, version, is_older: true },
            None => Reply::Broken,
        }
    }

    /// How many pages were looked at since the preview began.
    pub fn looked_at(&self) -> usize {
        self.rendered().looked_at.len()
    }

    /// What is wrong in the pages that were looked at.
    pub fn faults(&self) -> Vec<(Address, PageFault)> {
        self.rendered().faults.clone().into_iter().collect()
    }

    fn rendered(&self) -> MutexGuard<'_, Rendered> {
        // What a panic left is whole: each change of it is one step.
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Before it is sealed, so that a changed style sheet makes no other page.
fn version(artifact: &Artifact) -> String {
    match artifact {
        Artifact::Bytes(bytes) => blake3::hash(bytes).to_hex()[..16].to_owned(),
        Artifact::Copy(_) => String::new(),
    }
}

/// `/poles/tes` is meant as `/poles/tes/`.
fn folder(address: &Address) -> Option<Address> {
    let written = address.as_str();
    (!written.ends_with('/')).then(|| Address::new(&format!("{written}/")))
}
