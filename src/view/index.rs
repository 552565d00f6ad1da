//! Lists of all entities of a kind, and the plan of the site.

use serde::Serialize;

use super::agenda::EventCard;
use super::call::CallsView;
use super::card::{EntityCard, OrganisationCard};
use super::directory::{Directory, GroupView};
use super::facet_list::FacetsView;
use super::head::COMMON;
use super::link::LinkView;
use super::organisation::PersonInOfficeView;
use super::phase_line::PhaseLineView;
use super::region::RegionCard;
use super::viewer::{Viewer, sorting_key};
use crate::date::Day;
use crate::model::{Data, EntityId, Tenure};
use crate::plan::{INDEXED, NewsFilter, Subject, section_name};
use crate::schema::Kind;

/// All entities of a kind. In the templates of lists, as `index`; what is of another kind is empty.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// The heading.
    pub title: String,
    /// How many there are, in words.
    pub count: String,
    /// The site's day in words: what is open or to come is so on that day.
    pub day: String,
    /// That there is none, in words: « 0 pôle ».
    pub none: String,
    /// The ways to cut a directory, with counts.
    pub facets: Vec<FacetsView>,
    /// Poles of the site's day, by name.
    pub poles: Vec<OrganisationCard>,
    /// Poles that are none any more, by name.
    pub former: Vec<OrganisationCard>,
    /// Other organisations, by kind of organisation.
    pub groups: Vec<GroupView>,
    /// Regions, by name.
    pub regions: Vec<RegionCard>,
    /// Phases on a time axis, where they share a figure.
    pub phases: Option<PhaseLineView>,
    /// Events to come, the nearest first.
    pub upcoming: Vec<EventCard>,
    /// Past events, the latest first.
    pub past: Vec<EventCard>,
    /// Calls, by what they are on the site's day.
    pub calls: CallsView,
    /// People by the organisation where they hold or held a post.
    pub offices: Vec<OfficeView>,
    /// Entities of the other kinds, in their order; people without any post.
    pub entities: Vec<EntityCard>,
}

/// Those who hold or held posts in an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OfficeView {
    /// The organisation.
    pub organisation: LinkView,
    /// Who they are, with their posts.
    pub people: Vec<PersonInOfficeView>,
}

/// The plan of the site. Template `site-plan.html`, as `plan`.
#[derive(Clone, Debug, Serialize)]
pub struct SitePlanView {
    /// Every section with its profiles; news through their lists.
    pub sections: Vec<SectionView>,
}

/// A section of the site.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// Its name, linked.
    pub link: LinkView,
    /// Its pages.
    pub pages: Vec<LinkView>,
}

impl Viewer<'_> {
    /// All entities of a kind.
    pub fn index(&self, kind: Kind) -> IndexView {
        let ids = self.in_order(kind);
        let cards = |wanted: Kind| if kind == wanted { ids.as_slice() } else { &[] };
        let is_other =
            !matches!(kind, Kind::Pole | Kind::Organisation | Kind::Region | Kind::Event | Kind::Call);
        let (upcoming, past) = if kind == Kind::Event { self.agenda() } else { Default::default() };
        let (poles, former) = self.current_and_former(cards(Kind::Pole));
        let directory = Directory::new(self, kind);
        let counted = format!("count.{}", section_name(kind));
        IndexView {
            title: self.label(&format!("section.{}", kind.name()), &[]),
            count: self.count(&counted, ids.len() - former.len()),
            day: self.day(self.federation.today()),
            none: self.count(&counted, 0),
            facets: self.facets_of(kind),
            poles: directory.cards(&poles),
            former: directory.cards(&former),
            groups: directory.groups(cards(Kind::Organisation)),
            regions: if kind == Kind::Region { self.region_cards() } else { Vec::new() },
            phases: if kind == Kind::Phase { self.phase_line() } else { None },
            upcoming,
            past,
            offices: if kind == Kind::Person { self.offices() } else { Vec::new() },
            calls: if kind == Kind::Call { self.calls() } else { CallsView::default() },
            entities: ids
                .iter()
                .filter(|id| is_other && self.posts_held(**id).next().is_none())
                .map(|id| self.entity_card(*id))
                .collect(),
        }
    }

    /// The plan of the site.
    pub fn site_plan(&self) -> SitePlanView {
        let mut sections: Vec<SectionView> = Vec::new();
        sections.extend(self.section(Kind::Post).map(|link| SectionView { link, pages: self.news_years() }));
        for kind in INDEXED {
            let pages = self.in_order(kind).into_iter().map(|id| self.link(id)).collect();
            sections.extend(self.section(kind).map(|link| SectionView { link, pages }));
        }
        let mut pages: Vec<LinkView> =
            self.federation.listed(Kind::Page).map(|(id, _)| self.link(id)).collect();
        pages.extend(COMMON.iter().filter_map(|page| self.link_to_section(page)));
        let link = LinkView { text: self.label("section.page", &[]), href: String::new(), lang: None };
        sections.push(SectionView { link, pages });
        SitePlanView { sections }
    }

    /// Organisations by name, each with its people.
    fn offices(&self) -> Vec<OfficeView> {
        let kinds = [Kind::Organisation, Kind::Pole];
        self.offices_of(kinds.into_iter().flat_map(|kind| self.in_order(kind)), |_| true)
    }

    /// The organisations where someone holds a post of a tenure, each with its people.
    pub fn offices_of(
        &self,
        organisations: impl IntoIterator<Item = EntityId>,
        is_wanted: impl Fn(Tenure) -> bool,
    ) -> Vec<OfficeView> {
        let offices = organisations
            .into_iter()
            .map(|id| OfficeView { organisation: self.link(id), people: self.people_of(id, &is_wanted) });
        offices.filter(|office| !office.people.is_empty()).collect()
    }

    /// The lists of news by year, the latest first.
    pub fn news_years(&self) -> Vec<LinkView> {
        let lists = self.plan.news_lists();
        let years = lists.filter(|(filter, _)| matches!(filter, NewsFilter::Year(_)));
        let links = years.filter_map(|(filter, _)| {
            self.link_to_page(&Subject::News(filter.clone(), 1), self.news_title(filter))
        });
        links.collect::<Vec<_>>().into_iter().rev().collect()
    }

    /// Phases and publications, the latest first; everything else by name, accents aside.
    fn in_order(&self, kind: Kind) -> Vec<EntityId> {
        let mut entities: Vec<_> = self.federation.listed(kind).collect();
        entities.sort_by_cached_key(|(_, entity)| {
            let number = match &entity.data {
                Data::Phase(phase) => -phase.number,
                Data::Publication(study) => study.date.map_or(0, |date| -i64::from(days(date.last))),
                _ => 0,
            };
            (number, sorting_key(&self.name(entity)), entity.id().clone())
        });
        entities.into_iter().map(|(id, _)| id).collect()
    }
}

/// A day as a number that grows.
fn days(day: Day) -> i32 {
    i32::from(day.year()) * 400 + i32::from(day.day_of_year())
}
