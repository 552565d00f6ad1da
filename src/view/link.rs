//! Links, dates, texts and pictures as templates see them.

use memchr::memmem::Finder;
use serde::Serialize;

use super::picture::PictureView;
use crate::language::Language;

/// A link to a page of the site, or words alone where nothing is shown there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// The words.
    pub text: String,
    /// The address; empty where the words stand alone.
    pub href: String,
    /// The language of what is there and of the words, where it is not the page's.
    pub lang: Option<Language>,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextView {
    /// The words, typeset.
    pub text: String,
    /// Their language, where it is not the page's.
    pub lang: Option<Language>,
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// For machines: `2023-03-27`.
    pub machine: String,
    /// In words: « 27 mars 2023 ».
    pub words: String,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// The title of the publication.
    pub title: TextView,
    /// Its address; empty where there is none.
    pub url: String,
    /// Who published it; empty where no one says.
    pub publisher: String,
    /// When.
    pub date: Option<DateView>,
}

/// A number with what it measures, its date and its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureView {
    /// The id of what is measured.
    pub metric: String,
    /// Its name.
    pub name: String,
    /// The number in words: « plus de 1 100 ».
    pub value: String,
    /// What it covers, if not the whole.
    pub scope: Option<TextView>,
    /// The group whose total it is, in words; empty for the entity's own.
    pub group: String,
    /// A detail.
    pub note: Option<TextView>,
    /// When it holds.
    pub as_of: DateView,
    /// Who says so.
    pub source: Option<SourceView>,
    /// Whose figure it is.
    pub of: LinkView,
}

/// A piece of a text: HTML as it is, or what the theme renders by a template of `directives/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartView {
    /// HTML.
    Html(String),
    /// A figure. Template `directives/figure.html`.
    Figure(Box<FigureView>),
    /// A picture that stands alone: `picture.html`.
    Picture(Box<PictureView>),
    /// A picture within a sentence: `image.html`.
    Image(Box<PictureView>),
}

/// A text in Markdown, rendered: the filter `prose` makes it HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BodyView {
    /// Its pieces.
    pub parts: Vec<PartView>,
    /// Its language, where it is not the page's.
    pub lang: Option<Language>,
}

impl BodyView {
    /// Whether the text links to an address.
    pub fn has_link(&self, address: &str) -> bool {
        let link = format!("href=\"{address}\"");
        let link = Finder::new(&link);
        let has_it = |html: &str| link.find(html.as_bytes()).is_some();
        self.parts.iter().any(|part| matches!(part, PartView::Html(html) if has_it(html)))
    }
}
