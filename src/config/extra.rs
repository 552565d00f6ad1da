//! What a site may do without: pages and lists that grappe makes of the same content by itself.

/// What a site may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extra {
    /// Lists of news by year.
    Years,
    /// Lists of news by theme.
    Themes,
    /// The list of press releases.
    PressReleases,
    /// Directories cut by region, sector, phase or kind.
    Facets,
    /// The page of key figures.
    Figures,
    /// The page of those who hold posts in the federation.
    Governance,
    /// The page for journalists.
    Press,
    /// Files of data, and the page that lists them.
    OpenData,
    /// The page from A to Z, and the index that its script searches.
    Search,
    /// The plan of the site.
    SitePlan,
}

impl Extra {
    /// Everything that a site may do without.
    pub const ALL: [Self; 10] = [
        Self::Years,
        Self::Themes,
        Self::PressReleases,
        Self::Facets,
        Self::Figures,
        Self::Governance,
        Self::Press,
        Self::OpenData,
        Self::Search,
        Self::SitePlan,
    ];

    /// The word by which `without` names it: that of `[routes]` where both name the same.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Themes => "themes",
            Self::PressReleases => "press_releases",
            Self::Facets => "facets",
            Self::Figures => "figures",
            Self::Governance => "governance",
            Self::Press => "press",
            Self::OpenData => "open_data",
            Self::Search => "search",
            Self::SitePlan => "site_plan",
        }
    }

    /// What a word names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extra| extra.name() == name)
    }
}
