//! The tables and keys of the file.

use serde::Deserialize;
use toml::Spanned;

use super::criteria::Number;
use super::written::{Choice, Percentage, Written};
use super::{State, Verdicts, Words};
use crate::date::Date;

/// What the editors declare.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Declaration {
    /// Who declares what, and when.
    pub statement: Statement,
    /// How to tell the editors of a fault.
    pub contact: Contact,
    /// What they plan over three years.
    pub scheme: Option<Scheme>,
    /// What they do each year.
    pub plan: Vec<YearPlan>,
    /// How they know.
    pub audit: Option<Audit>,
    /// What is not as a criterion asks.
    pub non_conformities: Vec<NonConformity>,
    /// What they do not mend, because it would ask too much of them.
    pub exemptions: Vec<Exemption>,
    /// What the law does not ask of them.
    pub out_of_scope: Vec<OutOfScope>,
}

/// Who declares what, and when.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Statement {
    /// When it was drawn up, or last gone through.
    pub date: Option<Written<Date>>,
    /// Who answers for the site.
    pub entity: Option<Words>,
    /// What the site is made with.
    pub technologies: Vec<Words>,
    /// What the editors say that the site is: checked, never shown.
    pub state: Option<Written<State>>,
    /// The rate that they give: checked, never shown.
    pub rate: Option<Written<Percentage>>,
}

/// How to tell the editors of a fault.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// An address of email.
    pub email: Option<Words>,
    /// A telephone.
    pub telephone: Option<Words>,
    /// A page with a form: its id.
    pub page: Option<Spanned<String>>,
    /// An address of the post.
    pub postal: Option<Words>,
}

/// What is planned over three years.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// The years that it covers: three at most.
    pub years: Spanned<Vec<i16>>,
    /// What it says.
    pub text: Option<Words>,
    /// Where it is published.
    pub url: Option<Spanned<String>>,
}

/// What is done in a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearPlan {
    /// The year.
    pub year: Spanned<i16>,
    /// Each thing to do.
    #[serde(default)]
    pub actions: Vec<Action>,
}

/// One thing to do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What.
    pub what: Words,
    /// How far it is; not begun where no one says.
    pub state: Option<Written<ActionState>>,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ActionState {
    /// Not begun.
    #[default]
    ToDo,
    /// Begun.
    UnderWay,
    /// Over.
    Done,
}

impl Choice for ActionState {
    const WORDS: &'static [&'static str] = &["to-do", "under-way", "done"];
    const VALUES: &'static [Self] = &[Self::ToDo, Self::UnderWay, Self::Done];
}

impl Action {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> ActionState {
        self.state.as_ref().and_then(|state| state.value).unwrap_or_default()
    }
}

/// How the editors know what they declare.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// When it was made.
    pub date: Written<Date>,
    /// Who made it.
    pub auditor: Option<Words>,
    /// Whether the editors made it themselves.
    pub method: Option<Written<Method>>,
    /// Browsers, each with what reads it aloud.
    #[serde(default)]
    pub environments: Vec<Words>,
    /// What it was made with.
    #[serde(default)]
    pub tools: Vec<Words>,
    /// The pages that were looked at.
    #[serde(default)]
    pub pages: Vec<SamplePage>,
    /// What was found.
    #[serde(default)]
    pub criteria: Verdicts,
}

/// Who audits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The editors themselves.
    Own,
    /// Someone outside.
    Outside,
}

impl Choice for Method {
    const WORDS: &'static [&'static str] = &["self", "outside"];
    const VALUES: &'static [Self] = &[Self::Own, Self::Outside];
}

/// A page that was looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePage {
    /// What it is called.
    pub title: Words,
    /// Where it is on the site.
    pub address: Spanned<String>,
}

/// Something that is not as a criterion asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NonConformity {
    /// The criterion.
    pub criterion: Written<Number>,
    /// What is wrong.
    pub what: Words,
    /// On which pages.
    #[serde(rename = "where")]
    pub place: Option<Words>,
    /// When it is to be mended.
    pub planned: Option<Written<Date>>,
}

/// Something that is not mended, because it would ask too much.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// What.
    pub content: Words,
    /// The criterion, where it is one.
    pub criterion: Option<Written<Number>>,
    /// Why it would ask too much.
    pub reason: Words,
    /// What is offered instead.
    pub alternative: Option<Words>,
}

/// Something that the law does not ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutOfScope {
    /// What.
    pub content: Words,
    /// Why.
    pub reason: Option<Words>,
}
