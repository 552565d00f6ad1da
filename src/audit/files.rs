//! What is measured of the files that a site serves beside its pages.

use super::AuditError;
use super::sizes::Sizes;
use crate::footprint::Size;
use crate::image_header::{self, Format, Header};
use crate::measures::{FileRecord, ScriptScan, StyleScan};
use crate::output::{Artifact, Site};
use crate::parse::is_picture;
use crate::plan::{Output, Route};
use crate::source::FilePath;
use crate::world::World;

/// Looks at every file that pages may ask for or link to.
pub(super) fn files(site: &Site, sizes: &Sizes, world: &dyn World) -> Result<Vec<FileRecord>, AuditError> {
    let routes = site.plan.routes().iter();
    let found: Result<Vec<Option<FileRecord>>, AuditError> =
        routes.map(|route| record(site, route, sizes, world)).collect();
    Ok(found?.into_iter().flatten().collect())
}

fn record(
    site: &Site,
    route: &Route,
    sizes: &Sizes,
    world: &dyn World,
) -> Result<Option<FileRecord>, AuditError> {
    let address = route.address.as_str().to_owned();
    let own = sizes.get(&address).unwrap_or_default();
    let plain = FileRecord { address, size: own, ..FileRecord::default() };
    Ok(Some(match &route.output {
        Output::ThemeFile(_) => {
            let Artifact::Bytes(bytes) = site.make(route).map_err(AuditError::Theme)? else {
                return Ok(None);
            };
            FileRecord { is_of_theme: true, ..with_code(plain, &bytes) }
        }
        Output::ContentFile(file) if is_picture(file.name()) => with_picture(plain, site, file, world)?,
        Output::ContentFile(file) if is_code(file.name()) => with_code(plain, &world.read(file)?),
        Output::ContentFile(_) => plain,
        Output::Data(..) => match site.make(route).map_err(AuditError::Theme)? {
            Artifact::Bytes(bytes) => FileRecord { size: Size::plain(bytes.len() as u64), ..plain },
            Artifact::Copy(_) => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

/// Whether browsers are told that a file is a style sheet: hosts go by its ending.
#[expect(clippy::case_sensitive_file_extension_comparisons, reason = "hosts tell types by small letters")]
fn is_style(name: &str) -> bool {
    name.ends_with(".css")
}

fn is_code(name: &str) -> bool {
    [".css", ".js", ".mjs"].iter().any(|ending| name.ends_with(ending))
}

fn with_code(record: FileRecord, bytes: &[u8]) -> FileRecord {
    let text = String::from_utf8_lossy(bytes);
    let is_style = is_style(&record.address);
    let is_script = !is_style && is_code(&record.address);
    FileRecord {
        style: is_style.then(|| StyleScan::read(&text)),
        script: is_script.then(|| ScriptScan::read(&text)),
        moves: image_header::moves(&record.address, bytes),
        ..record
    }
}

fn with_picture(
    record: FileRecord,
    site: &Site,
    file: &FilePath,
    world: &dyn World,
) -> Result<FileRecord, AuditError> {
    let head = world.head(file, image_header::LENGTH)?;
    let pixels = match site.federation.image_header(file) {
        Some(Header::Sized { width, height }) if Format::of_name(file.name()) != Some(Format::Svg) => {
            Some((width, height))
        }
        _ => None,
    };
    Ok(FileRecord { pixels, moves: image_header::moves(file.name(), &head), ..record })
}
