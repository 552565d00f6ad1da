//! The bytes of each route. Nothing here touches a disk.

mod calendar;
mod feed;
mod hosting;
mod redirect;
mod robots;
mod search;
mod sitemap;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::budget::PageKind;
use crate::html::inline::InlineBlocks;
use crate::language::Language;
use crate::measures::Measures;
use crate::model::Federation;
use crate::plan::{HostingFile, Output, Plan, Route};
use crate::render::{Engine, Shared};
use crate::seal::Seal;
use crate::search::Index;
use crate::source::FilePath;
use crate::theme::{Labels, Theme, ThemeFault};
use crate::view::{RecentCards, Viewer, labels_view, view};

/// What a route is made of.
#[derive(Debug, PartialEq, Eq)]
pub enum Artifact {
    /// Bytes.
    Bytes(Vec<u8>),
    /// A file of the site, as it is: a large one is never held in memory.
    Copy(FilePath),
}

/// A theme, ready to render: what it says in each language, its templates, its files' addresses.
pub struct CompiledTheme {
    labels: BTreeMap<String, Labels>,
    engine: Engine,
    seal: Seal,
    /// What the theme's files hold, by where they lie.
    files: BTreeMap<FilePath, Arc<[u8]>>,
    /// Whether a template names the posts that are related to a post.
    shows_related: bool,
}

impl CompiledTheme {
    /// Reads the templates of a theme.
    ///
    /// # Errors
    /// The templates that cannot be read.
    pub fn new(theme: &Theme) -> Result<Self, Vec<ThemeFault>> {
        let files = theme.assets.iter().map(|asset| (asset.file.clone(), asset.bytes.clone()));
        Ok(Self {
            labels: theme.labels.clone(),
            engine: Engine::new(theme)?,
            seal: Seal::new(theme),
            files: files.collect(),
            shows_related: theme.templates.values().any(|template| template.text.contains("related")),
        })
    }
}

/// Everything that any route is made from.
#[derive(Clone)]
pub struct Site {
    /// The federation.
    pub federation: Arc<Federation>,
    /// Every route.
    pub plan: Arc<Plan>,
    theme: Arc<CompiledTheme>,
    shared: BTreeMap<String, Shared>,
    /// Whether pages say what they weigh, because they are measured.
    is_audited: bool,
    /// What was measured of the other pages, once it was.
    measures: Option<Arc<Measures>>,
    /// The cards of posts that were made last, in each language.
    cards: Arc<BTreeMap<String, RecentCards>>,
    /// What is searched in each language, made when a file of it is first asked for.
    indexes: Arc<BTreeMap<String, OnceLock<Index>>>,
}

impl Site {
    /// A site ready to make any route.
    #[must_use]
    pub fn new(federation: Arc<Federation>, plan: Arc<Plan>, theme: Arc<CompiledTheme>) -> Self {
        let languages = federation.config.languages.iter();
        let indexes = languages.map(|language| (language.tag().to_owned(), OnceLock::new())).collect();
        let indexes = Arc::new(indexes);
        let languages = federation.config.languages.iter();
        let cards = languages.map(|language| (language.tag().to_owned(), RecentCards::default())).collect();
        let mut site = Self {
            federation,
            plan,
            theme,
            shared: BTreeMap::new(),
            is_audited: false,
            measures: None,
            cards: Arc::new(cards),
            indexes,
        };
        site.share_all();
        site
    }

    /// The same site, whose pages say what they weigh: whoever makes them fills in the figures.
    #[must_use]
    pub fn audited(mut self) -> Self {
        self.is_audited = true;
        self.share_all();
        self
    }

    /// The same site, that knows what was measured of its pages.
    #[must_use]
    pub fn with_measures(mut self, mut measures: Measures) -> Self {
        // A page that speaks of all others must say the same whether it was measured before or not.
        measures.pages.retain(|page| page.kind != PageKind::Ecodesign);
        self.measures = Some(Arc::new(measures));
        self
    }

    /// What was measured of its pages, once it was.
    #[must_use]
    pub fn measures(&self) -> Option<&Measures> {
        self.measures.as_deref()
    }

    /// Whether a route is made from what was measured of the others.
    #[must_use]
    pub fn needs_measures(&self, route: &Route) -> bool {
        match &route.output {
            Output::Page(subject, _) => subject.page_kind(&self.federation) == PageKind::Ecodesign,
            Output::Hosting(_) | Output::EcodesignData(..) => true,
            _ => false,
        }
    }

    fn share_all(&mut self) {
        let languages = self.federation.config.languages.iter();
        self.shared = languages.filter_map(|language| self.share(language)).collect();
    }

    fn share(&self, language: &Language) -> Option<(String, Shared)> {
        let viewer = self.viewer(language)?;
        let shared = Shared::new(&viewer.site(), &labels_view(viewer.labels, &viewer));
        Some((language.tag().to_owned(), shared))
    }

    /// What makes views of a language; nothing for a language that the theme has no words in,
    /// which `missing-label` has told.
    fn viewer<'a>(&'a self, language: &'a Language) -> Option<Viewer<'a>> {
        Some(Viewer {
            federation: &self.federation,
            plan: &self.plan,
            labels: self.theme.labels.get(language.tag())?,
            language,
            first: self.federation.config.languages.first()?,
            is_audited: self.is_audited,
            shows_related: self.theme.shows_related,
            measures: self.measures.as_deref(),
            cards: self.cards.get(language.tag())?,
        })
    }

    /// Every route in the order in which they are best made.
    #[must_use]
    pub fn routes_by_date(&self) -> Vec<&Route> {
        self.plan.routes_by_date(self.federation.config.page_size)
    }

    /// Makes a route, sealed.
    ///
    /// # Errors
    /// A template that asks for what its view has not.
    pub fn make(&self, route: &Route) -> Result<Artifact, ThemeFault> {
        self.draw(route).map(|artifact| self.seal(route, artifact))
    }

    /// Fills the slots that drawing a page left.
    #[must_use]
    pub fn seal(&self, route: &Route, artifact: Artifact) -> Artifact {
        match (&route.output, artifact) {
            (Output::Page(..), Artifact::Bytes(bytes)) => Artifact::Bytes(self.theme.seal.fill(bytes)),
            (_, artifact) => artifact,
        }
    }

    /// Makes a route, its slots left open: a changed style sheet changes no page.
    ///
    /// # Errors
    /// A template that asks for what its view has not.
    pub fn draw(&self, route: &Route) -> Result<Artifact, ThemeFault> {
        let bytes = match &route.output {
            Output::Page(_, language) => self.page(route, language)?,
            Output::Feed(language) => self.viewer(language).map(|it| feed::feed(&it)).unwrap_or_default(),
            Output::Agenda(language) => {
                self.viewer(language).map(|it| calendar::agenda(&it)).unwrap_or_default()
            }
            Output::Event(id, language) => {
                self.viewer(language).map(|it| calendar::one(&it, *id)).unwrap_or_default()
            }
            Output::SearchIndex(file, language) => {
                self.index(language).map(|it| search::file(it, *file)).unwrap_or_default()
            }
            Output::EcodesignData(id, language) => {
                self.viewer(language).map(|it| it.ecodesign_data(*id)).unwrap_or_default()
            }
            Output::Data(dataset, format) => dataset.table(&self.federation).file(*format).into_bytes(),
            Output::Sitemap => sitemap::sitemap(&self.federation, &self.plan),
            Output::SitemapPart(part) => sitemap::part(&self.federation, &self.plan, *part),
            Output::Robots => robots::robots(&self.federation.config.address),
            Output::Redirect(to) => redirect::redirect(&self.federation.config.address, to),
            Output::ThemeFile(file) => {
                self.theme.files.get(file).map(|bytes| bytes.to_vec()).unwrap_or_default()
            }
            Output::Hosting(file) => {
                let blocks = self.measures.as_ref().map(|measures| measures.inline());
                self.hosting(*file, &blocks.unwrap_or_default())
            }
            Output::ContentFile(file) => return Ok(Artifact::Copy(file.clone())),
        };
        Ok(Artifact::Bytes(bytes))
    }

    /// A file that the host follows, whose policy allows the scripts and styles that stand in all pages:
    /// whoever made the pages gives them. Drawn as any route, it allows none.
    #[must_use]
    pub fn hosting(&self, file: HostingFile, blocks: &InlineBlocks) -> Vec<u8> {
        hosting::file(file, &self.federation, &self.plan, blocks)
    }

    fn index(&self, language: &Language) -> Option<&Index> {
        let viewer = self.viewer(language)?;
        Some(self.indexes.get(language.tag())?.get_or_init(|| search::index(&viewer)))
    }

    /// Where the template lies that shows a route, where it is a page.
    #[must_use]
    pub fn template_file(&self, route: &Route) -> Option<&FilePath> {
        self.theme.engine.file(self.template(route)?)
    }

    /// Where the templates of the theme lie.
    pub fn template_files(&self) -> impl Iterator<Item = &FilePath> {
        self.theme.engine.files()
    }

    /// The template that shows a route, where it is a page.
    #[must_use]
    pub fn template(&self, route: &Route) -> Option<&'static str> {
        let Output::Page(_, language) = &route.output else { return None };
        view(&self.viewer(language)?, route).map(|view| view.template)
    }

    /// What a route that is a page is called: its title, or the word for the first page.
    #[must_use]
    pub fn title(&self, route: &Route) -> Option<String> {
        let Output::Page(_, language) = &route.output else { return None };
        let viewer = self.viewer(language)?;
        let title = view(&viewer, route)?.page.title;
        Some(if title.is_empty() { viewer.label("section.home", &[]) } else { title })
    }

    fn page(&self, route: &Route, language: &Language) -> Result<Vec<u8>, ThemeFault> {
        let made = self.viewer(language).zip(self.shared.get(language.tag()));
        let Some((viewer, shared)) = made else { return Ok(Vec::new()) };
        match view(&viewer, route) {
            Some(view) => self.theme.engine.render(&view, shared),
            None => Ok(Vec::new()),
        }
    }
}
