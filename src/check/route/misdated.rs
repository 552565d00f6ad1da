//! Posts whose files are named after another year than that of their date, and the published addresses that
//! such a date has cost them.

use std::collections::BTreeMap;

use crate::date::{Date, Precision};
use crate::model::{Entity, EntityId, Federation};
use crate::plan::{Address, Plan, entity_addresses, without_date};
use crate::published::Line;

/// A post whose file is named after another year.
pub(super) struct Misdated<'a> {
    pub id: EntityId,
    pub entity: &'a Entity,
    /// The date of the file's name, as written.
    pub of_file: &'a str,
    /// That of the post.
    pub date: Date,
}

impl<'a> Misdated<'a> {
    /// Every one of them.
    pub fn all(federation: &'a Federation) -> impl Iterator<Item = Self> {
        federation.all().filter_map(|(id, entity)| {
            let date = entity.post()?.date?;
            let of_file = entity.id().get(..entity.id().len() - without_date(entity.id()).len())?;
            let of_file = of_file.trim_end_matches('-');
            // The year is part of the address: a date that disagrees is bound to be mended one day.
            let disagrees = !of_file.is_empty() && of_file.get(..4) != Some(&date.year().to_string());
            disagrees.then_some(Self { id, entity, of_file, date })
        })
    }

    /// The date of the post as a file would write it: the year of the address is that of the first day.
    pub fn written_date(&self) -> String {
        match self.date.precision {
            Precision::Interval => self.date.first.to_string(),
            _ => self.date.machine(),
        }
    }

    /// The addresses that it would have by the year of its file's name.
    fn addresses_by_file(&self, federation: &Federation) -> impl Iterator<Item = String> {
        let year = |date: &str| format!("/{date}/");
        let (written, of_file) =
            (year(&self.date.year().to_string()), year(self.of_file.get(..4).unwrap_or("")));
        let addresses = entity_addresses(federation, self.entity).into_iter();
        addresses.map(move |(_, address)| address.as_str().replacen(&written, &of_file, 1))
    }
}

/// The published addresses that lead nowhere since posts bear another year than their files' names.
pub(super) fn lost_addresses<'a>(
    federation: &'a Federation,
    plan: &Plan,
) -> BTreeMap<EntityId, (Misdated<'a>, Vec<&'a Line>)> {
    let mut lost: BTreeMap<EntityId, (Misdated<'a>, Vec<&Line>)> = BTreeMap::new();
    if federation.published.lines.is_empty() || federation.is_partly_unread() {
        return lost;
    }
    let misdated: Vec<Misdated<'_>> = Misdated::all(federation).collect();
    if misdated.is_empty() {
        return lost;
    }
    let lines = federation.published.lines.iter().filter(|line| line.gone.is_none());
    let published: BTreeMap<&str, &Line> = lines.map(|line| (&*line.address, line)).collect();
    let there = plan.lasting_addresses(federation);
    for post in misdated {
        let by_file = post.addresses_by_file(federation);
        let lines = by_file.filter_map(|address| published.get(&*address).copied());
        let lines: Vec<&Line> = lines.filter(|line| !there.contains(&Address::new(&line.address))).collect();
        if !lines.is_empty() {
            lost.insert(post.id, (post, lines));
        }
    }
    lost
}
