//! All that a template may see: plain data, worded and typeset in the language of the page.
//!
//! What a page depends on is what its view holds: no template reads the model, the disk or the
//! clock. A view is made for a route and for nothing else.

mod accessibility;
mod agenda;
mod axis;
mod call;
mod card;
mod directory;
mod ecodesign;
mod entity;
mod facet;
mod facet_list;
mod figures;
mod governance;
mod head;
mod home;
mod index;
mod link;
mod milestone;
mod neighbours;
mod news;
mod open_data;
mod organisation;
mod partnership;
mod person;
mod phase;
mod phase_line;
mod picture;
mod post;
mod press;
mod programme;
mod publication;
mod recent;
pub mod reference;
mod region;
mod search;
mod series;
mod since;
mod time_line;
mod video;
mod viewer;

use serde::Serialize;

pub use accessibility::{
    AccessibilityView, ActionView, AuditView, ExemptionView, NonConformityView, OutOfScopeView, ReachView,
    SchemeView, YearPlanView,
};
pub use agenda::{EventCard, EventView, RegistrationView, SessionView};
pub use axis::{SpanView, TickView};
pub use call::{CallCard, CallView, CallsView};
pub use card::{EntityCard, OrganisationCard, PostCard};
pub use directory::GroupView;
pub use ecodesign::{CriterionView, EcodesignView, MeasuresView, StandardView, TermView, ThemeView};
pub use entity::{EntityView, FormerNameView, InvolvementView};
pub use facet::FacetView;
pub use facet_list::{FacetLinkView, FacetsView};
pub use figures::{EntityFiguresView, KeyFiguresView, OtherFiguresView};
pub use governance::GovernanceView;
pub use head::{AlternateView, PageImageView, PageView, SiteView, labels_view};
pub use home::HomeView;
pub use index::{IndexView, OfficeView, SectionView, SitePlanView};
pub use link::{BodyView, DateView, FigureView, LinkView, PartView, SourceView, TextView};
pub use milestone::{MilestoneView, RoadmapView};
pub use neighbours::{NeighbourView, NeighboursView};
pub use news::{CoverageView, NewsListView, NewsListsView, PagerView};
pub use open_data::{DataFileView, DatasetView, OpenDataView};
pub use organisation::{
    AwardView, ContactView, LabelView, LineageView, OrganisationView, PersonInOfficeView, PostInOfficeView,
};
pub use partnership::{PartiesView, PartnershipView};
pub use person::{PersonView, PostHeldView};
pub use phase::{PhaseCallView, PhaseView};
pub use phase_line::{DotLineView, PhaseDotsView, PhaseLineView};
pub use picture::PictureView;
pub use post::{PlainPageView, PostView};
pub use press::{PressContactView, PressView};
pub use programme::ProgrammeView;
pub use publication::{DocumentView, PublicationView};
pub use recent::{Recent, RecentCards};
pub use region::{RegionCard, RegionView};
pub use search::{EntryView, LettersView, SearchView};
pub use series::{DotView, SeriesView};
pub use since::SinceView;
pub use time_line::{TimeLineRowView, TimeLineView};
pub use video::VideoView;
pub use viewer::Viewer;

use crate::model::{Data, EntityId};
use crate::plan::{Output, Route, Subject};
use crate::schema::Kind;

/// What one page shows.
#[derive(Clone, Debug)]
pub struct View {
    /// The template that shows it.
    pub template: &'static str,
    /// The page itself, as `page`.
    pub page: PageView,
    /// What any profile shows, as `entity`; nothing for pages that are not profiles.
    pub entity: Option<EntityView>,
    /// Its subject, under the name of the variant.
    pub content: Content,
}

/// The subject of a page; the variant is the name under which its template sees it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// `home.html`
    Home(HomeView),
    /// `news.html`
    List(NewsListView),
    /// `post.html`
    Post(Box<PostView>),
    /// `event.html`
    Event(Box<EventView>),
    /// `call.html`
    Call(Box<CallView>),
    /// `publication.html`
    Publication(Box<PublicationView>),
    /// `page.html`, `accessibility.html`
    Text(PlainPageView),
    /// `ecodesign.html`
    Ecodesign(Box<EcodesignView>),
    /// `poles.html`, `organisations.html`, `regions.html`, `agenda.html`, `calls.html`,
    /// `people.html`, `index.html`
    Index(IndexView),
    /// `facet.html`
    Facet(FacetView),
    /// `pole.html`, `organisation.html`; a profile.
    Organisation(Box<OrganisationView>),
    /// `region.html`; a profile.
    Region(Box<RegionView>),
    /// `partnership.html`; a profile.
    Partnership(Box<PartnershipView>),
    /// `phase.html`; a profile.
    Phase(Box<PhaseView>),
    /// `programme.html`; a profile.
    Programme(Box<ProgrammeView>),
    /// `person.html`; a profile.
    Person(Box<PersonView>),
    /// `figures.html`
    Figures(KeyFiguresView),
    /// `governance.html`
    Governance(GovernanceView),
    /// `press.html`
    Press(PressView),
    /// `open-data.html`
    OpenData(OpenDataView),
    /// `search.html`
    Search(SearchView),
    /// `site-plan.html`
    Plan(SitePlanView),
    /// `404.html`
    NotFound,
}

/// The view of a route that is a page, in the viewer's language.
#[must_use]
pub fn view(viewer: &Viewer<'_>, route: &Route) -> Option<View> {
    let Output::Page(subject, _) = &route.output else { return None };
    let (template, content) = content(viewer, subject);
    let page = viewer.page(subject, route.address.as_str());
    Some(View { template, page, entity: profile(viewer, subject), content })
}

fn profile(viewer: &Viewer<'_>, subject: &Subject) -> Option<EntityView> {
    let Subject::Entity(id) = subject else { return None };
    (!viewer.federation.entity(*id).kind().is_text()).then(|| viewer.entity(*id))
}

fn content(viewer: &Viewer<'_>, subject: &Subject) -> (&'static str, Content) {
    match subject {
        Subject::Home => ("home.html", Content::Home(viewer.home())),
        Subject::News(filter, number) => ("news.html", Content::List(viewer.news_list(filter, *number))),
        Subject::Index(kind) => (index_template(*kind), Content::Index(viewer.index(*kind))),
        Subject::Facet(facet) => ("facet.html", Content::Facet(viewer.facet(facet))),
        Subject::Entity(id) => entity_content(viewer, *id),
        Subject::KeyFigures => ("figures.html", Content::Figures(viewer.key_figures())),
        Subject::Governance => ("governance.html", Content::Governance(viewer.governance())),
        Subject::Press => ("press.html", Content::Press(viewer.press())),
        Subject::OpenData => ("open-data.html", Content::OpenData(viewer.open_data())),
        Subject::Search => ("search.html", Content::Search(viewer.search())),
        Subject::SitePlan => ("site-plan.html", Content::Plan(viewer.site_plan())),
        Subject::NotFound => ("404.html", Content::NotFound),
    }
}

const fn index_template(kind: Kind) -> &'static str {
    match kind {
        Kind::Pole => "poles.html",
        Kind::Organisation => "organisations.html",
        Kind::Region => "regions.html",
        Kind::Event => "agenda.html",
        Kind::Call => "calls.html",
        Kind::Person => "people.html",
        _ => "index.html",
    }
}

fn entity_content(viewer: &Viewer<'_>, id: EntityId) -> (&'static str, Content) {
    let entity = viewer.federation.entity(id);
    match &entity.data {
        Data::Post(post) => ("post.html", Content::Post(Box::new(viewer.post(id, post)))),
        Data::Event(event) => ("event.html", Content::Event(Box::new(viewer.event(id, event)))),
        Data::Call(call) => ("call.html", Content::Call(Box::new(viewer.call(id, call)))),
        Data::Publication(study) => {
            ("publication.html", Content::Publication(Box::new(viewer.publication(id, study))))
        }
        Data::Page(page) if page.role == Some("ecodesign") => {
            let own = viewer.ecodesign(id, viewer.plain_page(entity, page));
            ("ecodesign.html", Content::Ecodesign(Box::new(own)))
        }
        Data::Page(page) => {
            let is_declaration = viewer.is_accessibility_page(page);
            let template = if is_declaration { "accessibility.html" } else { "page.html" };
            (template, Content::Text(viewer.plain_page(entity, page)))
        }
        Data::Organisation(organisation) => {
            let own = viewer.organisation(id, organisation);
            let template = if entity.kind() == Kind::Pole { "pole.html" } else { "organisation.html" };
            (template, Content::Organisation(Box::new(own)))
        }
        Data::Region(region) => {
            let own = viewer.region(id, region);
            ("region.html", Content::Region(Box::new(own)))
        }
        Data::Partnership(partnership) => {
            let own = viewer.partnership(id, partnership);
            ("partnership.html", Content::Partnership(Box::new(own)))
        }
        Data::Phase(phase) => {
            let own = viewer.phase(id, phase);
            ("phase.html", Content::Phase(Box::new(own)))
        }
        Data::Programme(programme) => {
            let own = viewer.programme(id, programme);
            ("programme.html", Content::Programme(Box::new(own)))
        }
        Data::Person(person) => {
            let own = viewer.person(person);
            ("person.html", Content::Person(Box::new(own)))
        }
    }
}
