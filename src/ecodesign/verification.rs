//! What was verified at the live host: a record that a command writes once it has asked the host.

use serde::Deserialize;
use toml::{Spanned, Value};

use super::fault::{EcodesignFault, EcodesignFaultKind};
use crate::config::SiteConfig;
use crate::date::Date;
use crate::source::{Source, Span};
use crate::toml_slip::TomlSlip;

/// What was verified at the live host.
#[expect(clippy::struct_excessive_bools, reason = "five things are seen, or not, each by itself")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// When.
    pub date: Date,
    /// Whether files come with the lifetimes in caches that the site asks for.
    pub caching: bool,
    /// Whether files come compressed.
    pub compression: bool,
    /// Whether it speaks HTTP/2 or later.
    pub http2: bool,
    /// Whether it can be reached by IPv6.
    pub ipv6: bool,
    /// Whether it speaks TLS 1.3.
    pub tls: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "as the file has them")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    address: String,
    date: Spanned<Value>,
    caching: bool,
    compression: bool,
    http2: bool,
    ipv6: bool,
    tls: bool,
}

/// Reads a record; nothing for one of another address, which says nothing of this site.
pub(super) fn read(source: &Source, config: &SiteConfig) -> Result<Option<Verification>, EcodesignFault> {
    let file: File = toml::from_str(&source.text).map_err(|error| {
        let span = error.span().map_or(Span::default(), |range| Span::new(range.start, range.end));
        let slip = TomlSlip::of(error.message(), &source.text);
        EcodesignFault { span, kind: EcodesignFaultKind::Unreadable(slip) }
    })?;
    let text = match file.date.get_ref() {
        Value::Datetime(date) => date.to_string(),
        Value::String(text) => text.clone(),
        other => other.type_str().to_owned(),
    };
    let Ok(date) = Date::parse(&text) else {
        let span = Span::new(file.date.span().start, file.date.span().end);
        return Err(EcodesignFault { span, kind: EcodesignFaultKind::Date(text) });
    };
    let is_of_site = file.address.trim_end_matches('/') == config.address;
    Ok(is_of_site.then_some(Verification {
        date,
        caching: file.caching,
        compression: file.compression,
        http2: file.http2,
        ipv6: file.ipv6,
        tls: file.tls,
    }))
}
