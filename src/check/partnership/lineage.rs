//! What comes from what, step by step, without recursion: a lineage may be of any length.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{EntityId, Federation, Organisation};

/// The ids of all that some organisations come from, however far back, and their own.
pub(super) fn ancestors<'a>(
    federation: &'a Federation,
    of: impl IntoIterator<Item = &'a Arc<str>>,
) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&Arc<str>> = of.into_iter().collect();
    while let Some(id) = waiting.pop() {
        if found.insert(&**id) {
            let organisation = federation.find(id).and_then(|id| federation.entity(id).organisation());
            let steps = organisation.into_iter().flat_map(|it| it.predecessors.all());
            waiting.extend(steps.map(|step| &step.organisation));
        }
    }
    found
}

/// What each organisation says that it comes from, in the order of its file.
pub(super) type Lineage = BTreeMap<EntityId, Vec<EntityId>>;

/// The lineage of all, known or not. One that was taken back by what it had split from comes from
/// it and goes into it: the way back is left out.
pub(super) fn lineage(federation: &Federation) -> Lineage {
    let of = |organisation: &Organisation, own_id: &str| -> Vec<EntityId> {
        let steps = organisation.predecessors.all().iter();
        let steps = steps.filter_map(|step| Some((step, federation.find(&step.organisation)?)));
        let onward =
            steps.filter(|(step, id)| !(step.how == "absorption" && has_split_from(federation, *id, own_id)));
        onward.map(|(_, id)| id).collect()
    };
    let organisations =
        federation.all().filter_map(|(id, entity)| Some((id, entity, entity.organisation()?)));
    organisations.map(|(id, entity, organisation)| (id, of(organisation, entity.id()))).collect()
}

fn has_split_from(federation: &Federation, id: EntityId, other: &str) -> bool {
    let organisation = federation.entity(id).organisation();
    let mut steps = organisation.into_iter().flat_map(|it| it.predecessors.all());
    steps.any(|step| step.how == "split" && &*step.organisation == other)
}

/// The cycles of a lineage, each from its first organisation in order of path. Of cycles that share
/// their first step, one is given.
pub(super) fn cycles(lineage: &Lineage) -> Vec<Vec<EntityId>> {
    let mut search = Search { lineage, done: BTreeSet::new(), cycles: BTreeMap::new() };
    for start in lineage.keys() {
        search.from(*start);
    }
    search.cycles.into_values().collect()
}

/// A walk along a lineage, as deep as it goes.
struct Search<'a> {
    lineage: &'a Lineage,
    /// Those from which everything has been walked.
    done: BTreeSet<EntityId>,
    /// The cycles found, by their first step.
    cycles: BTreeMap<(EntityId, EntityId), Vec<EntityId>>,
}

impl<'a> Search<'a> {
    fn from(&mut self, start: EntityId) {
        if self.done.contains(&start) {
            return;
        }
        let mut path = vec![start];
        let mut depth_of = BTreeMap::from([(start, 0)]);
        let mut ahead = vec![self.predecessors(start).iter()];
        while let Some(steps) = ahead.last_mut() {
            let Some(next) = steps.next() else {
                ahead.pop();
                if let Some(walked) = path.pop() {
                    depth_of.remove(&walked);
                    self.done.insert(walked);
                }
                continue;
            };
            if let Some(depth) = depth_of.get(next) {
                self.keep(path.get(*depth..).unwrap_or_default());
            } else if !self.done.contains(next) {
                depth_of.insert(*next, path.len());
                path.push(*next);
                ahead.push(self.predecessors(*next).iter());
            }
        }
    }

    fn predecessors(&self, id: EntityId) -> &'a [EntityId] {
        self.lineage.get(&id).map_or(&[], Vec::as_slice)
    }

    fn keep(&mut self, cycle: &[EntityId]) {
        let mut cycle = cycle.to_vec();
        let first = cycle.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
        cycle.rotate_left(first);
        if let (Some(first), Some(second)) = (cycle.first(), cycle.get(1).or(cycle.first())) {
            self.cycles.entry((*first, *second)).or_insert(cycle);
        }
    }
}
