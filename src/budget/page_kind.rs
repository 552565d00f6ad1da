//! The kinds of pages, as budgets and measures tell them apart.

use serde::{Deserialize, Serialize};

use crate::locale::{Bilingual, both};

/// A kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// The first page.
    Home,
    /// A list of news.
    News,
    /// All poles, or all organisations.
    Directory,
    /// All entities of another kind.
    List,
    /// A directory cut one way.
    Facet,
    /// A post.
    Post,
    /// An event.
    Event,
    /// A call.
    Call,
    /// A publication.
    Publication,
    /// A lasting page.
    Page,
    /// The accessibility statement.
    Accessibility,
    /// The statement on ecodesign.
    Ecodesign,
    /// A pole.
    Pole,
    /// Another organisation.
    Organisation,
    /// A region.
    Region,
    /// A partnership.
    Partnership,
    /// A phase.
    Phase,
    /// A programme.
    Programme,
    /// A person.
    Person,
    /// Every figure.
    Figures,
    /// Who holds posts.
    Governance,
    /// What journalists look for.
    Press,
    /// Files of data.
    OpenData,
    /// Everything from A to Z.
    Search,
    /// Every section and profile.
    SitePlan,
    /// What stands for an address that is not there.
    NotFound,
}

impl PageKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 26] = [
        Self::Home,
        Self::News,
        Self::Directory,
        Self::List,
        Self::Facet,
        Self::Post,
        Self::Event,
        Self::Call,
        Self::Publication,
        Self::Page,
        Self::Accessibility,
        Self::Ecodesign,
        Self::Pole,
        Self::Organisation,
        Self::Region,
        Self::Partnership,
        Self::Phase,
        Self::Programme,
        Self::Person,
        Self::Figures,
        Self::Governance,
        Self::Press,
        Self::OpenData,
        Self::Search,
        Self::SitePlan,
        Self::NotFound,
    ];

    /// Its name, in configurations and in results that programs read.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::News => "news",
            Self::Directory => "directory",
            Self::List => "list",
            Self::Facet => "facet",
            Self::Post => "post",
            Self::Event => "event",
            Self::Call => "call",
            Self::Publication => "publication",
            Self::Page => "page",
            Self::Accessibility => "accessibility",
            Self::Ecodesign => "ecodesign",
            Self::Pole => "pole",
            Self::Organisation => "organisation",
            Self::Region => "region",
            Self::Partnership => "partnership",
            Self::Phase => "phase",
            Self::Programme => "programme",
            Self::Person => "person",
            Self::Figures => "figures",
            Self::Governance => "governance",
            Self::Press => "press",
            Self::OpenData => "open-data",
            Self::Search => "search",
            Self::SitePlan => "site-plan",
            Self::NotFound => "not-found",
        }
    }

    /// What a writer calls it.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Home => both("accueil", "home"),
            Self::News => both("listes d’actualités", "lists of news"),
            Self::Directory => both("annuaires", "directories"),
            Self::List => both("autres listes", "other lists"),
            Self::Facet => both("annuaires par critère", "directories cut one way"),
            Self::Post => both("actualités", "news"),
            Self::Event => both("événements", "events"),
            Self::Call => both("appels", "calls"),
            Self::Publication => both("publications", "publications"),
            Self::Page => both("pages", "pages"),
            Self::Accessibility => both("accessibilité", "accessibility"),
            Self::Ecodesign => both("écoconception", "ecodesign"),
            Self::Pole => both("pôles", "poles"),
            Self::Organisation => both("organisations", "organisations"),
            Self::Region => both("régions", "regions"),
            Self::Partnership => both("partenariats", "partnerships"),
            Self::Phase => both("phases", "phases"),
            Self::Programme => both("programmes", "programmes"),
            Self::Person => both("personnes", "people"),
            Self::Figures => both("chiffres clés", "key figures"),
            Self::Governance => both("gouvernance", "governance"),
            Self::Press => both("presse", "press"),
            Self::OpenData => both("données ouvertes", "open data"),
            Self::Search => both("recherche", "search"),
            Self::SitePlan => both("plan du site", "site plan"),
            Self::NotFound => both("page introuvable", "page not found"),
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
