//! The page of a post, and that of a lasting page.

use std::cmp::Reverse;

use serde::Serialize;

use super::accessibility::AccessibilityView;
use super::card::PostCard;
use super::link::{BodyView, DateView, LinkView, SourceView, TextView};
use super::picture::{Media, PictureView};
use super::since::SinceView;
use super::video::VideoView;
use super::viewer::Viewer;
use crate::model::{Citation, Data, Entity, EntityId, Page, Post};
use crate::plan::{NewsFilter, Subject};
use crate::prepared::Prepared;
use crate::schema::List;

/// How many related posts a post shows.
const RELATED: usize = 3;

/// How far from a post, on each side, related ones are looked for among those about the same: all
/// of them would make a site of many posts slow to build, and old news is seldom related.
const REACH: usize = 8;

/// A post. Template `post.html`, as `post`.
#[derive(Clone, Debug, Serialize)]
pub struct PostView {
    /// Its title.
    pub title: TextView,
    /// Its date.
    pub date: Option<DateView>,
    /// Its last update.
    pub updated: Option<DateView>,
    /// Its type in words; empty for plain news.
    pub post_type: String,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
    /// What it says in a sentence or two, where that was written.
    pub summary: Option<TextView>,
    /// What became since of what it is about.
    pub since: Vec<SinceView>,
    /// Its pictures.
    pub pictures: Vec<PictureView>,
    /// Its videos.
    pub videos: Vec<VideoView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// What it is about, beside what its text links to already.
    pub about: Vec<LinkView>,
    /// Its themes, linked to their lists.
    pub themes: Vec<LinkView>,
    /// Who signs.
    pub author: Option<LinkView>,
    /// The press contact.
    pub press_contact: Option<LinkView>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// Posts about the same, the nearest first; none for a theme that never names `related`.
    pub related: Vec<Prepared<PostCard>>,
    /// The newer post.
    pub newer: Option<LinkView>,
    /// The older post.
    pub older: Option<LinkView>,
}

/// A lasting page. Templates `page.html` and `accessibility.html`, as `text`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainPageView {
    /// Its title.
    pub title: TextView,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
    /// What it says in a sentence or two, where that was written.
    pub summary: Option<TextView>,
    /// Its pictures.
    pub pictures: Vec<PictureView>,
    /// Its videos.
    pub videos: Vec<VideoView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// What the accessibility declaration says beside its text, on the page that is the declaration.
    pub accessibility: Option<Box<AccessibilityView>>,
    /// Its last update.
    pub updated: Option<DateView>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
}

impl Viewer<'_> {
    /// A post.
    pub fn post(&self, id: EntityId, post: &Post) -> PostView {
        let entity = self.federation.entity(id);
        let (newer, older) = self.plan.neighbours(id);
        let Media { pictures, body, videos } = self.media(entity);
        let mut about = self.links_to(&post.about);
        about.retain(|link| !body.as_ref().is_some_and(|body| body.has_link(&link.href)));
        PostView {
            title: self.title(entity),
            date: post.date.map(|date| self.date(date)),
            updated: post.updated.map(|date| self.date(date)),
            post_type: self.post_type(post.post_type),
            unpublished: self.unpublished(entity),
            summary: self.text(entity, "summary"),
            pictures,
            videos,
            body,
            since: self.since(&post.about, post.date),
            about,
            themes: post.tags.iter().filter_map(|id| self.theme(id)).collect(),
            author: post.author.as_ref().and_then(|author| self.named(author)),
            press_contact: post.press_contact.as_ref().and_then(|id| self.link_to(id)),
            sources: self.sources(&post.sources),
            related: self.related(id, post).into_iter().map(|id| self.post_card(id)).collect(),
            newer: newer.map(|id| self.link(id)),
            older: older.map(|id| self.link(id)),
        }
    }

    /// A lasting page.
    pub fn plain_page(&self, entity: &Entity, page: &Page) -> PlainPageView {
        let Media { pictures, body, videos } = self.media(entity);
        PlainPageView {
            title: self.title(entity),
            unpublished: self.unpublished(entity),
            summary: self.text(entity, "summary"),
            pictures,
            videos,
            body,
            accessibility: self.is_accessibility_page(page).then(|| Box::new(self.accessibility())),
            updated: page.updated.map(|date| self.date(date)),
            sources: self.sources(&Citation::read_all(&entity.document.record, "sources")),
        }
    }

    /// The title of a text.
    pub fn title(&self, entity: &Entity) -> TextView {
        self.text(entity, "title").unwrap_or_else(|| self.original(entity.id()))
    }

    fn theme(&self, id: &std::sync::Arc<str>) -> Option<LinkView> {
        let name = self.term(List::Tags, id)?;
        self.link_to_page(&Subject::News(NewsFilter::Theme(id.clone()), 1), name)
    }

    /// Posts about the same entities: those that share most, then the nearest in date.
    fn related(&self, id: EntityId, post: &Post) -> Vec<EntityId> {
        if !self.shows_related {
            return Vec::new();
        }
        let about = post.about.iter().filter_map(|id| self.federation.find_known(id));
        let near = about.flat_map(|about| self.plan.nearest_about(about, id, REACH)).copied();
        let mut near: Vec<EntityId> = near.filter(|other| *other != id).collect();
        near.sort_unstable();
        let shared = near.chunk_by(|one, other| one == other);
        let mut related: Vec<Related<'_>> = shared.filter_map(|same| self.related_by(post, same)).collect();
        related.sort_unstable();
        related.into_iter().take(RELATED).map(|(.., id)| id).collect()
    }

    /// How a post is related to another, which is named once for each entity that both are about.
    fn related_by(&self, post: &Post, same: &[EntityId]) -> Option<Related<'_>> {
        let id = *same.first()?;
        let entity = self.federation.entity(id);
        Some((Reverse(same.len()), distance(post, entity), entity.id(), id))
    }
}

/// How many entities two posts share, how many days are between them, and the other one.
type Related<'a> = (Reverse<usize>, u64, &'a str, EntityId);

/// The days between two posts.
fn distance(post: &Post, other: &Entity) -> u64 {
    let Data::Post(other) = &other.data else { return u64::MAX };
    let (Some(one), Some(other)) = (post.date, other.date) else { return u64::MAX };
    (one.first.duration_since(other.first).as_hours() / 24).unsigned_abs()
}
