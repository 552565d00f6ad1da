//! What a template may see, field by field: read from the sources of the views, which say it once.
//!
//! Their comments are in English, for those who make themes; words around them are in the language of
//! the person. This module must not know what any view holds.

mod read;
mod tell;

use std::collections::BTreeMap;

/// The files of this floor that declare what is serialised.
const SOURCES: [&str; 37] = [
    include_str!("accessibility.rs"),
    include_str!("agenda.rs"),
    include_str!("axis.rs"),
    include_str!("call.rs"),
    include_str!("card.rs"),
    include_str!("directory.rs"),
    include_str!("ecodesign.rs"),
    include_str!("entity.rs"),
    include_str!("facet.rs"),
    include_str!("facet_list.rs"),
    include_str!("figures.rs"),
    include_str!("governance.rs"),
    include_str!("head.rs"),
    include_str!("home.rs"),
    include_str!("index.rs"),
    include_str!("link.rs"),
    include_str!("milestone.rs"),
    include_str!("neighbours.rs"),
    include_str!("news.rs"),
    include_str!("open_data.rs"),
    include_str!("organisation.rs"),
    include_str!("partnership.rs"),
    include_str!("person.rs"),
    include_str!("phase.rs"),
    include_str!("phase_line.rs"),
    include_str!("picture.rs"),
    include_str!("post.rs"),
    include_str!("press.rs"),
    include_str!("programme.rs"),
    include_str!("publication.rs"),
    include_str!("region.rs"),
    include_str!("search.rs"),
    include_str!("series.rs"),
    include_str!("since.rs"),
    include_str!("time_line.rs"),
    include_str!("video.rs"),
    include_str!("../view.rs"),
];

/// Every view, and every template with what it sees.
#[derive(Debug)]
pub struct Reference {
    /// The views, by their names in the source.
    pub shapes: BTreeMap<String, Shape>,
    /// The templates, by name: `pole.html`.
    pub templates: BTreeMap<String, Template>,
}

/// What a template sees under one name, or a part of it.
#[derive(Debug)]
pub struct Shape {
    /// What it is.
    pub words: String,
    /// What it holds.
    pub fields: Vec<Field>,
    /// Whether it holds one of its fields only.
    pub is_choice: bool,
}

/// One thing that a view holds.
#[derive(Debug)]
pub struct Field {
    /// Its name in templates.
    pub name: String,
    /// What it is.
    pub words: String,
    /// What may be done with it.
    pub value: Value,
}

/// What may be done with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, an address; empty where there are none.
    Text,
    /// The tag of a language.
    Language,
    /// A number.
    Number,
    /// Two numbers.
    Pair,
    /// True or false.
    Truth,
    /// Another view, by its name in the source.
    View(String),
    /// Several.
    List(Box<Value>),
    /// One, or nothing.
    Maybe(Box<Value>),
}

/// A template of a page or of a directive.
#[derive(Debug, Default)]
pub struct Template {
    /// The names under which it sees its own views, with these.
    pub own: Vec<(String, String)>,
    /// Whether it is a page, which sees the site and itself too.
    pub is_page: bool,
}

/// What every page sees, whatever its template.
pub const COMMON: [(&str, &str); 2] = [("page", "PageView"), ("site", "SiteView")];

/// The name of the theme's words, which every template sees.
const LABELS: &str = "labels";

/// How the names of templates end.
const ENDING: &str = ".html";

/// How the words end that say of a page that it is a profile.
const IS_PROFILE: &str = "a profile.";

/// Under which name the page of a profile sees what all profiles have.
const PROFILE: (&str, &str) = ("entity", "EntityView");

impl Reference {
    /// Reads the sources of the views.
    #[must_use]
    pub fn read() -> Self {
        let mut shapes: BTreeMap<String, Shape> = SOURCES.into_iter().flat_map(read::shapes).collect();
        let (pages, directives) = (shapes.remove("Content"), shapes.get("PartView"));
        let mut templates = BTreeMap::new();
        for (shape, is_page) in [(pages.as_ref(), true), (directives, false)] {
            for field in shape.into_iter().flat_map(|shape| &shape.fields) {
                for name in field.templates() {
                    templates.insert(name.to_owned(), field.template(is_page));
                }
            }
        }
        Self { shapes, templates }
    }

    /// A view, by its name in the source.
    #[must_use]
    pub fn shape(&self, view: &str) -> Option<&Shape> {
        self.shapes.get(view)
    }

    /// What may be asked for by name: templates without their ending, and views.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let templates = self.templates.keys().map(|name| stem(name).to_owned());
        templates.chain(self.shapes.keys().map(|view| short_name(view)))
    }
}

impl Field {
    /// The templates that its words name.
    fn templates(&self) -> impl Iterator<Item = &str> {
        self.words.split('`').filter(|word| word.ends_with(ENDING))
    }

    /// What its templates see, where it is what a page or a directive is about.
    fn template(&self, is_page: bool) -> Template {
        let own = match &self.value {
            Value::View(view) => Some((self.name.clone(), view.clone())),
            _ => None,
        };
        let profile = self.words.ends_with(IS_PROFILE).then_some(PROFILE);
        let profile = profile.map(|(name, view)| (name.to_owned(), view.to_owned()));
        Template { own: own.into_iter().chain(profile).collect(), is_page }
    }
}

impl Value {
    /// The view that it is, or that it is made of.
    #[must_use]
    pub fn view(&self) -> Option<&str> {
        match self {
            Self::View(view) => Some(view),
            Self::List(inner) | Self::Maybe(inner) => inner.view(),
            _ => None,
        }
    }
}

/// The name of a template without its ending: `pole`.
fn stem(template: &str) -> &str {
    template.strip_suffix(ENDING).unwrap_or(template)
}

/// The name of a view for people: `post-card`, `link`.
fn short_name(view: &str) -> String {
    read::in_words(view.strip_suffix("View").unwrap_or(view), '-')
}
