//! The site that a command works on: its folder, its day, the telling of its diagnostics.

use std::io::IsTerminal as _;
use std::path::Path;

use jiff::Timestamp;

use super::fault::Fault;
use super::{Common, Exit, Format};
use crate::config::{self, SiteConfig};
use crate::date::{Date, Precision};
use crate::diagnostic::{self, Diagnostic, Severity, Style, count};
use crate::host::{Clock, DiskWorld};
use crate::locale::Locale;
use crate::world::World;

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

/// Tells diagnostics and their count, and says how the command ends.
pub(super) fn tell(
    diagnostics: &[Diagnostic],
    world: &dyn World,
    format: Format,
    locale: Locale,
    is_strict: bool,
) -> Exit {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = Style { format: format.into(), locale, colour };
    let text = diagnostic::render(diagnostics, world, style);
    match format {
        // What a program reads is a result.
        Format::Json => anstream::print!("{text}"),
        Format::Human | Format::Short => {
            anstream::eprint!("{text}");
            tell_counts(diagnostics, locale);
        }
    }
    let errors = count(diagnostics, Severity::Error);
    let warnings = count(diagnostics, Severity::Warning);
    let is_config = diagnostics.iter().any(|diagnostic| diagnostic.code == "invalid-config");
    match (errors, warnings) {
        _ if is_config => Exit::Usage,
        (1.., _) => Exit::Content,
        (0, 1..) if is_strict => Exit::Content,
        _ => Exit::Fine,
    }
}

fn tell_counts(diagnostics: &[Diagnostic], locale: Locale) {
    let counts = [
        (count(diagnostics, Severity::Error), ("erreur", "erreurs"), ("error", "errors")),
        (count(diagnostics, Severity::Warning), ("avertissement", "avertissements"), ("warning", "warnings")),
        (count(diagnostics, Severity::Information), ("remarque", "remarques"), ("remark", "remarks")),
    ];
    let words: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, french, english)| {
            let (one, several) = if locale == Locale::French { french } else { english };
            format!("{count} {}", if *count == 1 { one } else { several })
        })
        .collect();
    if !words.is_empty() {
        anstream::eprintln!("{}", words.join(", "));
    }
}
