//! What a page holds of scripts and styles of its own, which a Content-Security-Policy refuses unless it
//! lists their hashes (CSP level 3).
//!
//! This module must not know what any policy allows besides.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::tree::{Element, Tree};

/// The scripts and styles that stand in a page itself, or in several pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineBlocks {
    /// Hashes of its scripts, as a policy writes them: `sha256-…`.
    pub scripts: BTreeSet<String>,
    /// Hashes of its style sheets.
    pub styles: BTreeSet<String>,
    /// Whether an element has a style of its own, which no hash of ours allows.
    pub has_style_attributes: bool,
    /// Whether an element runs a script of its own (`onclick`, `href="javascript:…"`), likewise.
    pub has_handlers: bool,
}

impl InlineBlocks {
    /// What a page holds.
    #[must_use]
    pub fn of(page: &Tree) -> Self {
        let is_event = |name: &&str| name.len() > 2 && name.starts_with("on");
        let attributes: Vec<&str> =
            ADDRESSES.into_iter().chain(["style"]).chain(page.attribute_names().filter(is_event)).collect();
        page.select(&["noscript", "script", "style"], &attributes).fold(
            Self::default(),
            |mut found, element| {
                found.look_at(element);
                found
            },
        )
    }

    /// Adds what another page holds.
    pub fn add(&mut self, other: &Self) {
        self.scripts.extend(other.scripts.iter().cloned());
        self.styles.extend(other.styles.iter().cloned());
        self.has_style_attributes |= other.has_style_attributes;
        self.has_handlers |= other.has_handlers;
    }

    fn look_at(&mut self, element: Element<'_>) {
        match element.name() {
            "script" if !element.has("src") && !element.has("href") && is_run(element) => {
                self.scripts.insert(hash(&element.text()));
            }
            "style" => {
                self.styles.insert(hash(&element.text()));
            }
            // To whoever runs scripts it is a text; to the others it is markup.
            "noscript" => self.add(&Self::of(&Tree::read(&element.text()))),
            _ => {}
        }
        self.has_style_attributes |= element.has("style");
        self.has_handlers |= element.attributes().any(|(name, value)| is_handler(name, value));
    }
}

/// Whether an element has a style or runs a script of its own, which no hash allows.
#[must_use]
pub fn is_refused(element: Element<'_>) -> bool {
    element.has("style") || element.attributes().any(|(name, value)| is_handler(name, value))
}

/// Whether browsers run or follow what stands in a script; other types are data, which no policy minds.
fn is_run(script: Element<'_>) -> bool {
    const FOLLOWED: [&str; 3] = ["module", "importmap", "speculationrules"];
    let Some(written) = script.get("type").map(|it| it.trim().to_ascii_lowercase()) else { return true };
    let subtype = written.strip_prefix("text/").or_else(|| written.strip_prefix("application/"));
    let is_script = |it: &str| {
        let plain = it.trim_start_matches("x-");
        plain.starts_with("javascript")
            || plain.starts_with("ecmascript")
            || matches!(it, "jscript" | "livescript")
    };
    written.is_empty() || FOLLOWED.contains(&written.as_str()) || subtype.is_some_and(is_script)
}

/// Attributes in which an address may be a script.
const ADDRESSES: [&str; 5] = ["action", "formaction", "href", "src", "xlink:href"];

fn is_handler(name: &str, value: &str) -> bool {
    let is_event = name.len() > 2 && name.starts_with("on");
    // Browsers skip spaces and line ends in the scheme.
    let mut letters = value.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control());
    let is_address = ADDRESSES.contains(&name);
    is_event
        || (is_address
            && "javascript:"
                .chars()
                .all(|wanted| letters.next().is_some_and(|it| it.eq_ignore_ascii_case(&wanted))))
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> InlineBlocks {
        InlineBlocks::of(&Tree::read(html))
    }

    #[test]
    fn a_hash_is_that_of_the_bytes_between_the_tags() {
        // The example of CSP level 3, § 8.3.
        let found = of("<script>alert('Hello, world.');</script>");
        let known = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(found.scripts.iter().collect::<Vec<_>>(), [known]);
        assert_eq!(of("<style>a{}</style><svg><style>a{}</style></svg>").styles.len(), 1);
        assert_eq!(of("<noscript><style>b{}</style></noscript>").styles, of("<style>b{}</style>").styles);
        assert_eq!(of("<style>a\r\nb</style>"), of("<style>a\nb</style>"));
    }

    #[test]
    fn data_and_files_need_no_hash() {
        for data in
            ["<script type=application/ld+json>{}</script>", "<script src=/a.js></script>", "<p>a</p>"]
        {
            assert_eq!(of(data), InlineBlocks::default(), "{data}");
        }
        for run in ["", " type=module", " type=TEXT/JavaScript", " type=''", " type=importmap"] {
            assert_eq!(of(&format!("<script{run}>1</script>")).scripts.len(), 1, "{run}");
        }
    }

    #[test]
    fn what_no_hash_allows_is_told() {
        assert!(of("<p style='color:red'>a</p>").has_style_attributes);
        assert!(of("<p onclick='a()'>a</p>").has_handlers);
        assert!(of("<a href=' java\nscript:a()'>a</a>").has_handlers);
        let plain = of("<a href='/javascript:a' title='onclick' once=1>a</a>");
        assert!(
            !plain.has_style_attributes && plain.has_handlers,
            "an attribute that begins with `on` may run"
        );
        assert_eq!(of("<a href='/javascript:a' title='onclick'>a</a>"), InlineBlocks::default());
    }
}
