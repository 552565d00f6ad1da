//! The page of a phase.

use serde::Serialize;

use super::card::OrganisationCard;
use super::link::{DateView, LinkView, SourceView, TextView};
use super::viewer::Viewer;
use crate::model::{EntityId, Named, Phase, PhaseCall};
use crate::plan::{Facet, Subject};

/// A phase. Template `phase.html`, as `phase`.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseView {
    /// Its number.
    pub number: i64,
    /// « du 1er janvier 2023 au 31 décembre 2026 »; empty where dates are missing.
    pub period: String,
    /// When it ends once prolonged.
    pub prolonged_until: Option<DateView>,
    /// Its call.
    pub call: Option<PhaseCallView>,
    /// What it aims at.
    pub orientations: Vec<TextView>,
    /// The poles whose label of this phase the site knows.
    pub poles: Vec<OrganisationCard>,
    /// How many, in words.
    pub pole_count: String,
    /// What each does and where, on a page of its own; nothing where no pole is known.
    pub details: Option<LinkView>,
    /// Whether these are all.
    pub is_complete: bool,
}

/// A call for candidacies.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseCallView {
    /// When it opened.
    pub date: Option<DateView>,
    /// When it closed.
    pub deadline: Option<DateView>,
    /// Who launched it.
    pub launched_by: Option<LinkView>,
    /// Who says so.
    pub source: Option<SourceView>,
}

impl Viewer<'_> {
    /// A phase.
    pub fn phase(&self, id: EntityId, phase: &Phase) -> PhaseView {
        let entity = self.federation.entity(id);
        let poles = self.federation.labelled_in(id);
        PhaseView {
            number: phase.number,
            period: self.phase_period(phase),
            prolonged_until: phase.prolonged_until.map(|date| self.date(date)),
            call: phase.call.as_ref().map(|call| self.phase_call(call)),
            orientations: self.texts(entity, "orientations"),
            pole_count: self.count("count.poles", poles.len()),
            details: self.link_to_page(&Subject::Facet(Facet::Phase(id)), self.label("facet.details", &[])),
            poles: poles.into_iter().map(|pole| self.organisation_card(pole)).collect(),
            is_complete: phase.is_complete,
        }
    }

    /// From when to when a phase runs; empty where dates are missing.
    pub fn phase_period(&self, phase: &Phase) -> String {
        let period = phase.from.zip(phase.until).map(|(from, until)| {
            let (from, until) = (from.words(self.language), until.words(self.language));
            self.label("label.period", &[("from", &from), ("until", &until)])
        });
        period.unwrap_or_default()
    }

    fn phase_call(&self, call: &PhaseCall) -> PhaseCallView {
        PhaseCallView {
            date: call.date.map(|date| self.date(date)),
            deadline: call.deadline.map(|date| self.date(date)),
            launched_by: call.launched_by.as_ref().and_then(|named| self.named(named)),
            source: self.source(call.source.as_ref()),
        }
    }

    /// Someone who has an entry, or is only named.
    pub fn named(&self, named: &Named) -> Option<LinkView> {
        match named {
            Named::Entry(id) => self.link_to(id),
            Named::Words(words) => {
                let text = self.original(words);
                Some(LinkView { text: text.text, href: String::new(), lang: text.lang })
            }
        }
    }
}
