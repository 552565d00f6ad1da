//! The address in a request line, decoded once.

use percent_encoding::percent_decode;

use super::refusal::Refusal;

/// An address decoded.
pub(super) struct Target {
    pub path: String,
    pub query: Vec<(String, String)>,
    /// The host of an address written in full, which then counts instead of the header.
    pub host: Option<String>,
}

/// Reads `/path?query`, or `http://host/path?query` as sent to a proxy.
pub(super) fn read(target: &str) -> Result<Target, Refusal> {
    let (host, local) = match target.split_at_checked("http://".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http://") => {
            let end = rest.find(['/', '?']).unwrap_or(rest.len());
            let (host, local) = rest.split_at(end);
            (Some(host.to_owned()), if local.is_empty() { "/" } else { local })
        }
        _ => (None, target),
    };
    if !local.starts_with('/') || local.contains('#') {
        return Err(Refusal::BadAddress);
    }
    let (path, query) = local.split_once('?').unwrap_or((local, ""));
    Ok(Target { path: read_path(path)?, query: read_query(query), host })
}

/// A path is decoded once and judged after: what was encoded twice stays a name with a `%` in it.
fn read_path(encoded: &str) -> Result<String, Refusal> {
    if !is_well_encoded(encoded) {
        return Err(Refusal::BadAddress);
    }
    let path = percent_decode(encoded.as_bytes()).decode_utf8().map_err(|_| Refusal::BadAddress)?;
    let parts = path.strip_prefix('/').unwrap_or(&path);
    let (folders, last) =
        parts.rsplit_once('/').map_or((None, parts), |(folders, last)| (Some(folders), last));
    let leads_away = |part: &str| matches!(part, "." | "..");
    let is_unsafe = leads_away(last)
        || folders.is_some_and(|folders| folders.split('/').any(|part| part.is_empty() || leads_away(part)))
        || path.contains(|letter: char| letter.is_control() || letter == '\\');
    if is_unsafe { Err(Refusal::BadAddress) } else { Ok(path.into_owned()) }
}

/// Whether two hexadecimal digits follow each `%`.
fn is_well_encoded(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| {
        let mut digits = rest.bytes();
        let mut is_digit = || digits.next().is_some_and(|digit| digit.is_ascii_hexdigit());
        is_digit() && is_digit()
    })
}

/// A query opens no file, so that what is wrong in it is kept as well as it can be.
fn read_query(encoded: &str) -> Vec<(String, String)> {
    encoded
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (read_field(name), read_field(value))
        })
        .collect()
}

fn read_field(encoded: &str) -> String {
    let spaced = encoded.replace('+', " ");
    percent_decode(spaced.as_bytes()).decode_utf8_lossy().into_owned()
}
