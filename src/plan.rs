//! Every route of the site, HTML or not, before any of them is made.
//!
//! The plan is a function of the federation. Links are looked up in it, so a page can only link
//! to what will be there. It must not know what a page looks like.

mod address;
mod by_date;
mod facet;
mod hosting;
mod lasting;
mod media;
mod news;
mod page_kind;
mod search;

use std::collections::{BTreeMap, BTreeSet};

pub use address::{Address, Addresses, section_name, without_date};
pub use facet::Facet;
pub use hosting::HostingFile;
use lasting::Presence;
pub use lasting::{entity_addresses, hidden_addresses, undated_ends};
pub use news::{Coverage, NewsFilter, SHOWN_ON_PROFILE};
pub use search::{IndexFile, searched};

use rustc_hash::FxHashMap;

use crate::config::{Extra, SiteConfig};
use crate::dataset::{Dataset, Format};
use crate::language::Language;
use crate::model::{Data, Entity, EntityId, Federation};
use crate::parse::Value;
use crate::schema::Kind;
use crate::source::{FilePath, Place, Span};

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The first page.
    Home,
    /// A page of a list of news, counted from 1.
    News(NewsFilter, usize),
    /// All entities of a kind.
    Index(Kind),
    /// A directory cut one way.
    Facet(Facet),
    /// One entity.
    Entity(EntityId),
    /// Every figure, as series.
    KeyFigures,
    /// Who holds posts in the federation.
    Governance,
    /// What journalists look for.
    Press,
    /// Files of data, and what is in them.
    OpenData,
    /// Everything from A to Z.
    Search,
    /// Every section and profile.
    SitePlan,
    /// What a host shows for an address that is not there.
    NotFound,
}

/// What is made for a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// A page.
    Page(Subject, Language),
    /// The feed of a language.
    Feed(Language),
    /// Every event, for calendars.
    Agenda(Language),
    /// One event, for calendars.
    Event(EntityId, Language),
    /// A file of what a script searches.
    SearchIndex(IndexFile, Language),
    /// What the page on ecodesign says, for programs.
    EcodesignData(EntityId, Language),
    /// A table of open data, the same for every language.
    Data(Dataset, Format),
    /// The list of addresses for search engines, or of its parts where it is long.
    Sitemap,
    /// One part of a long list of addresses, counted from 0.
    SitemapPart(usize),
    /// What robots may read.
    Robots,
    /// A page that sends visitors on.
    Redirect(Address),
    /// A file of the content, as it is.
    ContentFile(FilePath),
    /// A file of the theme, by its place in the theme.
    ThemeFile(FilePath),
    /// A file that the host follows.
    Hosting(HostingFile),
}

/// One address and what is made for it.
#[derive(Clone, Debug)]
pub struct Route {
    /// The address.
    pub address: Address,
    /// What is made.
    pub output: Output,
    /// What in the content asked for it; nothing for what every site has.
    pub origin: Option<Place>,
}

/// Two routes that want one address: the one that has it, and the one that cannot.
#[derive(Clone, Debug)]
pub struct Collision {
    /// Who has the address.
    pub first: Route,
    /// Who wants it too.
    pub second: Route,
}

/// Every route.
#[derive(Debug)]
pub struct Plan {
    routes: Vec<Route>,
    by_address: FxHashMap<Address, usize>,
    /// For each language, the address of each page.
    by_subject: Vec<(Language, FxHashMap<Subject, Address>)>,
    news: BTreeMap<NewsFilter, Vec<EntityId>>,
    facets: BTreeMap<Facet, Vec<EntityId>>,
    /// The place of each post in the list of all news.
    places: FxHashMap<EntityId, usize>,
    coverage: FxHashMap<EntityId, Coverage>,
    data_files: FxHashMap<(Dataset, Format), Address>,
    /// What the files make on other days than the federation's, at addresses that nothing had before.
    kept: FxHashMap<Address, Route>,
    /// Addresses that two routes want, on the same day or not.
    pub collisions: Vec<Collision>,
}

/// Kinds whose entities are listed on a page of their own.
pub const INDEXED: [Kind; 10] = [
    Kind::Event,
    Kind::Call,
    Kind::Publication,
    Kind::Pole,
    Kind::Organisation,
    Kind::Region,
    Kind::Partnership,
    Kind::Phase,
    Kind::Programme,
    Kind::Person,
];

/// Plans every route. `theme_files` are the theme's own, with their addresses; `hosting` are the files
/// that the host follows, where the site is made to be published.
#[must_use]
pub fn plan(
    federation: &Federation,
    theme_files: &[(FilePath, Address)],
    hosting: impl IntoIterator<Item = HostingFile>,
) -> Plan {
    let (news, most_posts) = rayon::join(|| news::news_lists(federation), || news::most_posts(federation));
    let all = news.get(&NewsFilter::All).map_or(&[][..], Vec::as_slice);
    let places: FxHashMap<EntityId, usize> = all.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let plan = Plan {
        routes: Vec::new(),
        by_address: FxHashMap::default(),
        by_subject: federation.config.languages.iter().map(|it| (it.clone(), FxHashMap::default())).collect(),
        news,
        facets: facet::facets(federation),
        coverage: news::coverage(federation, &places),
        places,
        data_files: FxHashMap::default(),
        kept: FxHashMap::default(),
        collisions: Vec::new(),
    };
    let mut planner = Planner { federation, most_posts, plan };
    for (file, address) in theme_files {
        planner.add(address.clone(), Output::ThemeFile(file.clone()), None);
    }
    for file in hosting {
        planner.add(file.address(), Output::Hosting(file), None);
    }
    planner.add(Address::new("/sitemap.xml"), Output::Sitemap, None);
    planner.add(Address::new("/robots.txt"), Output::Robots, None);
    planner.data_files();
    for language in &federation.config.languages {
        planner.common_pages(language);
        planner.news_pages(language);
        planner.facet_pages(language);
    }
    planner.entities();
    planner.content_files();
    planner.redirects();
    planner.sitemap_parts();
    planner.plan
}

/// The file by which calendars take the agenda, or an event below its own address.
pub const CALENDAR_FILE: &str = "agenda.ics";

/// The file by which programs take what the page on ecodesign says, below that page.
pub const ECODESIGN_FILE: &str = "ecodesign.json";

/// How many addresses a sitemap may hold, by its protocol (sitemaps.org).
pub const SITEMAP_SIZE: usize = 50_000;

struct Planner<'a> {
    federation: &'a Federation,
    /// How many posts each list of news may have on some day.
    most_posts: BTreeMap<NewsFilter, usize>,
    plan: Plan,
}

impl Planner<'_> {
    fn add(&mut self, address: Address, output: Output, origin: Option<Place>) {
        self.add_on(Presence::Today, address, output, origin);
    }

    /// An address belongs to files, not to a day: what shows on another day keeps its own, so that
    /// two files that want one are told from the start.
    fn add_on(&mut self, presence: Presence, address: Address, output: Output, origin: Option<Place>) {
        if presence == Presence::Never {
            return;
        }
        let route = Route { address, output, origin };
        let shown = self.plan.by_address.get(&route.address).and_then(|index| self.plan.routes.get(*index));
        let is_shown = shown.is_some();
        if let Some(first) = shown.or_else(|| self.plan.kept.get(&route.address)) {
            self.plan.collisions.push(Collision { first: first.clone(), second: route.clone() });
        }
        if presence == Presence::AnotherDay {
            self.plan.kept.entry(route.address.clone()).or_insert(route);
        } else if !is_shown {
            self.show(route);
        }
    }

    fn show(&mut self, route: Route) {
        if let Output::Page(subject, language) = &route.output {
            let of_language = self.plan.by_subject.iter_mut().find(|(of, _)| of == language);
            if let Some((_, pages)) = of_language {
                pages.insert(subject.clone(), route.address.clone());
            }
        }
        self.plan.by_address.insert(route.address.clone(), self.plan.routes.len());
        self.plan.routes.push(route);
    }

    fn page(&mut self, address: Address, subject: Subject, language: &Language) {
        self.page_on(Presence::Today, address, subject, language);
    }

    fn page_on(&mut self, presence: Presence, address: Address, subject: Subject, language: &Language) {
        self.add_on(presence, address, Output::Page(subject, language.clone()), None);
    }

    fn common_pages(&mut self, language: &Language) {
        let federation = self.federation;
        let addresses = Addresses::new(&federation.config, language);
        self.page(addresses.join(&[]), Subject::Home, language);
        self.page(addresses.file("404.html"), Subject::NotFound, language);
        for (extra, presence, subject) in [
            (Extra::SitePlan, Presence::Today, Subject::SitePlan),
            (Extra::Figures, lasting::key_figures(federation), Subject::KeyFigures),
            (Extra::Governance, lasting::governance(federation), Subject::Governance),
            (Extra::Press, lasting::lists(federation, Kind::Post), Subject::Press),
            (Extra::OpenData, self.open_data(), Subject::OpenData),
            (Extra::Search, Presence::Today, Subject::Search),
        ] {
            if federation.config.has(extra) {
                self.page_on(presence, addresses.join(&[addresses.word(extra.name())]), subject, language);
            }
        }
        self.search_index(language);
        self.add(addresses.file("atom.xml"), Output::Feed(language.clone()), None);
        let agenda = Output::Agenda(language.clone());
        self.add_on(lasting::lists(federation, Kind::Event), addresses.file(CALENDAR_FILE), agenda, None);
        for kind in INDEXED {
            let presence = lasting::lists(federation, kind);
            self.page_on(presence, addresses.section(kind), Subject::Index(kind), language);
        }
    }

    fn news_pages(&mut self, language: &Language) {
        let federation = self.federation;
        let addresses = Addresses::new(&federation.config, language);
        for (filter, most) in self.most_posts.clone() {
            let today = pages_of(federation, self.plan.news.get(&filter).map(Vec::len));
            for number in 1..=pages_of(federation, Some(most)).max(today) {
                let presence = if number <= today { Presence::Today } else { Presence::AnotherDay };
                let address = list_address(federation, &addresses, &filter, number);
                self.page_on(presence, address, Subject::News(filter.clone(), number), language);
            }
        }
    }

    fn facet_pages(&mut self, language: &Language) {
        let addresses = Addresses::new(&self.federation.config, language);
        for facet in facet::facets_of_any_day(self.federation) {
            let is_today = self.plan.facets.contains_key(&facet);
            let presence = if is_today { Presence::Today } else { Presence::AnotherDay };
            let address = facet.address(self.federation, &addresses);
            self.page_on(presence, address, Subject::Facet(facet), language);
        }
    }

    fn open_data(&self) -> Presence {
        Presence::new(!self.plan.data_files.is_empty(), || {
            Dataset::ALL.into_iter().any(|it| lasting::has_rows(self.federation, it))
        })
    }

    /// Tables that have rows, at addresses of the first language: data has no other.
    fn data_files(&mut self) {
        let config = &self.federation.config;
        let Some(first) = config.languages.first().filter(|_| config.has(Extra::OpenData)) else { return };
        let addresses = Addresses::new(&self.federation.config, first);
        let folder = addresses.join(&[addresses.word("open_data")]);
        for dataset in Dataset::ALL {
            let has_rows = !dataset.table(self.federation).is_empty();
            let presence = Presence::new(has_rows, || lasting::has_rows(self.federation, dataset));
            for format in Format::ALL {
                let (name, ending) = (addresses.word(dataset.word()), format.ending());
                let address = Address::new(&format!("{folder}{name}.{ending}"));
                if has_rows {
                    self.plan.data_files.insert((dataset, format), address.clone());
                }
                self.add_on(presence, address, Output::Data(dataset, format), None);
            }
        }
    }

    fn entities(&mut self) {
        let federation = self.federation;
        for (id, entity) in federation.all() {
            let presence = lasting::entity(federation, entity);
            for (language, address) in entity_addresses(federation, entity) {
                let document = entity.translation(language).unwrap_or(&entity.document);
                let span = document.record.entry("slug").map(|entry| entry.value.span);
                let origin = Place::new(&document.path, span.unwrap_or_default());
                if entity.kind() == Kind::Event {
                    let calendar = Address::new(&format!("{address}{CALENDAR_FILE}"));
                    let output = Output::Event(id, language.clone());
                    self.add_on(presence, calendar, output, Some(origin.clone()));
                }
                if is_on_ecodesign(entity) {
                    let data = Address::new(&format!("{address}{ECODESIGN_FILE}"));
                    let output = Output::EcodesignData(id, language.clone());
                    self.add_on(presence, data, output, Some(origin.clone()));
                }
                let output = Output::Page(Subject::Entity(id), language.clone());
                self.add_on(presence, address, output, Some(origin));
            }
        }
    }

    fn content_files(&mut self) {
        let served: BTreeSet<&FilePath> = media::served(self.federation).into_iter().collect();
        for file in self.federation.assets() {
            let presence = if served.contains(file) { Presence::Today } else { Presence::AnotherDay };
            let address = content_file_address(&self.federation.config, file);
            let origin = Place::new(file, Span::default());
            self.add_on(presence, address, Output::ContentFile(file.clone()), Some(origin));
        }
    }

    fn sitemap_parts(&mut self) {
        let pages = self.plan.pages().count();
        for part in 0..pages.div_ceil(SITEMAP_SIZE) {
            if pages > SITEMAP_SIZE {
                let address = sitemap_part_address(part);
                self.add(address, Output::SitemapPart(part), None);
            }
        }
    }

    /// A former address leads to the page of its own language, where there is one.
    fn redirects(&mut self) {
        let federation = self.federation;
        let languages = &federation.config.languages;
        for (_, entity) in federation.all() {
            let presence = lasting::entity(federation, entity);
            let mut pages = None;
            for (from, span) in former_addresses(entity) {
                let pages = pages.get_or_insert_with(|| entity_addresses(federation, entity));
                let is_of = |language: &&Language| from.as_str().starts_with(&format!("/{language}/"));
                let own = languages.iter().skip(1).find(is_of);
                let mut wanted = own.into_iter().chain(languages.first());
                let to = wanted.find_map(|language| pages.iter().find(|(of, _)| *of == language));
                let Some((_, to)) = to else { continue };
                let origin = Place::new(&entity.document.path, span);
                self.add_on(presence, from, Output::Redirect(to.clone()), Some(origin));
            }
        }
    }
}

fn is_on_ecodesign(entity: &Entity) -> bool {
    matches!(&entity.data, Data::Page(page) if page.role == Some("ecodesign"))
}

/// How many pages a list of so many posts has; one that is there without any post has one.
fn pages_of(federation: &Federation, posts: Option<usize>) -> usize {
    posts.map_or(0, |count| count.div_ceil(federation.config.page_size).max(1))
}

/// The addresses that an entity had before, with their places in its file.
fn former_addresses(entity: &Entity) -> impl Iterator<Item = (Address, Span)> {
    entity.document.record.list("redirect_from").filter_map(|item| match &item.value {
        Value::Text(from) => Some((former_address(from), item.span)),
        _ => None,
    })
}

/// Kinds whose figures the page of key figures shows, in order: the whole first, then its parts.
pub const KINDS_WITH_KEY_FIGURES: [Kind; 6] =
    [Kind::Organisation, Kind::Phase, Kind::Region, Kind::Pole, Kind::Partnership, Kind::Programme];

fn list_address(
    federation: &Federation,
    addresses: &Addresses<'_>,
    filter: &NewsFilter,
    number: usize,
) -> Address {
    let news = addresses.word("news");
    let year;
    let mut parts = match filter {
        NewsFilter::All => vec![news],
        NewsFilter::Year(number) => {
            year = number.to_string();
            vec![news, &year]
        }
        NewsFilter::Theme(id) => vec![news, addresses.word("theme"), id],
        NewsFilter::PressReleases => vec![news, addresses.word("press_releases")],
        NewsFilter::About(id) => {
            let entity = federation.entity(*id);
            let word = match entity.kind() {
                Kind::Region => "region",
                Kind::Pole => "pole",
                _ => "subject",
            };
            vec![news, addresses.word(word), entity.id()]
        }
    };
    let page = number.to_string();
    if number > 1 {
        parts.extend([addresses.word("page"), &page]);
    }
    addresses.join(&parts)
}

/// `/page` is served as `/page/`; `/page.html` is a file of its own.
fn former_address(written: &str) -> Address {
    let is_file = written.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let slash = if is_file || written.ends_with('/') { "" } else { "/" };
    Address::new(&format!("{written}{slash}"))
}

/// Below which the preview has its own pages, and a site has none.
pub const PREVIEW: &str = "/_grappe/";

/// Where files of the content are served.
pub const MEDIA: &str = "/medias/";

/// Where a file of the content is served: its path below its root of content.
#[must_use]
pub fn content_file_address(config: &SiteConfig, file: &FilePath) -> Address {
    Address::new(&format!("{MEDIA}{}", config.below_root(file)))
}

/// Where a part of a long list of addresses is served.
#[must_use]
pub fn sitemap_part_address(part: usize) -> Address {
    Address::new(&format!("/sitemap-{}.xml", part + 1))
}

impl Plan {
    /// The routes that are pages for visitors to find, in the order of the plan.
    pub fn pages(&self) -> impl Iterator<Item = (&Route, &Subject, &Language)> {
        self.routes.iter().filter_map(|route| match &route.output {
            Output::Page(Subject::NotFound, _) => None,
            Output::Page(subject, language) => Some((route, subject, language)),
            _ => None,
        })
    }

    /// Every route, in the order of the plan.
    #[must_use]
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The route of an address.
    #[must_use]
    pub fn route(&self, address: &Address) -> Option<&Route> {
        self.place(address).and_then(|place| self.routes.get(place))
    }

    /// The place of an address among the routes.
    #[must_use]
    pub fn place(&self, address: &Address) -> Option<usize> {
        self.by_address.get(address).copied()
    }

    /// The address of a page, where there is one in the language.
    #[must_use]
    pub fn address(&self, subject: &Subject, language: &Language) -> Option<&Address> {
        let (_, pages) = self.by_subject.iter().find(|(of, _)| of == language)?;
        pages.get(subject)
    }

    /// The posts of a list, the newest first.
    #[must_use]
    pub fn news(&self, filter: &NewsFilter) -> &[EntityId] {
        self.news.get(filter).map_or(&[], Vec::as_slice)
    }

    /// The posts on both sides of one in the list of all news: the newer, the older.
    #[must_use]
    pub fn neighbours(&self, id: EntityId) -> (Option<EntityId>, Option<EntityId>) {
        let Some(place) = self.places.get(&id) else { return (None, None) };
        let posts = self.news(&NewsFilter::All);
        let newer = place.checked_sub(1).and_then(|place| posts.get(place));
        (newer.copied(), posts.get(place + 1).copied())
    }

    /// The posts that speak of an entity; nothing where none does.
    #[must_use]
    pub fn coverage(&self, id: EntityId) -> Option<&Coverage> {
        self.coverage.get(&id)
    }

    /// The posts nearest in date to one among those about the same entity, on both sides.
    pub fn nearest_about(&self, id: EntityId, post: EntityId, reach: usize) -> &[EntityId] {
        let posts = self.coverage(id).map_or(&[][..], |coverage| coverage.about.as_slice());
        let place = self.places.get(&post);
        let at = posts.partition_point(|other| self.places.get(other) < place);
        let (from, to) = (at.saturating_sub(reach), (at + reach + 1).min(posts.len()));
        posts.get(from..to).unwrap_or(&[])
    }

    /// Every list of news with its posts.
    pub fn news_lists(&self) -> impl Iterator<Item = (&NewsFilter, &[EntityId])> {
        self.news.iter().map(|(filter, posts)| (filter, posts.as_slice()))
    }

    /// Those in a facet, in order of path.
    #[must_use]
    pub fn facet(&self, facet: &Facet) -> &[EntityId] {
        self.facets.get(facet).map_or(&[], Vec::as_slice)
    }

    /// Every facet with those in it.
    pub fn facets(&self) -> impl Iterator<Item = (&Facet, &[EntityId])> {
        self.facets.iter().map(|(facet, those)| (facet, those.as_slice()))
    }

    /// Where a table of open data is served, in a format; nothing where it has no row.
    #[must_use]
    pub fn data_file(&self, dataset: Dataset, format: Format) -> Option<&Address> {
        self.data_files.get(&(dataset, format))
    }
}
