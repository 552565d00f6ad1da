//! Steps and roadmaps.

use std::sync::Arc;

use serde::Serialize;

use super::link::{DateView, LinkView, SourceView, TextView};
use super::viewer::Viewer;
use crate::model::{Entity, Facts, Milestone, Roadmap};

/// One step of a partnership or roadmap.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneView {
    /// The word of its state: `announced`, `abandoned`…
    pub word: &'static str,
    /// Its state in words.
    pub state: String,
    /// When it holds, or is expected.
    pub on: Option<DateView>,
    /// When it was made known, where that is another day.
    pub known: Option<DateView>,
    /// A detail.
    pub note: Option<TextView>,
    /// Who says so.
    pub source: Option<SourceView>,
}

/// A roadmap.
#[derive(Clone, Debug, Serialize)]
pub struct RoadmapView {
    /// Its title.
    pub title: TextView,
    /// When it starts and ends; empty where no one says.
    pub period: String,
    /// When it was adopted.
    pub adopted: Option<DateView>,
    /// Who holds it.
    pub parties: Vec<LinkView>,
    /// The programmes that it announces.
    pub programmes: Vec<LinkView>,
    /// Its steps.
    pub milestones: Vec<MilestoneView>,
    /// Its axes.
    pub axes: Vec<TextView>,
    /// Its domains.
    pub domains: Vec<TextView>,
    /// Its actions.
    pub actions: Vec<TextView>,
    /// Its objectives.
    pub objectives: Vec<TextView>,
    /// Who says so.
    pub source: Option<SourceView>,
}

impl Viewer<'_> {
    /// The steps that are known, in the order of their file.
    pub fn milestones(&self, milestones: &Facts<Milestone>) -> Vec<MilestoneView> {
        milestones.known(self.federation.today()).map(|milestone| self.milestone(milestone)).collect()
    }

    fn milestone(&self, milestone: &Milestone) -> MilestoneView {
        let is_other_day = milestone.on != Some(milestone.known);
        MilestoneView {
            word: milestone.state.word(),
            state: self.label(&format!("milestone.{}", milestone.state.word()), &[]),
            on: milestone.on.map(|on| self.date(on)),
            known: is_other_day.then(|| self.date(milestone.known)),
            note: milestone.note.as_deref().map(|note| self.original(note)),
            source: self.source(milestone.source.as_ref()),
        }
    }

    /// A roadmap of an entity.
    pub fn roadmap(&self, entity: &Entity, roadmap: &Roadmap) -> RoadmapView {
        let translation = entity.translation(self.language).and_then(|it| it.record.record("roadmap"));
        let translated = |words: &Arc<str>| self.words(words, Some(self.language.clone()));
        let title = translation.and_then(|record| record.text("title"));
        let title = title.map_or_else(|| self.original(&roadmap.title), |title| translated(&title));
        // A list is translated as a whole or not at all: its parts have no names to be matched by.
        let texts = |key: &str, originals: &[Arc<str>]| -> Vec<TextView> {
            match translation.filter(|record| record.texts(key).next().is_some()) {
                Some(record) => record.texts(key).map(|words| translated(&words)).collect(),
                None => originals.iter().map(|words| self.original(words)).collect(),
            }
        };
        let year = |date: Option<crate::date::Date>| date.map(|date| date.words(self.language));
        let period: Vec<String> = [year(roadmap.from), year(roadmap.until)].into_iter().flatten().collect();
        RoadmapView {
            title,
            period: period.join(" – "),
            adopted: roadmap
                .adopted
                .filter(|it| it.is_by(self.federation.today()))
                .map(|date| self.date(date)),
            parties: self.links_to(&roadmap.parties),
            programmes: self.links_to(&roadmap.programmes),
            milestones: self.milestones(&roadmap.milestones),
            axes: texts("axes", &roadmap.axes),
            domains: texts("domains", &roadmap.domains),
            actions: texts("actions", &roadmap.actions),
            objectives: texts("objectives", &roadmap.objectives),
            source: self.source(roadmap.source.as_ref()),
        }
    }
}
