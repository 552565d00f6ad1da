//! The site that a command works on: its folder, its day, its language.

use std::path::Path;

use jiff::Timestamp;

use super::Common;
use super::fault::Fault;
use crate::config::{self, SiteConfig};
use crate::date::{Date, Precision};
use crate::host::{Clock, DiskWorld};
use crate::locale::Locale;

/// Opens the site of a folder, for a day that was asked for, `SOURCE_DATE_EPOCH`, or today.
pub(super) fn open(common: &Common, date: Option<&str>) -> Result<DiskWorld, Fault> {
    if !common.site.join(config::FILE).is_file() {
        return Err(Fault::NoSite(common.site.clone()));
    }
    // A configuration that cannot be read is told with its places, by whoever reads the site.
    for root in self::config(&common.site).iter().flat_map(|config| &config.content_roots) {
        let content = common.site.join(root);
        if !content.is_dir() {
            return Err(Fault::NoContent(content));
        }
    }
    Ok(DiskWorld::new(common.site.clone(), clock(date)?))
}

/// The clock of a command.
pub(super) fn clock(date: Option<&str>) -> Result<Clock, Fault> {
    if let Some(text) = date {
        let date = Date::parse(text).ok().filter(|date| date.precision == Precision::Day);
        return date.map(|date| Clock::Day(date.first)).ok_or_else(|| Fault::Date(text.to_owned()));
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(Clock::System) };
    let seconds = epoch.trim().parse().ok();
    let instant = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    instant.map(Clock::Instant).ok_or(Fault::Date(epoch))
}

/// The language of a site's own messages: that of its first pages.
pub(super) fn locale(folder: &Path) -> Option<Locale> {
    Locale::from_tag(config(folder)?.languages.first()?.tag())
}

/// The configuration of a site; nothing where it cannot be used.
pub(super) fn config(folder: &Path) -> Option<SiteConfig> {
    let text = std::fs::read_to_string(folder.join(config::FILE)).ok()?;
    let codes: Vec<&str> = crate::check::codes().collect();
    config::read(&text, &codes).ok()
}
