//! What journalists look for: press releases, dated figures, whom to ask.

use serde::Serialize;

use super::card::PostCard;
use super::link::{FigureView, LinkView};
use super::organisation::{ContactView, contact};
use super::viewer::Viewer;
use crate::model::{BacklinkRole, Contact, EntityId};
use crate::plan::{NewsFilter, Subject};
use crate::prepared::Prepared;
use crate::schema::Kind;

/// How many press releases the page shows.
const RELEASES: usize = 5;

/// What journalists look for. Template `press.html`, as `press`.
#[derive(Clone, Debug, Serialize)]
pub struct PressView {
    /// The heading.
    pub title: String,
    /// The latest press releases.
    pub releases: Vec<Prepared<PostCard>>,
    /// The list of all of them; nothing where there is none.
    pub all_releases: Option<LinkView>,
    /// The list of all news.
    pub all_news: Option<LinkView>,
    /// Figures that the configuration chose.
    pub figures: Vec<FigureView>,
    /// Press contacts of posts, then poles and organisations that say how to reach them.
    pub contacts: Vec<PressContactView>,
    /// The page by which to write to the site's editors.
    pub contact_page: Option<LinkView>,
    /// Other pages that help: key figures, publications, data.
    pub pages: Vec<LinkView>,
}

/// Whom to ask.
#[derive(Clone, Debug, Serialize)]
pub struct PressContactView {
    /// The person, pole or organisation.
    pub link: LinkView,
    /// How to reach them.
    pub contact: Option<ContactView>,
}

impl Viewer<'_> {
    /// What journalists look for.
    pub fn press(&self) -> PressView {
        // A site may do without the list of all of them.
        let is_release = |id: &&EntityId| {
            self.federation.entity(**id).post().is_some_and(crate::model::Post::is_press_release)
        };
        let latest = self.plan.news(&NewsFilter::All).iter().filter(is_release).take(RELEASES);
        PressView {
            title: self.label("section.press", &[]),
            releases: latest.map(|id| self.post_card(*id)).collect(),
            all_releases: self.link_to_page(
                &Subject::News(NewsFilter::PressReleases, 1),
                self.label("press.all_releases", &[]),
            ),
            all_news: self.link_to_page(&Subject::News(NewsFilter::All, 1), self.label("news.all", &[])),
            figures: self.headline_figures(),
            contacts: self.press_contacts(),
            contact_page: self.contact_page(),
            pages: self.press_pages(),
        }
    }

    fn press_pages(&self) -> Vec<LinkView> {
        let pages = [Subject::KeyFigures, Subject::Index(Kind::Publication), Subject::OpenData];
        pages.iter().filter_map(|page| self.link_to_section(page)).collect()
    }

    fn press_contacts(&self) -> Vec<PressContactView> {
        let has_asked =
            |id: &EntityId| !self.referrers(*id, BacklinkRole::PressContact, &[Kind::Post]).is_empty();
        let people = self.listed_by_name(Kind::Person).into_iter().filter(has_asked);
        let bodies = [Kind::Pole, Kind::Organisation].into_iter().flat_map(|kind| self.listed_by_name(kind));
        let bodies = bodies.filter(|id| self.contact_of(*id).is_some());
        let view = |id| PressContactView { link: self.link(id), contact: self.contact_of(id).map(contact) };
        people.chain(bodies).map(view).collect()
    }

    fn contact_of(&self, id: EntityId) -> Option<&Contact> {
        let entity = self.federation.entity(id);
        let of_person = entity.person().and_then(|person| person.contact.as_ref());
        of_person.or_else(|| entity.organisation()?.contact.as_ref())
    }
}
