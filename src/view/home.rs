//! The first page.

use serde::Serialize;

use super::agenda::EventCard;
use super::call::CallCard;
use super::card::{EntityCard, PostCard};
use super::facet_list::FacetLinkView;
use super::link::{FigureView, LinkView};
use super::region::RegionCard;
use super::viewer::Viewer;
use crate::model::{Data, Entity};
use crate::plan::{NewsFilter, Subject};
use crate::prepared::Prepared;
use crate::schema::Kind;

/// How many posts, partnerships and events the first page shows.
const POSTS: usize = 6;
const PARTNERSHIPS: usize = 3;
const EVENTS: usize = 3;

/// The first page. Template `home.html`, as `home`.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What the site is about, from the configuration.
    pub description: String,
    /// How many poles the site knows, in words.
    pub pole_count: String,
    /// The site's day in words: what is open or to come is so on that day.
    pub day: String,
    /// The list of poles.
    pub poles: Option<LinkView>,
    /// Regions, with their numbers of poles.
    pub regions: Vec<RegionCard>,
    /// Sectors that have poles.
    pub sectors: Vec<FacetLinkView>,
    /// Pages that answer a need: to join, a call, an event… A door that nothing is behind on the
    /// site's day is left out.
    pub needs: Vec<LinkView>,
    /// Figures that the configuration chose.
    pub figures: Vec<FigureView>,
    /// The latest news.
    pub news: Vec<Prepared<PostCard>>,
    /// The list of all news.
    pub all_news: Option<LinkView>,
    /// The next events.
    pub events: Vec<EventCard>,
    /// Calls that can be answered.
    pub calls: Vec<CallCard>,
    /// Partnerships.
    pub partnerships: Vec<EntityCard>,
    /// The list of all partnerships.
    pub all_partnerships: Option<LinkView>,
}

impl Viewer<'_> {
    /// The first page.
    pub fn home(&self) -> HomeView {
        let poles =
            self.federation.listed(Kind::Pole).filter(|(id, _)| self.federation.is_current_pole(*id)).count();
        let news = self.plan.news(&NewsFilter::All).iter().take(POSTS);
        let partnerships = self.federation.listed(Kind::Partnership).take(PARTNERSHIPS);
        HomeView {
            description: self.typeset(self.federation.config.descriptions.get(self.language)),
            pole_count: self.count("count.poles", poles),
            day: self.day(self.federation.today()),
            poles: self.section(Kind::Pole),
            regions: self.region_cards(),
            sectors: self.sectors(),
            needs: self.needs(),
            figures: self.headline_figures(),
            news: news.map(|id| self.post_card(*id)).collect(),
            all_news: self.link_to_page(&Subject::News(NewsFilter::All, 1), self.label("news.all", &[])),
            events: self.agenda().0.into_iter().take(EVENTS).collect(),
            calls: self.calls().open,
            partnerships: partnerships.map(|(id, _)| self.entity_card(id)).collect(),
            all_partnerships: self.section(Kind::Partnership),
        }
    }

    fn needs(&self) -> Vec<LinkView> {
        let is_joining =
            |entity: &Entity| matches!(&entity.data, Data::Page(page) if page.role == Some("joining"));
        let mut pages = self.federation.listed(Kind::Page);
        let joining = pages.find(|(_, entity)| is_joining(entity)).map(|(id, _)| self.link(id));
        let calls = self.calls();
        let door = |key: &str, subject: Subject| self.link_to_page(&subject, self.label(key, &[]));
        let has_call = !calls.open.is_empty() || !calls.to_come.is_empty();
        let has_event = !self.agenda().0.is_empty();
        let doors = [
            joining,
            door("home.need_call", Subject::Index(Kind::Call)).filter(|_| has_call),
            door("home.need_event", Subject::Index(Kind::Event)).filter(|_| has_event),
            door("home.need_programme", Subject::Index(Kind::Programme)),
            door("home.need_organisation", Subject::Index(Kind::Organisation)),
            door("home.need_figure", Subject::KeyFigures),
        ];
        doors.into_iter().flatten().collect()
    }

    /// A link to the list of a kind.
    pub fn section(&self, kind: Kind) -> Option<LinkView> {
        let subject = match kind {
            Kind::Post => Subject::News(NewsFilter::All, 1),
            kind => Subject::Index(kind),
        };
        self.link_to_page(&subject, self.label(&format!("section.{}", kind.name()), &[]))
    }

    /// The figures that the configuration chose.
    pub fn headline_figures(&self) -> Vec<FigureView> {
        let chosen = self.federation.config.headline_figures.iter();
        chosen
            .filter_map(|(chosen, _)| {
                let (entity, metric) = chosen.split_once('/')?;
                let id = self.federation.find_known(entity)?;
                let figures = self.federation.entity(id).figures.known(self.federation.today());
                let of_metric = figures.filter(|figure| &*figure.metric == metric && figure.is_whole());
                let eligible = self.federation.eligible(metric, of_metric);
                eligible.last().map(|figure| self.figure(id, figure))
            })
            .collect()
    }
}
