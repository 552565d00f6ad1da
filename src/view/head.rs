//! What every page shows around its subject: its head, the site's header and footer.

use serde::Serialize;
use serde_json::{Map, Value};

use super::link::LinkView;
use super::news::NewsListsView;
use super::viewer::Viewer;
use crate::budget::PageKind;
use crate::language::Language;
use crate::model::{Data, Entity, EntityId, Publicity};
use crate::plan::{Addresses, NewsFilter, Subject};
use crate::schema::Kind;
use crate::seal;
use crate::theme::Labels;

/// One page. In every template, as `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// The language of the page.
    pub lang: Language,
    /// The title of the browser's window, without the site's name.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: String,
    /// The whole address, with the site's.
    pub url: String,
    /// The address below the site's.
    pub path: String,
    /// What the page is: `home`, `news`, `post`, `pole`…
    pub kind: &'static str,
    /// The same page in every language that has it, its own included; empty where it is alone.
    pub alternates: Vec<AlternateView>,
    /// Where the page is in the site, from the first page on, itself left out.
    pub trail: Vec<LinkView>,
    /// The picture that a link to the page shows elsewhere.
    pub image: Option<PageImageView>,
    /// Whether search engines should leave the page out.
    pub no_index: bool,
}

/// The picture that a link to a page shows elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct PageImageView {
    /// The whole address.
    pub url: String,
    /// What it shows; empty where no one says.
    pub alt: String,
}

/// The same page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct AlternateView {
    /// The language.
    pub lang: Language,
    /// The language's own name: « Français ».
    pub name: String,
    /// The whole address.
    pub url: String,
    /// The address below the site's.
    pub href: String,
    /// Whether this is the page itself.
    pub is_current: bool,
}

/// The site. In every template, as `site`; the same for every page of a language.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Its name.
    pub name: String,
    /// A sentence about it.
    pub description: String,
    /// What the footer says of who edits it.
    pub notice: String,
    /// Its address, without a slash at the end.
    pub address: String,
    /// The first page.
    pub home: LinkView,
    /// The menu.
    pub menu: Vec<LinkView>,
    /// Everything from A to Z.
    pub search: Option<LinkView>,
    /// The plan of the site.
    pub site_plan: Option<LinkView>,
    /// The links of the footer.
    pub footer: Vec<LinkView>,
    /// The lists of news by year, theme, pole and region.
    pub news_lists: NewsListsView,
    /// The feed.
    pub feed: String,
    /// Every other language's first page.
    pub languages: Vec<LinkView>,
}

/// Pages of the whole site that are no list of a kind, in the order in which footers name them.
pub(super) const COMMON: [Subject; 5] =
    [Subject::KeyFigures, Subject::Governance, Subject::Press, Subject::OpenData, Subject::Search];

/// Sections that stand in the menu.
const MENU: [Kind; 6] = [Kind::Post, Kind::Event, Kind::Pole, Kind::Region, Kind::Partnership, Kind::Phase];

impl Viewer<'_> {
    /// The head of a page.
    pub fn page(&self, subject: &Subject, path: &str) -> PageView {
        let alternates = self.alternates(subject);
        PageView {
            lang: self.language.clone(),
            title: self.page_title(subject),
            description: self.page_description(subject),
            url: format!("{}{path}", self.federation.config.address),
            path: path.to_owned(),
            kind: page_kind(subject, self),
            alternates: if alternates.len() > 1 { alternates } else { Vec::new() },
            trail: self.trail(subject),
            image: self.page_image(subject),
            no_index: *subject == Subject::NotFound || self.is_unpublished(subject),
        }
    }

    /// What is shown to those who work on it is not for search engines yet.
    fn is_unpublished(&self, subject: &Subject) -> bool {
        let Subject::Entity(id) = subject else { return false };
        self.federation.entity(*id).publicity(self.federation.today()) != Publicity::Public
    }

    /// Why the public cannot read a text, in words; empty where it can.
    pub fn unpublished(&self, entity: &Entity) -> String {
        let (key, day) = match entity.publicity(self.federation.today()) {
            Publicity::Public => return String::new(),
            Publicity::Draft => return self.label("unpublished.draft", &[]),
            Publicity::Scheduled(first) => ("unpublished.scheduled", first),
            Publicity::Expired(last) => ("unpublished.expired", last),
        };
        self.label(key, &[("date", &self.day(day))])
    }

    /// The site, as every page of the language shows it.
    pub fn site(&self) -> SiteView {
        let config = &self.federation.config;
        let addresses = Addresses::new(config, self.language);
        let name = self.typeset(config.names.get(self.language));
        let home = LinkView { text: name.clone(), href: addresses.join(&[]).to_string(), lang: None };
        SiteView {
            description: self.typeset(config.descriptions.get(self.language)),
            notice: self.typeset(config.notices.get(self.language)),
            address: config.address.clone(),
            menu: self.menu(),
            search: self.link_to_section(&Subject::Search),
            site_plan: self.link_to_section(&Subject::SitePlan),
            footer: self.footer(),
            news_lists: self.news_lists(),
            feed: addresses.file("atom.xml").to_string(),
            languages: self.other_languages(),
            home,
            name,
        }
    }

    fn menu(&self) -> Vec<LinkView> {
        let mut menu: Vec<LinkView> = MENU.iter().filter_map(|kind| self.menu_link(*kind)).collect();
        let pages = self.federation.listed(Kind::Page);
        let mut pages: Vec<_> = pages
            .filter_map(|(id, entity)| {
                let Data::Page(page) = &entity.data else { return None };
                let words = self.text(entity, "menu")?;
                let (href, lang) = self.address(id)?;
                Some((
                    page.order.unwrap_or(0),
                    LinkView { text: words.text, href, lang: lang.or(words.lang) },
                ))
            })
            .collect();
        pages.sort_by_key(|(order, _)| *order);
        menu.extend(pages.into_iter().map(|(_, link)| link));
        menu
    }

    /// A section under its word for the menu, which is shorter than its title.
    fn menu_link(&self, kind: Kind) -> Option<LinkView> {
        let text = self.label(&format!("menu.{}", kind.name()), &[]);
        self.section(kind).map(|link| LinkView { text, ..link })
    }

    /// Lasting pages that are not in the menu, pages of the whole site, then its plan. The link to the
    /// accessibility declaration stands there in any case, in the words of the law.
    fn footer(&self) -> Vec<LinkView> {
        let pages: Vec<(EntityId, &Entity)> = self.federation.known(Kind::Page).collect();
        let stands = |entity: &Entity| entity.is_listed && entity.document.record.text("menu").is_none();
        let declaration = self.accessibility_link();
        let link = |(id, entity): &(EntityId, &Entity)| match &declaration {
            Some((own, link)) if own == id => Some(link.clone()),
            _ => stands(entity).then(|| self.footer_link(*id)),
        };
        let mut links: Vec<LinkView> = pages.iter().filter_map(link).collect();
        let common = COMMON.iter().filter(|page| **page != Subject::Search).chain([&Subject::SitePlan]);
        links.extend(common.filter_map(|page| self.link_to_section(page)));
        if self.is_audited && !pages.iter().any(|(id, entity)| stands(entity) && self.is_ecodesign(*id)) {
            // A theme without words for it says nothing of its weight.
            let text = self.footprint("page.footprint_alone", "");
            let words = (!text.is_empty()).then(|| LinkView { text, href: String::new(), lang: None });
            links.extend(words);
        }
        links
    }

    /// A link to a lasting page; to the one on ecodesign under what this page itself weighs, once that is known.
    fn footer_link(&self, id: EntityId) -> LinkView {
        let link = self.link(id);
        if !self.is_ecodesign(id) || !self.is_audited {
            return link;
        }
        LinkView { text: self.footprint("page.footprint", &link.text), ..link }
    }

    fn is_ecodesign(&self, id: EntityId) -> bool {
        Subject::Entity(id).page_kind(self.federation) == PageKind::Ecodesign
    }

    /// What a page says of its own weight: slots stand where the figures will.
    fn footprint(&self, key: &str, title: &str) -> String {
        let (weight, score) = (seal::slot(seal::WEIGHT), seal::slot(seal::ECO_INDEX));
        self.label(key, &[("title", title), ("weight", &weight), ("score", &score)])
    }

    /// A link to a page of the whole site under its own title.
    pub fn link_to_section(&self, subject: &Subject) -> Option<LinkView> {
        self.link_to_page(subject, self.page_title(subject))
    }

    /// The page by which to write to the site's editors, where the configuration names one.
    pub fn contact_page(&self) -> Option<LinkView> {
        let (id, _) = self.federation.config.contact.as_ref()?;
        self.link_to(id)
    }

    fn other_languages(&self) -> Vec<LinkView> {
        let others = self.federation.config.languages.iter().filter(|other| *other != self.language);
        let link = |language: &Language| LinkView {
            text: language_name(language),
            href: Addresses::new(&self.federation.config, language).join(&[]).to_string(),
            lang: Some(language.clone()),
        };
        others.map(link).collect()
    }

    fn alternates(&self, subject: &Subject) -> Vec<AlternateView> {
        let languages = self.federation.config.languages.iter();
        languages
            .filter_map(|language| {
                let href = self.plan.address(subject, language)?.as_str().to_owned();
                Some(AlternateView {
                    lang: language.clone(),
                    name: language_name(language),
                    url: format!("{}{href}", self.federation.config.address),
                    href,
                    is_current: language == self.language,
                })
            })
            .collect()
    }

    fn page_title(&self, subject: &Subject) -> String {
        match subject {
            Subject::Home => String::new(),
            Subject::News(filter, 1) => self.news_title(filter),
            Subject::News(filter, number) => {
                let (title, number) = (self.news_title(filter), number.to_string());
                self.label("pager.title", &[("title", &title), ("number", &number)])
            }
            Subject::Index(kind) => self.label(&format!("section.{}", kind.name()), &[]),
            Subject::Facet(facet) => self.facet_title(facet),
            Subject::Entity(id) => self.name(self.federation.entity(*id)),
            Subject::KeyFigures => self.label("section.figures", &[]),
            Subject::Governance => self.label("section.governance", &[]),
            Subject::Press => self.label("section.press", &[]),
            Subject::OpenData => self.label("section.open_data", &[]),
            Subject::Search => self.label("section.search", &[]),
            Subject::SitePlan => self.label("section.site_plan", &[]),
            Subject::NotFound => self.label("not_found.title", &[]),
        }
    }

    fn page_description(&self, subject: &Subject) -> String {
        let of_site = self.typeset(self.federation.config.descriptions.get(self.language));
        match subject {
            Subject::Home => of_site,
            Subject::Entity(id) => {
                self.summary(self.federation.entity(*id)).map(|summary| summary.text).unwrap_or_default()
            }
            _ => self.label("page.description", &[("title", &self.page_title(subject)), ("site", &of_site)]),
        }
    }

    /// The first picture of a profile or text, but for drawings, which few readers of links show.
    fn page_image(&self, subject: &Subject) -> Option<PageImageView> {
        let Subject::Entity(id) = subject else { return None };
        let entity = self.federation.entity(*id);
        let pictures = self.pictures(entity).into_iter().chain(self.pictures_of_text(entity));
        let mut pictures = pictures.filter(|picture| !picture.src.to_ascii_lowercase().ends_with(".svg"));
        let picture = pictures.next()?;
        let url = format!("{}{}", self.federation.config.address, picture.src);
        Some(PageImageView { url, alt: picture.alt.text })
    }

    fn trail(&self, subject: &Subject) -> Vec<LinkView> {
        let home = self.link_to_page(&Subject::Home, self.label("section.home", &[]));
        let section = match subject {
            Subject::Home => return Vec::new(),
            Subject::Entity(id) => self.section(self.federation.entity(*id).kind()),
            Subject::Facet(facet) => self.section(facet.directory()),
            Subject::News(filter, number) if *filter != NewsFilter::All || *number > 1 => {
                self.section(Kind::Post)
            }
            _ => None,
        };
        let around = match subject {
            Subject::Facet(facet) => self.facets_around(facet).into_iter().next(),
            _ => None,
        };
        home.into_iter().chain(section).chain(around).collect()
    }
}

/// A language's name in itself.
fn language_name(language: &Language) -> String {
    match language.primary() {
        "fr" => "Français",
        "en" => "English",
        "de" => "Deutsch",
        "es" => "Español",
        "it" => "Italiano",
        "nl" => "Nederlands",
        "pt" => "Português",
        "br" => "Brezhoneg",
        other => other,
    }
    .to_owned()
}

fn page_kind(subject: &Subject, viewer: &Viewer<'_>) -> &'static str {
    match subject {
        Subject::Home => "home",
        Subject::News(..) => "news",
        Subject::Index(_) => "index",
        Subject::Facet(_) => "facet",
        Subject::Entity(id) => viewer.federation.entity(*id).kind().name(),
        Subject::KeyFigures => "figures",
        Subject::Governance => "governance",
        Subject::Press => "press",
        Subject::OpenData => "open-data",
        Subject::Search => "search",
        Subject::SitePlan => "site-plan",
        Subject::NotFound => "not-found",
    }
}

/// Labels as templates see them: `labels.nav.skip`.
#[must_use]
pub fn labels_view(labels: &Labels, viewer: &Viewer<'_>) -> Value {
    let mut root = Map::new();
    for (key, text) in labels.iter() {
        let mut table = &mut root;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                table.insert(part.to_owned(), Value::String(viewer.typeset(text)));
                break;
            }
            let entry = table.entry(part).or_insert_with(|| Value::Object(Map::new()));
            match entry {
                Value::Object(inner) => table = inner,
                _ => break,
            }
        }
    }
    Value::Object(root)
}
