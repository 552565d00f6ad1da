//! Poles and other organisations.

use std::sync::Arc;

use super::citation::Citation;
use super::fact::{Fact, Facts};
use super::label::LabelPeriod;
use super::roadmap::Roadmap;
use crate::date::{Date, Day};
use crate::parse::Record;

/// A pole, or another organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The kind of organisation, for those that are not poles.
    pub kind: Option<Arc<str>>,
    /// The ids of its sectors.
    pub sectors: Vec<Arc<str>>,
    /// What it does, in a few words each.
    pub specialities: Vec<Arc<str>>,
    /// The ids of the regions where it is present.
    pub regions: Vec<Arc<str>>,
    /// Where its seat is.
    pub seat: Option<Seat>,
    /// When it was founded.
    pub founded: Option<Date>,
    /// Since when it is known, where no one says when it was founded.
    pub known: Option<Date>,
    /// When it closed.
    pub closed: Option<Date>,
    /// Its label periods.
    pub labels: Facts<LabelPeriod>,
    /// What it comes from.
    pub predecessors: Facts<Predecessor>,
    /// European labels and prizes.
    pub awards: Vec<Award>,
    /// Its website.
    pub website: Option<Arc<str>>,
    /// How to reach it.
    pub contact: Option<Contact>,
    /// Its roadmap.
    pub roadmap: Option<Roadmap>,
    /// The ids of the networks it is a member of.
    pub member_of: Vec<Arc<str>>,
}

/// Where a seat is.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The city.
    pub city: Arc<str>,
    /// The id of the region.
    pub region: Option<Arc<str>>,
}

/// An organisation that another one comes from.
#[derive(Clone, Debug)]
pub struct Predecessor {
    /// Its id.
    pub organisation: Arc<str>,
    /// How.
    pub how: &'static str,
    /// When.
    pub on: Option<Date>,
    /// When it was made known, where that is not the same day.
    pub known: Option<Date>,
    /// A detail.
    pub note: Option<Arc<str>>,
    /// Who says so.
    pub source: Option<Citation>,
}

impl Fact for Predecessor {
    fn is_known(&self, today: Day) -> bool {
        self.known.or(self.on).is_none_or(|date| date.is_by(today))
    }
}

/// A European label or prize.
#[derive(Clone, Debug)]
pub struct Award {
    /// Its name.
    pub name: Arc<str>,
    /// Its level.
    pub level: Option<Arc<str>>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Who says so.
    pub source: Option<Citation>,
}

/// How to reach someone.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Who answers.
    pub name: Option<Arc<str>>,
    /// The electronic address.
    pub email: Option<Arc<str>>,
    /// The telephone.
    pub telephone: Option<Arc<str>>,
    /// The postal address.
    pub address: Option<Arc<str>>,
}

impl Contact {
    /// The contact of a file.
    #[must_use]
    pub fn read(record: &Record) -> Option<Self> {
        let contact = record.record("contact")?;
        Some(Self {
            name: contact.text("name"),
            email: contact.text("email"),
            telephone: contact.text("telephone"),
            address: contact.text("address"),
        })
    }
}

impl Organisation {
    /// The organisation of a file.
    #[must_use]
    pub fn read(record: &Record) -> Self {
        Self {
            kind: record.term("kind"),
            sectors: record.ids("sectors").collect(),
            specialities: record.texts("specialities").collect(),
            regions: record.ids("regions").collect(),
            seat: record.record("seat").and_then(seat),
            founded: record.date("founded"),
            known: record.date("known"),
            closed: record.date("closed"),
            labels: LabelPeriod::read_all(record).collect(),
            predecessors: record.records("predecessors").filter_map(|(it, _)| predecessor(it)).collect(),
            awards: record.records("awards").filter_map(|(it, _)| award(it)).collect(),
            website: record.text("website"),
            contact: Contact::read(record),
            roadmap: Roadmap::read(record),
            member_of: record.ids("member_of").collect(),
        }
    }

    /// Whether it was known to exist on a day; nothing being said of that, it always was.
    #[must_use]
    pub fn is_known(&self, today: Day) -> bool {
        self.known.or(self.founded).is_none_or(|date| date.first <= today)
    }
}

fn seat(record: &Record) -> Option<Seat> {
    Some(Seat { city: record.text("city")?, region: record.reference("region") })
}

fn predecessor(record: &Record) -> Option<Predecessor> {
    Some(Predecessor {
        organisation: record.reference("organisation")?,
        how: record.choice("how")?,
        on: record.date("on"),
        known: record.date("known"),
        note: record.text("note"),
        source: Citation::read(record, "source"),
    })
}

fn award(record: &Record) -> Option<Award> {
    Some(Award {
        name: record.text("name")?,
        level: record.text("level"),
        from: record.date("from"),
        until: record.date("until"),
        source: Citation::read(record, "source"),
    })
}
