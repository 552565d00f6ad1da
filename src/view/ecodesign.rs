//! The page on ecodesign: the editors' own text, then what was measured, what pages are allowed, and the state
//! of each criterion of the standard with what shows it.

mod data;
mod measured;
mod standard;
mod worded;

use serde::Serialize;

use super::link::{DateView, LinkView, TextView};
use super::open_data::DataFileView;
use super::post::PlainPageView;
use super::viewer::Viewer;
use crate::model::{Data, EntityId};
use crate::plan::{ECODESIGN_FILE, Subject};

/// The page on ecodesign. Template `ecodesign.html`, as `ecodesign`.
#[derive(Clone, Debug, Serialize)]
pub struct EcodesignView {
    /// The editors' own text.
    pub text: PlainPageView,
    /// What was measured of all other pages; nothing where nobody measures.
    pub measures: Option<MeasuresView>,
    /// What pages are allowed, by their kinds.
    pub budgets: Vec<TermView>,
    /// The state of each criterion of the French standard; nothing where the site is not of France.
    pub standard: Option<StandardView>,
    /// The same for programs; nothing where nothing was measured.
    pub data: Option<DataFileView>,
}

/// What was measured of all other pages.
#[derive(Clone, Debug, Serialize)]
pub struct MeasuresView {
    /// The day of the measures, in words.
    pub day: String,
    /// The figures.
    pub figures: Vec<TermView>,
}

/// A term, and what is said of it.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The term.
    pub term: String,
    /// What is said of it.
    pub value: String,
    /// The page that shows it.
    pub page: Option<LinkView>,
}

/// The state of each criterion of the French standard.
#[derive(Clone, Debug, Serialize)]
pub struct StandardView {
    /// The score, in hundredths; empty where nothing was measured.
    pub score: String,
    /// How many criteria are in each state, in words.
    pub counts: Vec<String>,
    /// The criteria, by theme.
    pub themes: Vec<ThemeView>,
}

/// The criteria of a theme.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeView {
    /// Its title.
    pub title: String,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// The state of a criterion, and what shows it.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionView {
    /// Its number in the standard.
    pub number: &'static str,
    /// What it is about, in our words.
    pub label: String,
    /// Its state, in words.
    pub state: String,
    /// What shows it.
    pub evidence: String,
    /// What the editors say of it.
    pub words: Option<TextView>,
    /// Where it can be seen; empty where nowhere.
    pub url: String,
    /// As of when.
    pub date: Option<DateView>,
}

impl Viewer<'_> {
    /// The page on ecodesign.
    pub fn ecodesign(&self, id: EntityId, text: PlainPageView) -> EcodesignView {
        let view = self.statement(text);
        let data = self.measures.and_then(|_| self.data_file(id, &view));
        EcodesignView { data, ..view }
    }

    /// What the page on ecodesign says, for programs.
    pub fn ecodesign_data(&self, id: EntityId) -> Vec<u8> {
        let entity = self.federation.entity(id);
        let Data::Page(page) = &entity.data else { return Vec::new() };
        data::data(self, &self.statement(self.plain_page(entity, page)))
    }

    fn statement(&self, text: PlainPageView) -> EcodesignView {
        EcodesignView {
            text,
            measures: self.measures_view(),
            budgets: self.budgets(),
            standard: self.federation.config.france.then(|| self.standard()),
            data: None,
        }
    }

    fn data_file(&self, id: EntityId, view: &EcodesignView) -> Option<DataFileView> {
        let address = self.plan.address(&Subject::Entity(id), self.language)?;
        Some(DataFileView {
            href: format!("{address}{ECODESIGN_FILE}"),
            name: ECODESIGN_FILE.to_owned(),
            size: self.size(data::data(self, view).len()),
        })
    }
}
