//! Pages as visitors receive them: made, measured, examined, and what is wrong placed where it was written.
//!
//! What was found of a page is remembered by its bytes, so that a page that did not change costs nothing.
//! This module must not know where that is kept, nor where pages are written.

mod files;
mod locate;
mod memory;
mod record;
mod report;
mod sizes;
mod statement;

use rayon::prelude::*;

pub use memory::{Key, Memory, NoMemory};
pub use report::{Report, ReportFormat, Snapshot, TREND_FILE, Trend};

use crate::check;
use crate::compression::Encoding;
use crate::diagnostic::{Diagnostic, sorted};
use crate::html::tree::Tree;
use crate::language::Language;
use crate::measures::{FileRecord, Measures, PageRecord};
use crate::output::{Artifact, Site};
use crate::plan::{Address, Output, Route, Subject};
use crate::rendered::RenderedPage;
use crate::rule::PageFault;
use crate::seal;
use crate::theme::ThemeFault;
use crate::world::{World, WorldError};
use record::Remembered;
use sizes::Sizes;

/// Makes, measures and examines the pages of a site.
pub struct Auditor<'a> {
    site: &'a Site,
    memory: &'a dyn Memory,
    encoding: Encoding,
    sizes: Sizes,
    files: Vec<FileRecord>,
    /// What else than a page's bytes decides what is found of it.
    fingerprint: Key,
}

/// A page as visitors receive it, and what was found of it.
pub struct Audited {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was measured of it.
    pub record: PageRecord,
    /// What is wrong in it.
    pub faults: Vec<PageFault>,
}

/// Why pages could not be audited.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// A file that cannot be read.
    #[error(transparent)]
    World(#[from] WorldError),
    /// A template is at fault.
    #[error("a template is at fault")]
    Theme(ThemeFault),
}

impl<'a> Auditor<'a> {
    /// An auditor of a site, that weighs the files which pages ask for.
    ///
    /// # Errors
    /// A file that cannot be read, a file of the theme at fault.
    pub fn new(site: &'a Site, world: &dyn World, memory: &'a dyn Memory) -> Result<Self, AuditError> {
        let encoding = site.federation.config.host.encoding;
        let sizes = Sizes::weigh(site, world, encoding, memory)?;
        let files = files::files(site, &sizes, world)?;
        Ok(Self { site, memory, encoding, sizes, files, fingerprint: record::fingerprint(site, encoding) })
    }

    /// The measures of a site of which so many pages were looked at.
    #[must_use]
    pub fn measures(&self, pages: Vec<PageRecord>) -> Measures {
        Measures::new(pages, self.files.clone())
    }

    /// Makes a page and looks at it; nothing for a route that is no page.
    ///
    /// # Errors
    /// A template that asks for what its view has not.
    pub fn page(&self, site: &Site, route: &Route) -> Result<Option<Audited>, ThemeFault> {
        let Output::Page(subject, language) = &route.output else { return Ok(None) };
        let Artifact::Bytes(bytes) = site.make(route)? else { return Ok(None) };
        let key = self.fingerprint.and(route.address.as_str().as_bytes()).and(&bytes);
        if let Some(known) = self.recall(key) {
            let bytes = known.statement.fill(bytes, language);
            return Ok(Some(Audited { bytes, record: known.record, faults: Vec::new() }));
        }
        let page = PageOf { route, subject, language };
        Ok(Some(self.look(&page, bytes, key)))
    }

    fn recall(&self, key: Key) -> Option<Remembered> {
        let known: Remembered = serde_json::from_slice(&self.memory.recall(key)?).ok()?;
        // Files of the content have lasting addresses: the page does not change where they do.
        let is_same = self.sizes.agree_with(&known.record.footprint);
        is_same.then_some(known)
    }

    fn look(&self, page: &PageOf<'_>, bytes: Vec<u8>, key: Key) -> Audited {
        // Pages that are text through and through, as nearly all are, are known as such faster.
        let open = std::str::from_utf8(&bytes)
            .map_or_else(|_| String::from_utf8_lossy(&bytes), std::borrow::Cow::Borrowed);
        let tree = Tree::read(&open);
        let says_weight = open.contains(&seal::slot(seal::WEIGHT));
        let draft = record::of_page(self.site, page, &tree, &self.sizes);
        let (statement, bytes, footprint) =
            statement::settle(bytes, &draft.footprint, page.language, |bytes| self.sent(bytes));
        let mut record = PageRecord { footprint, ..draft };
        record.scan.says_weight = says_weight;
        let faults = check::check_page(&RenderedPage {
            subject: page.subject,
            language: page.language,
            tree: &tree,
            record: &record,
            federation: &self.site.federation,
            plan: &self.site.plan,
        });
        // What is wrong is looked at again each time; so is what depends on the whole plan.
        if faults.is_empty() && *page.subject != Subject::SitePlan {
            self.remember(key, &Remembered { record: record.clone(), statement });
        }
        Audited { bytes, record, faults }
    }

    fn remember(&self, key: Key, found: &Remembered) {
        if let Ok(bytes) = serde_json::to_vec(found) {
            self.memory.remember(key, &bytes);
        }
    }

    /// How many bytes are sent for so many.
    fn sent(&self, bytes: &[u8]) -> u64 {
        match self.encoding {
            Encoding::None => bytes.len() as u64,
            encoding => self.encoded(encoding, bytes).len() as u64,
        }
    }

    /// Bytes in an encoding, remembered.
    #[must_use]
    pub fn encoded(&self, encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
        memory::encoded(self.memory, encoding, bytes)
    }

    /// All that is wrong in pages, each fault where it was written.
    #[must_use]
    pub fn diagnose(
        &self,
        measures: &Measures,
        mut faults: Vec<PageFault>,
        world: &dyn World,
    ) -> Vec<Diagnostic> {
        let federation = &self.site.federation;
        // The pages that are named are the first of the plan, in whichever order pages are made.
        faults.sort_by_cached_key(|fault| self.place_in_plan(fault));
        faults.extend(check::check_pages(measures, federation));
        let diagnostics = locate::locate(faults, self.site, world);
        let documents: Vec<_> =
            federation.all().flat_map(|(_, entity)| entity.documents().cloned()).collect();
        sorted(check::settle_pages(diagnostics, &check::allowances(&documents)))
    }
}

/// A page to look at.
struct PageOf<'a> {
    route: &'a Route,
    subject: &'a Subject,
    language: &'a Language,
}

/// What is found of a whole site.
#[derive(Debug)]
pub struct Audit {
    /// What was measured of each page.
    pub measures: Measures,
    /// All that is wrong in pages, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Audits every page of a site; what is made from measures comes last.
///
/// # Errors
/// A file that cannot be read, a template at fault.
pub fn audit(site: &Site, world: &dyn World, memory: &dyn Memory) -> Result<Audit, AuditError> {
    audit_routes(site, world, memory, |_| true)
}

/// Audits some pages of a site. What is told of pages together is told of these alone.
///
/// # Errors
/// A file that cannot be read, a template at fault.
pub fn audit_routes(
    site: &Site,
    world: &dyn World,
    memory: &dyn Memory,
    is_wanted: impl Fn(&Route) -> bool,
) -> Result<Audit, AuditError> {
    let site = site.clone().audited();
    let auditor = Auditor::new(&site, world, memory)?;
    let routes = site.routes_by_date().into_iter();
    let wanted = routes.filter(|route| is_wanted(route));
    let (last, first): (Vec<&Route>, Vec<&Route>) = wanted.partition(|route| site.needs_measures(route));
    let (mut records, mut faults) = auditor.pages(&site, &first)?;
    let informed = site.clone().with_measures(auditor.measures(records.clone()));
    let (others, more) = auditor.pages(&informed, &last)?;
    records.extend(others);
    faults.extend(more);
    let measures = auditor.measures(records);
    if let Some(error) = world.changed_text() {
        return Err(AuditError::World(error));
    }
    let diagnostics = auditor.diagnose(&measures, faults, world);
    Ok(Audit { measures, diagnostics })
}

impl Auditor<'_> {
    /// What is found of some pages; their bytes are let go at once, for all together are a lot.
    fn pages(&self, site: &Site, routes: &[&Route]) -> Result<(Vec<PageRecord>, Vec<PageFault>), AuditError> {
        let found = |route: &&Route| Ok(self.page(site, route)?.map(|page| (page.record, page.faults)));
        let pages: Result<Vec<Option<_>>, ThemeFault> = routes.par_iter().map(found).collect();
        let pages = pages.map_err(AuditError::Theme)?.into_iter().flatten();
        let (records, faults): (Vec<_>, Vec<_>) = pages.unzip();
        Ok((records, faults.into_iter().flatten().collect()))
    }

    /// The place of a fault's page among all routes, those that are made last at the end.
    fn place_in_plan(&self, fault: &PageFault) -> Option<(bool, usize)> {
        let plan = &self.site.plan;
        let place = plan.place(&Address::new(&fault.page))?;
        Some((self.site.needs_measures(plan.routes().get(place)?), place))
    }
}
