//! What the files weigh that pages ask for.

use std::collections::HashMap;

use super::AuditError;
use super::memory::{self, Memory};
use crate::compression::{Encoding, is_worth_it};
use crate::footprint::{Footprint, PartKind, Size};
use crate::output::{Artifact, Site};
use crate::plan::{Output, Route};
use crate::world::World;

/// The sizes of the files of a site, by their addresses.
pub(super) struct Sizes {
    by_address: HashMap<String, Size>,
    /// The site's own address, which pages may write before that of a file.
    site: String,
}

impl Sizes {
    pub(super) fn weigh(
        site: &Site,
        world: &dyn World,
        encoding: Encoding,
        memory: &dyn Memory,
    ) -> Result<Self, AuditError> {
        let encoded = |bytes: &[u8]| memory::encoded(memory, encoding, bytes).len() as u64;
        let mut by_address = HashMap::new();
        for route in site.plan.routes() {
            if let Some(size) = size(site, route, world, encoded)? {
                by_address.insert(route.address.as_str().to_owned(), size);
            }
        }
        Ok(Self { by_address, site: site.federation.config.address.clone() })
    }

    /// The size of a file, by its address as a page writes it; nothing for what is not of the site.
    pub(super) fn get(&self, address: &str) -> Option<Size> {
        let address = address.strip_prefix(&self.site).unwrap_or(address);
        self.by_address.get(address.split('?').next()?).copied()
    }

    /// Whether every file that a page asks for is as it was when the page was measured.
    pub(super) fn agree_with(&self, footprint: &Footprint) -> bool {
        let mut files = footprint.parts.iter().filter(|part| part.kind != PartKind::Page);
        files.all(|part| self.get(&part.address).unwrap_or_default() == part.size)
    }
}

fn size(
    site: &Site,
    route: &Route,
    world: &dyn World,
    encoded: impl Fn(&[u8]) -> u64,
) -> Result<Option<Size>, AuditError> {
    let is_text = is_worth_it(route.address.as_str());
    let bytes = match &route.output {
        Output::ContentFile(file) if is_text => world.read(file)?,
        Output::ContentFile(file) => return Ok(Some(Size::plain(world.stamp(file)?.size))),
        Output::ThemeFile(_) => match site.make(route).map_err(AuditError::Theme)? {
            Artifact::Bytes(bytes) => bytes,
            Artifact::Copy(_) => return Ok(None),
        },
        _ => return Ok(None),
    };
    let sent = if is_text { encoded(&bytes) } else { bytes.len() as u64 };
    Ok(Some(Size { bytes: bytes.len() as u64, sent }))
}
