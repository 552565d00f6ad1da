//! The state of each criterion of the French standard, in words.

use super::super::link::DateView;
use super::super::viewer::Viewer;
use super::{CriterionView, StandardView, ThemeView};
use crate::ecodesign::{Answer, Score, State};
use crate::locale::Locale;

impl Viewer<'_> {
    /// The state of each criterion.
    pub(super) fn standard(&self) -> StandardView {
        let assessment = self.federation.assess_ecodesign(self.measures);
        let states = State::ALL.into_iter().filter(|state| assessment.count(*state) > 0);
        let counts = states
            .map(|state| self.count(&format!("ecodesign.count.{}", key(state)), assessment.count(state)));
        StandardView {
            score: assessment.score().map(|score| self.score(score)).unwrap_or_default(),
            counts: counts.collect(),
            themes: assessment
                .answers
                .chunk_by(|one, next| one.criterion.theme() == next.criterion.theme())
                .map(|answers| self.criteria_of_theme(answers))
                .collect(),
        }
    }

    /// The score in words, to a tenth.
    pub(super) fn score(&self, score: Score) -> String {
        self.decimal(f64::from(score.tenths_of_a_hundredth()) / 10.0, 1)
    }

    fn criteria_of_theme(&self, answers: &[Answer<'_>]) -> ThemeView {
        let theme = answers.first().map_or("", |answer| answer.criterion.theme());
        ThemeView {
            title: self.label(&format!("ecodesign.theme.{theme}"), &[]),
            criteria: answers.iter().map(|answer| self.criterion(answer)).collect(),
        }
    }

    fn criterion(&self, answer: &Answer<'_>) -> CriterionView {
        let locale = if self.language.is_french() { Locale::French } else { Locale::English };
        let mut evidence = self.evidence(&answer.evidence);
        if answer.is_open && !answer.is_declared() {
            evidence = format!("{evidence} {}", self.label("ecodesign.open", &[]));
        }
        let words = answer.words.and_then(|texts| texts.get(self.language, self.first));
        CriterionView {
            number: answer.criterion.number,
            label: self.typeset(answer.criterion.label.get(locale)),
            state: self.label(&format!("ecodesign.state.{}", key(answer.state)), &[]),
            evidence,
            words: words.map(|(text, language)| self.words(text, language)),
            url: answer.url.to_owned(),
            date: answer.date.map(|date| -> DateView { self.date(date) }),
        }
    }
}

/// The end of the keys of labels on a state.
fn key(state: State) -> String {
    state.name().replace('-', "_")
}
