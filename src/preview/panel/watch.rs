//! What a page knows of itself when it is served, and what it is answered when it asks what changed.

use serde::Serialize;

use super::Content;
use crate::typography::escape;

/// A page that is watched.
#[derive(Clone, Copy, Debug)]
pub struct Watched<'a> {
    /// Its address, by which it asks.
    pub address: &'a str,
    /// What changes when its own bytes do, before the addresses of style sheets are filled in.
    pub version: &'a str,
    /// The addresses of its style sheets, in the order of the page: see [`super::style_sheets`].
    pub styles: &'a [String],
    /// What its panel shows.
    pub content: &'a Content,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    state: &'a str,
    moved: Option<&'a str>,
    styles: &'a [String],
    panel: &'a str,
    status: &'a str,
}

impl Watched<'_> {
    /// What changes when the panel or a style sheet does.
    #[must_use]
    pub fn state(&self) -> String {
        self.content.state(self.styles)
    }

    /// A page with what is put before the end of its body.
    #[must_use]
    pub fn in_page(&self, html: &str) -> String {
        let end = ["</body", "</BODY", "</html"].iter().find_map(|tag| html.rfind(tag));
        let (before, after) = html.split_at(end.unwrap_or(html.len()));
        format!("{before}{}{after}", self.element())
    }

    /// What is put before the end of the page's body.
    #[must_use]
    pub fn element(&self) -> String {
        self.around(&self.content.shadow())
    }

    /// The same for a page of the preview's own, which has no panel and is only renewed.
    #[must_use]
    pub fn mark(&self) -> String {
        self.around("")
    }

    fn around(&self, inside: &str) -> String {
        let [address, version] = [self.address, self.version].map(|it| escape(it));
        let state = self.state();
        format!(
            "<grappe-apercu data-page=\"{address}\" data-version=\"{version}\" data-state=\"{state}\">{inside}\
             </grappe-apercu><script src=\"/_grappe/preview.js\" type=\"module\"></script>"
        )
    }

    /// What the page is answered, as JSON. `moved` is its new address where it has one.
    #[must_use]
    pub fn answer(&self, moved: Option<&str>) -> String {
        let answer = Answer {
            version: self.version,
            state: &self.state(),
            moved,
            styles: self.styles,
            panel: &self.content.html,
            status: &self.content.status,
        };
        serde_json::to_string(&answer).unwrap_or_default()
    }
}
