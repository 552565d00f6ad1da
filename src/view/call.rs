//! The page of a call, and calls in lists.

use std::sync::Arc;

use serde::Serialize;

use super::link::{BodyView, DateView, FigureView, LinkView, SourceView, TextView};
use super::viewer::Viewer;
use crate::model::{Call, CallState, Entity, EntityId};
use crate::schema::Kind;

/// A call. Template `call.html`, as `call`.
#[derive(Clone, Debug, Serialize)]
pub struct CallView {
    /// Its title.
    pub title: TextView,
    /// What it is in a sentence or two, where that was written.
    pub summary: Option<TextView>,
    /// Its text.
    pub body: Option<BodyView>,
    /// Its type in words.
    pub call_type: String,
    /// What it is on the site's day: with its closing date, for those who come later.
    pub state: String,
    /// When it opens.
    pub opens: Option<DateView>,
    /// When it closes.
    pub closes: Option<DateView>,
    /// Who launches it.
    pub organisers: Vec<LinkView>,
    /// Programmes.
    pub programmes: Vec<LinkView>,
    /// The phase.
    pub phase: Option<LinkView>,
    /// Regions.
    pub regions: Vec<LinkView>,
    /// Poles.
    pub poles: Vec<LinkView>,
    /// What it is about.
    pub about: Vec<LinkView>,
    /// Its files, each under its own name, with what it weighs.
    pub documents: Vec<LinkView>,
    /// The amount.
    pub amount: Option<FigureView>,
    /// Where to answer; empty where it is over, or no one says.
    pub apply: String,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
    /// Who says so.
    pub sources: Vec<SourceView>,
}

/// A call in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CallCard {
    /// Its title, linked.
    pub link: LinkView,
    /// What it is on the site's day, with its closing date.
    pub state: String,
    /// What it is in a sentence or two.
    pub summary: Option<TextView>,
    /// Why the public cannot read it, in words; empty where it can.
    pub unpublished: String,
}

/// Calls by what they are on the site's day.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CallsView {
    /// Those that can be answered, the first to close first.
    pub open: Vec<CallCard>,
    /// Those to come.
    pub to_come: Vec<CallCard>,
    /// Those that are over, the last to close first.
    pub closed: Vec<CallCard>,
}

impl Viewer<'_> {
    /// A call.
    pub fn call(&self, id: EntityId, call: &Call) -> CallView {
        let entity = self.federation.entity(id);
        let is_closed = call.state(self.federation.today()) == CallState::Closed;
        CallView {
            title: self.title(entity),
            summary: self.text(entity, "summary"),
            body: self.media(entity).body,
            call_type: self.label(&format!("call_type.{}", call.call_type), &[]),
            state: self.call_state(call),
            opens: call.opens.map(|date| self.date(date)),
            closes: call.closes.map(|date| self.date(date)),
            organisers: self.links_to(&call.organisers),
            programmes: self.links_to(&call.programmes),
            phase: call.phase.as_ref().and_then(|id| self.link_to(id)),
            regions: self.links_to(&call.regions),
            poles: self.links_to(&call.poles),
            about: self.links_to(&call.about),
            documents: call.documents.iter().filter_map(|path| self.file_link(entity, path)).collect(),
            amount: call.amount.as_ref().map(|amount| self.figure(id, amount)),
            apply: call.apply.as_deref().filter(|_| !is_closed).unwrap_or("").to_owned(),
            unpublished: self.unpublished(entity),
            sources: self.sources(&call.sources),
        }
    }

    fn file_link(&self, entity: &Entity, path: &Arc<str>) -> Option<LinkView> {
        let href = self.file_address(entity, path)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let text = match self.weight(entity, path) {
            Some(weight) => format!("{name} ({weight})"),
            None => name.to_owned(),
        };
        Some(LinkView { text, href, lang: None })
    }

    fn call_state(&self, call: &Call) -> String {
        let state = call.state(self.federation.today());
        let date = if state == CallState::ToCome { call.opens } else { call.closes };
        let Some(date) = date else { return self.label("call_state.endless", &[]) };
        self.label(&format!("call_state.{}", state.word()), &[("date", &date.words(self.language))])
    }

    /// A call as lists show it.
    pub fn call_card(&self, id: EntityId, call: &Call) -> CallCard {
        CallCard {
            link: self.link(id),
            state: self.call_state(call),
            summary: self.text(self.federation.entity(id), "summary"),
            unpublished: self.unpublished(self.federation.entity(id)),
        }
    }

    /// Every call, by what it is on the site's day.
    pub fn calls(&self) -> CallsView {
        let listed = self.federation.listed(Kind::Call);
        let mut calls: Vec<(EntityId, &Call)> =
            listed.filter_map(|(id, entity)| Some((id, entity.call()?))).collect();
        calls.sort_by_key(|(id, call)| (call.closes, self.federation.entity(*id).id().clone()));
        let mut view = CallsView::default();
        for (id, call) in calls {
            let card = self.call_card(id, call);
            match call.state(self.federation.today()) {
                CallState::Open => view.open.push(card),
                CallState::ToCome => view.to_come.push(card),
                CallState::Closed => view.closed.insert(0, card),
            }
        }
        view
    }
}
