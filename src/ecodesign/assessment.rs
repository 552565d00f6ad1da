//! The state of each criterion, from what was measured and what was declared, and the score of all.

use super::criteria::CRITERIA;
use super::criterion::{Class, Criterion};
use super::declaration::{Claim, Declaration, Fact};
use super::evidence::{Evidence, Figure};
use super::facts;
use super::grounds::Grounds;
use super::proof::{Verdict, proof};
use super::texts::Texts;
use crate::date::{Date, Day};
use crate::source::Span;

/// The state of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is met: that was measured or declared.
    Validated,
    /// It is not met, or nothing shows that it is.
    NotValidated,
    /// The site has nothing that it is about.
    NotApplicable,
    /// It is measured when the site is published.
    Pending,
}

impl State {
    /// Every state, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Validated, Self::NotValidated, Self::NotApplicable, Self::Pending];

    /// Its name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::NotValidated => "not-validated",
            Self::NotApplicable => "not-applicable",
            Self::Pending => "pending",
        }
    }
}

/// What is said of one criterion.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// The criterion.
    pub criterion: &'static Criterion,
    /// Its state.
    pub state: State,
    /// What shows it.
    pub evidence: Evidence,
    /// Whether an editor has still to say something for it to be validated.
    pub is_open: bool,
    /// What an editor says of it.
    pub words: Option<&'a Texts>,
    /// Where it can be seen; empty where nowhere.
    pub url: &'a str,
    /// As of when.
    pub date: Option<Date>,
}

/// A criterion that is declared to be in a state that measures do not bear out.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The criterion.
    pub criterion: &'static Criterion,
    /// The state declared.
    pub declared: State,
    /// The state measured.
    pub measured: State,
    /// Where it is declared.
    pub span: Span,
}

/// The score: what is validated in hundredths of what is applicable, by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// The weight of what is validated, in quarters.
    pub validated: u32,
    /// The weight of what is applicable, in quarters.
    pub applicable: u32,
}

impl Score {
    /// In hundredths, to a tenth, rounded down: what is said is never more than what there is.
    #[must_use]
    pub fn tenths_of_a_hundredth(self) -> u32 {
        (self.validated * 1000).checked_div(self.applicable).unwrap_or(0)
    }
}

/// The state of every criterion.
#[derive(Clone, Debug)]
pub struct Assessment<'a> {
    /// In the order of the standard.
    pub answers: Vec<Answer<'a>>,
    /// What is declared against what was measured.
    pub contradictions: Vec<Contradiction>,
    /// Whether it rests on measures.
    pub is_measured: bool,
}

impl<'a> Assessment<'a> {
    /// The assessment of a site on a day; without grounds, what is measured is left open.
    #[must_use]
    pub fn new(declaration: &'a Declaration, grounds: Option<&Grounds<'_>>, today: Day) -> Self {
        let mut assessment =
            Self { answers: Vec::new(), contradictions: Vec::new(), is_measured: grounds.is_some() };
        for criterion in &CRITERIA {
            let answer = assessment.answer(criterion, declaration, grounds, today);
            assessment.answers.push(answer);
        }
        assessment
    }

    fn answer(
        &mut self,
        criterion: &'static Criterion,
        declaration: &'a Declaration,
        grounds: Option<&Grounds<'_>>,
        today: Day,
    ) -> Answer<'a> {
        let claim = declaration.claims.get(criterion.number);
        let (state, evidence, is_open) = match (proof(criterion.number), grounds) {
            (Some(proof), Some(grounds)) => {
                let (verdict, evidence) = proof(grounds);
                let (state, is_open) = joined(criterion, verdict, claim);
                self.compare(criterion, claim, state);
                (state, evidence, is_open)
            }
            (Some(_), None) => (State::Pending, Evidence::new("pending"), false),
            (None, _) => declared(criterion, declaration, claim, grounds, today),
        };
        let fact = declaration.host.facts.get(criterion.number);
        let words = match criterion.number {
            "1.2" => declaration.audiences.as_ref(),
            "1.5" => declaration.targets.as_ref(),
            _ => None,
        };
        let words = claim.and_then(|it| it.text.as_ref()).or_else(|| fact?.text.as_ref()).or(words);
        let url = claim.map(|it| it.url.as_str()).filter(|url| !url.is_empty());
        Answer {
            criterion,
            state,
            evidence,
            is_open,
            words,
            url: url.or_else(|| fact.map(|it: &Fact| it.url.as_str())).unwrap_or_default(),
            date: claim.and_then(|it| it.date).or_else(|| fact?.date),
        }
    }

    fn compare(&mut self, criterion: &'static Criterion, claim: Option<&Claim>, measured: State) {
        let Some((claim, declared)) = claim.and_then(|claim| Some((claim, claim.state?))) else { return };
        // Whoever declares less than was measured, or has still to say why, contradicts nothing.
        let claims_more = declared == State::Validated && claim.has_words();
        let is_absent = declared == State::NotApplicable && measured != State::NotApplicable;
        if (claims_more && measured != State::Validated) || is_absent {
            let span = claim.span;
            self.contradictions.push(Contradiction { criterion, declared, measured, span });
        }
    }

    /// How many criteria are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.answers.iter().filter(|answer| answer.state == state).count()
    }

    /// The score; nothing where measures are still to come.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        let weigh = |states: &[State]| {
            let answers = self.answers.iter().filter(|answer| states.contains(&answer.state));
            answers.map(|answer| answer.criterion.weight.quarters()).sum()
        };
        self.is_measured.then(|| Score {
            validated: weigh(&[State::Validated]),
            applicable: weigh(&[State::Validated, State::NotValidated]),
        })
    }
}

/// What measures and an editor's words give together, and whether words are wanted still.
fn joined(criterion: &Criterion, verdict: Verdict, claim: Option<&Claim>) -> (State, bool) {
    let is_declared = claim.is_some_and(|it| it.state == Some(State::Validated) && it.has_words());
    // An editor may know of something that measures do not see.
    let is_denied = claim.is_some_and(|it| it.state == Some(State::NotValidated));
    match verdict {
        Verdict::NotApplicable => (State::NotApplicable, false),
        Verdict::NotValidated => (State::NotValidated, false),
        _ if is_denied => (State::NotValidated, false),
        Verdict::Validated => (State::Validated, false),
        Verdict::Editor if is_declared => (State::Validated, false),
        Verdict::Editor => (State::NotValidated, criterion.asked.is_some()),
    }
}

/// What is declared of a criterion that no measure answers.
fn declared(
    criterion: &'static Criterion,
    declaration: &Declaration,
    claim: Option<&Claim>,
    grounds: Option<&Grounds<'_>>,
    today: Day,
) -> (State, Evidence, bool) {
    if let Some((state, evidence)) = facts::verdict(declaration, criterion.number, Some(today)) {
        return (state, evidence, false);
    }
    let host = grounds.and_then(|grounds| grounds.verification);
    if let Some(host) = host.filter(|host| criterion.number == "3.3" && host.ipv6 && host.tls) {
        return (State::Validated, Evidence::new("protocols").with("date", Figure::Date(host.date)), false);
    }
    let nothing = (State::NotValidated, Evidence::new("nothing_declared"), true);
    let Some(state) = claim.and_then(|claim| claim.state) else { return nothing };
    let has_words = claim.is_some_and(Claim::has_words);
    if state != State::NotValidated && !has_words {
        return nothing;
    }
    (state, Evidence::new("declared"), false)
}

impl Answer<'_> {
    /// Whether only an editor can answer it.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.criterion.class == Class::Declared
    }
}
