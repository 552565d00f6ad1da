//! Those with whom an organisation shares partnerships, as dots around it.

use serde::Serialize;

use super::link::LinkView;
use super::viewer::Viewer;
use crate::model::{BacklinkRole, Data, EntityId};
use crate::schema::Kind;

/// How many neighbours a drawing holds.
const MOST: usize = 12;

/// How far down one neighbour is from the next of its side, in units of the drawing.
const ROW: usize = 36;

/// How far a dot at half the height stands from the middle, in percent; those above and below less.
const RADIUS: f64 = 12.;

/// Those with whom an organisation shares partnerships.
#[derive(Clone, Debug, Serialize)]
pub struct NeighboursView {
    /// They, those with whom it shares most first; a dozen at most.
    pub neighbours: Vec<NeighbourView>,
    /// How many are left out, in words; empty where none is.
    pub others: String,
    /// How high the drawing is.
    pub height: usize,
    /// The organisation itself, down; across it is in the middle.
    pub middle: usize,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
pub struct NeighbourView {
    /// The organisation.
    pub link: LinkView,
    /// Its short name.
    pub name: String,
    /// How many partnerships both share, in words, where they are several.
    pub shared: String,
    /// How large its dot is.
    pub radius: usize,
    /// Its dot across, in percent.
    pub x: f64,
    /// Its dot down.
    pub y: usize,
    /// Whether its name stands left of its dot.
    pub is_left: bool,
}

impl Viewer<'_> {
    /// Those with whom an organisation shares partnerships; nothing where there are none.
    pub fn neighbours_of(&self, id: EntityId) -> Option<NeighboursView> {
        let shared = self.shared_partnerships(id);
        let left_out = shared.len().saturating_sub(MOST);
        let others = if left_out > 0 { self.count("count.others", left_out) } else { String::new() };
        let rows = shared.len().min(MOST).div_ceil(2);
        if rows == 0 {
            return None;
        }
        let height = rows * ROW;
        let neighbours = shared.into_iter().take(MOST).enumerate().map(|(index, (neighbour, shared))| {
            let y = index / 2 * ROW + ROW / 2;
            let is_left = index % 2 == 1;
            let (away, several) = (across(y, height), shared.len());
            NeighbourView {
                link: self.link(neighbour),
                name: self.brief(self.federation.entity(neighbour)),
                shared: if several > 1 { self.count("count.partnerships", several) } else { String::new() },
                radius: 5 + 2 * several.min(3),
                x: if is_left { 50. - away } else { 50. + away },
                y,
                is_left,
            }
        });
        Some(NeighboursView { neighbours: neighbours.collect(), others, height, middle: height / 2 })
    }

    /// Who takes part in the same partnerships, with these: those that share most first, then in the
    /// order in which partnerships name them.
    fn shared_partnerships(&self, id: EntityId) -> Vec<(EntityId, Vec<EntityId>)> {
        let mut shared: Vec<(EntityId, Vec<EntityId>)> = Vec::new();
        for partnership in self.partnerships_of(id) {
            let Data::Partnership(data) = &self.federation.entity(partnership).data else { continue };
            for party in &data.parties {
                let Some(other) = self.federation.find_known(&party.id).filter(|other| *other != id) else {
                    continue;
                };
                match shared.iter_mut().find(|(known, _)| *known == other) {
                    Some((_, with)) if with.contains(&partnership) => {}
                    Some((_, with)) => with.push(partnership),
                    None => shared.push((other, vec![partnership])),
                }
            }
        }
        shared.sort_by_key(|(_, with)| std::cmp::Reverse(with.len()));
        shared
    }

    fn partnerships_of(&self, id: EntityId) -> Vec<EntityId> {
        let links = self.federation.backlinks(id).filter(|link| link.role != BacklinkRole::Mentioned);
        let mut partnerships: Vec<EntityId> = links
            .map(|link| link.from)
            .filter(|from| self.federation.entity(*from).kind() == Kind::Partnership)
            .collect();
        partnerships.sort_by_key(|id| self.federation.entity(*id).id().clone());
        partnerships.dedup();
        partnerships
    }
}

/// How far from the middle a dot stands, on an ellipse, in percent to a tenth.
fn across(y: usize, height: usize) -> f64 {
    let part = |number: usize| u32::try_from(number).map_or(0., f64::from);
    let down = (part(y) / part(height) - 0.5) * 2.;
    ((RADIUS * (1. - down * down / 2.).sqrt()) * 10.).round() / 10.
}
