//! What the destination of a link means.

use std::sync::Arc;

use super::characters::composed;
use super::reference::Target;
use crate::schema::Kind;

/// What the destination of a link means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// An entry: `pole:tes#histoire`.
    Entity {
        /// The kind, where it was named.
        kind: Option<Kind>,
        /// The id.
        id: &'a str,
        /// A place in its text.
        fragment: Option<&'a str>,
    },
    /// A file of the content, relative to this one.
    File {
        /// The path as written.
        path: &'a str,
        /// A place in its text.
        fragment: Option<&'a str>,
    },
    /// A page of the site, by its address.
    Page {
        /// The address.
        path: &'a str,
        /// A place in it.
        fragment: Option<&'a str>,
    },
    /// A place in this very text.
    Anchor(&'a str),
    /// Elsewhere on the web.
    Web {
        /// The whole address.
        url: &'a str,
        /// The host alone.
        host: &'a str,
    },
    /// An electronic address or a telephone number, with its scheme.
    Contact(&'a str),
    /// No destination, but the language of a passage.
    Language(&'a str),
    /// A scheme that is not let through, or `https://` without the host that should follow.
    Unsafe(&'a str),
}

/// Marks a passage in another language; no writer types this scheme.
pub(super) const LANGUAGE_SCHEME: &str = "x-grappe-language:";

/// Reads the destination of a link.
#[must_use]
pub fn destination(text: &str) -> Destination<'_> {
    if let Some(tag) = text.strip_prefix(LANGUAGE_SCHEME) {
        return Destination::Language(tag);
    }
    if let Some(anchor) = text.strip_prefix('#') {
        return Destination::Anchor(anchor);
    }
    if let Some((scheme, rest)) = scheme(text) {
        return with_scheme(text, scheme, rest);
    }
    if text.starts_with("//") || text.starts_with('\\') {
        return Destination::Unsafe("//");
    }
    let (path, fragment) = split_fragment(text);
    if path.starts_with('/') {
        return Destination::Page { path, fragment };
    }
    Destination::File { path, fragment }
}

/// The target of `[[id]]` or `[[kind:id#anchor]]`.
#[must_use]
pub fn wikilink(text: &str) -> Destination<'_> {
    let text = text.trim();
    let (id, fragment) = split_fragment(text);
    let named = id.split_once(':').and_then(|(kind, id)| Some((Kind::from_name(kind)?, id.trim())));
    match named {
        Some((kind, id)) => Destination::Entity { kind: Some(kind), id, fragment },
        None => Destination::Entity { kind: None, id, fragment },
    }
}

fn with_scheme<'a>(text: &'a str, scheme: &'a str, rest: &'a str) -> Destination<'a> {
    if let Some(kind) = Kind::from_name(scheme) {
        let (id, fragment) = split_fragment(rest);
        return Destination::Entity { kind: Some(kind), id, fragment };
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.starts_with("//") => {
            let authority = rest.trim_start_matches('/').split(['/', '?', '#']).next().unwrap_or("");
            let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
            // Told apart from a scheme that is not let through by its slashes.
            let without_host = text.get(..scheme.len() + "://".len()).unwrap_or(scheme);
            match host.split(':').next() {
                Some(name) if !name.is_empty() && !host.contains(char::is_whitespace) => {
                    Destination::Web { url: text, host }
                }
                _ => Destination::Unsafe(without_host),
            }
        }
        "mailto" | "tel" => Destination::Contact(text),
        _ => Destination::Unsafe(scheme),
    }
}

/// The scheme of an address. White space and control characters inside are dropped by browsers,
/// so an address that begins with them has none that can be trusted.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_scheme_byte = |byte: u8| {
        byte.is_ascii_alphanumeric() || b"+.-".contains(&byte) || byte.is_ascii_whitespace() || byte < 0x20
    };
    (!scheme.is_empty() && scheme.bytes().all(is_scheme_byte)).then_some((scheme, rest))
}

fn split_fragment(text: &str) -> (&str, Option<&str>) {
    text.split_once('#').map_or((text, None), |(path, fragment)| (path, Some(fragment)))
}

impl Destination<'_> {
    /// What must exist for the link to hold; nothing for what lies outside of the site.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        let owned = |fragment: Option<&str>| fragment.map(Arc::from);
        Some(match *self {
            Self::Entity { kind, id, fragment } => {
                Target::Entity { kinds: &[], named: kind, id: composed(id).into(), fragment: owned(fragment) }
            }
            Self::File { path, fragment } => Target::File { path: path.into(), fragment: owned(fragment) },
            Self::Page { path, fragment } => {
                Target::Page { path: composed(path).into(), fragment: owned(fragment) }
            }
            Self::Anchor(fragment) => Target::Anchor { fragment: fragment.into() },
            Self::Web { .. } | Self::Contact(_) | Self::Language(_) | Self::Unsafe(_) => return None,
        })
    }
}

impl Target {
    /// An entry of one of some kinds, named in a key.
    #[must_use]
    pub fn entity(kinds: &'static [Kind], id: &str) -> Self {
        Self::Entity { kinds, named: None, id: composed(id).into(), fragment: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_link_is_told_apart() {
        let none = None;
        assert_eq!(destination("#a"), Destination::Anchor("a"));
        assert_eq!(
            destination("pole:tes#b"),
            Destination::Entity { kind: Some(Kind::Pole), id: "tes", fragment: Some("b") }
        );
        assert_eq!(destination("../x.md"), Destination::File { path: "../x.md", fragment: none });
        assert_eq!(destination("/poles/"), Destination::Page { path: "/poles/", fragment: none });
        assert_eq!(
            destination("https://a.fr:80/b?c#d"),
            Destination::Web { url: "https://a.fr:80/b?c#d", host: "a.fr:80" }
        );
        assert_eq!(destination("https://"), Destination::Unsafe("https://"));
        assert_eq!(destination("https://a .fr/b"), Destination::Unsafe("https://"));
        assert_eq!(destination("mailto:a@b.fr"), Destination::Contact("mailto:a@b.fr"));
    }

    #[test]
    fn what_could_run_a_script_is_unsafe() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "data:text/html,x",
            "//a.fr",
            "vbscript:x",
            "file:///etc",
        ] {
            assert!(matches!(destination(text), Destination::Unsafe(_)), "{text}");
        }
    }
}
