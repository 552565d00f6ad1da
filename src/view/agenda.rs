//! The page of an event, and events in lists.

use serde::Serialize;

use super::link::{BodyView, DateView, LinkView, SourceView, TextView};
use super::picture::{Media, PictureView};
use super::video::VideoView;
use super::viewer::Viewer;
use crate::model::{EntityId, Event, Registration, Session};
use crate::schema::Kind;

/// An event. Template `event.html`, as `event`.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// Its title.
    pub title: TextView,
    /// What it is in a sentence or two, where that was written.
    pub summary: Option<TextView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// Its pictures.
    pub pictures: Vec<PictureView>,
    /// Its videos.
    pub videos: Vec<VideoView>,
    /// When it starts.
    pub start: Option<DateView>,
    /// When it ends.
    pub end: Option<DateView>,
    /// Whether it is over on the site's day.
    pub is_past: bool,
    /// « annulé », « reporté »; empty where it is as planned.
    pub state: String,
    /// The new date.
    pub postponed_to: Option<DateView>,
    /// Where; empty where no one says.
    pub place: String,
    /// The region.
    pub region: Option<LinkView>,
    /// Whether it can be attended from afar.
    pub is_online: bool,
    /// Who organises it.
    pub organisers: Vec<LinkView>,
    /// Who speaks.
    pub people: Vec<LinkView>,
    /// Programmes.
    pub programmes: Vec<LinkView>,
    /// Its sessions.
    pub sessions: Vec<SessionView>,
    /// What it is about.
    pub about: Vec<LinkView>,
    /// The post that reports on it.
    pub follow_up: Option<LinkView>,
    /// How to register.
    pub registration: Option<RegistrationView>,
    /// Its own file for a calendar.
    pub calendar: String,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
    /// Who says so.
    pub sources: Vec<SourceView>,
}

/// A part of an event.
#[derive(Clone, Debug, Serialize)]
pub struct SessionView {
    /// Its title.
    pub title: TextView,
    /// When it starts.
    pub start: Option<DateView>,
    /// When it ends.
    pub end: Option<DateView>,
    /// Who speaks.
    pub people: Vec<LinkView>,
}

/// How to register.
#[derive(Clone, Debug, Serialize)]
pub struct RegistrationView {
    /// Where; empty where no one says.
    pub url: String,
    /// Until when.
    pub closes: Option<DateView>,
    /// Whether it has closed on the site's day.
    pub is_closed: bool,
    /// Whether there is no place left.
    pub is_full: bool,
}

/// An event in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EventCard {
    /// Its title, linked.
    pub link: LinkView,
    /// When it starts.
    pub start: Option<DateView>,
    /// Where; empty where no one says.
    pub place: String,
    /// « annulé », « reporté »; empty where it is as planned.
    pub state: String,
    /// What it is in a sentence or two.
    pub summary: Option<TextView>,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
}

impl Viewer<'_> {
    /// An event.
    pub fn event(&self, id: EntityId, event: &Event) -> EventView {
        let entity = self.federation.entity(id);
        let organisers: Vec<_> = event.organisers.iter().map(|(id, _)| id.clone()).collect();
        let Media { pictures, body, videos } = self.media(entity);
        EventView {
            title: self.title(entity),
            summary: self.text(entity, "summary"),
            body,
            pictures,
            videos,
            start: event.start.map(|date| self.date(date)),
            end: event.end.map(|date| self.date(date)),
            is_past: event.is_past(self.federation.today()),
            state: self.event_state(event),
            postponed_to: event.postponed_to.map(|date| self.date(date)),
            place: event.place.as_deref().map(|place| self.typeset(place)).unwrap_or_default(),
            region: event.region.as_ref().and_then(|id| self.link_to(id)),
            is_online: event.is_online,
            organisers: self.links_to(&organisers),
            people: event.people.iter().filter_map(|it| self.named(it)).collect(),
            programmes: self.links_to(&event.programmes),
            sessions: event.sessions.iter().map(|session| self.session(session)).collect(),
            about: self.links_to(&event.about),
            follow_up: event.follow_up.as_ref().and_then(|id| self.link_to(id)),
            registration: event.registration.as_ref().map(|it| self.registration(it)),
            calendar: self.calendar_address(id),
            unpublished: self.unpublished(entity),
            sources: self.sources(&event.sources),
        }
    }

    /// The address of the file by which a calendar takes an event.
    fn calendar_address(&self, id: EntityId) -> String {
        let (address, _) = self.address(id).unwrap_or_default();
        if address.is_empty() { address } else { format!("{address}{}", crate::plan::CALENDAR_FILE) }
    }

    fn event_state(&self, event: &Event) -> String {
        match event.state {
            "planned" => String::new(),
            word => self.label(&format!("event_state.{word}"), &[]),
        }
    }

    fn session(&self, session: &Session) -> SessionView {
        SessionView {
            title: self.original(&session.title),
            start: session.start.map(|date| self.date(date)),
            end: session.end.map(|date| self.date(date)),
            people: session.people.iter().filter_map(|it| self.named(it)).collect(),
        }
    }

    fn registration(&self, registration: &Registration) -> RegistrationView {
        let today = self.federation.today();
        RegistrationView {
            url: registration.url.as_deref().unwrap_or("").to_owned(),
            closes: registration.closes.map(|date| self.date(date)),
            is_closed: registration.closes.is_some_and(|closes| closes.last < today),
            is_full: registration.is_full,
        }
    }

    /// An event as lists show it.
    pub fn event_card(&self, id: EntityId, event: &Event) -> EventCard {
        EventCard {
            link: self.link(id),
            start: event.postponed_to.or(event.start).map(|date| self.date(date)),
            place: event.place.as_deref().map(|place| self.typeset(place)).unwrap_or_default(),
            state: self.event_state(event),
            summary: self.text(self.federation.entity(id), "summary"),
            unpublished: self.unpublished(self.federation.entity(id)),
        }
    }

    /// Events to come, the nearest first, and past ones, the latest first.
    pub fn agenda(&self) -> (Vec<EventCard>, Vec<EventCard>) {
        let listed = self.federation.listed(Kind::Event);
        let mut events: Vec<(EntityId, &Event)> =
            listed.filter_map(|(id, entity)| Some((id, entity.event()?))).collect();
        events.sort_by_key(|(id, event)| (event.last_day(), self.federation.entity(*id).id().clone()));
        let (past, to_come): (Vec<_>, Vec<_>) =
            events.into_iter().partition(|(_, event)| event.is_past(self.federation.today()));
        let card = |(id, event): (EntityId, &Event)| self.event_card(id, event);
        (to_come.into_iter().map(card).collect(), past.into_iter().rev().map(card).collect())
    }
}
