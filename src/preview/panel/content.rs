//! The panel as it stands in the page, apart from the page's own styles.

use super::Panel;
use super::bar::{bar, hash};
use super::overlay::{overlay, summary};

/// The style sheet of the panel, within its shadow.
const STYLE: &str =
    concat!(include_str!("tokens.css"), include_str!("faults.css"), include_str!("panel.css"));

/// What the panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The HTML inside the panel.
    pub html: String,
    /// What is said of it to those who do not see it.
    pub status: String,
    locale: &'static str,
}

impl Content {
    /// What there is to show.
    #[must_use]
    pub fn new(panel: &Panel<'_>) -> Self {
        let html = bar(panel, overlay(panel).as_deref());
        let locale = match panel.locale {
            crate::locale::Locale::French => "fr",
            crate::locale::Locale::English => "en",
        };
        Self { html, status: summary(panel), locale }
    }

    /// What changes when this or the style sheets do.
    pub(super) fn state(&self, styles: &[String]) -> String {
        hash(&format!("{}\n{}", self.html, styles.join("\n")))
    }

    /// The inside of the panel's element: it needs no script.
    pub(super) fn shadow(&self) -> String {
        let Self { html, locale, .. } = self;
        format!(
            "<template shadowrootmode=\"open\"><style>{STYLE}</style>\
             <div class=\"panel\" lang=\"{locale}\">{html}</div>\
             <div class=\"room\"></div><p class=\"said\" role=\"status\" lang=\"{locale}\"></p></template>"
        )
    }
}
