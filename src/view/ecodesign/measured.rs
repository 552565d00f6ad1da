//! What was measured of all pages, and what they are allowed.

use std::collections::BTreeSet;

use super::super::link::LinkView;
use super::super::viewer::Viewer;
use super::{MeasuresView, TermView};
use crate::budget::{Budget, PageKind};
use crate::footprint::{Rating, WORLD_GRID, grams};
use crate::measures::{PageRecord, Summary};
use crate::plan::{Address, Output};
use crate::quantity::count_words;

impl Viewer<'_> {
    /// What was measured of all other pages.
    pub(super) fn measures_view(&self) -> Option<MeasuresView> {
        let summary = self.measures?.summary()?;
        Some(MeasuresView { day: self.day(self.federation.today()), figures: self.measured(&summary) })
    }

    fn measured(&self, summary: &Summary<'_>) -> Vec<TermView> {
        let (heaviest, least) = (summary.heaviest, summary.least);
        let conditions = self.federation.config.host.conditions();
        let is_world = (conditions.grid - WORLD_GRID).abs() < f64::EPSILON;
        let median = grams(summary.median_sent, conditions);
        let eco_index = summary.median_eco_index;
        let lowest = least.footprint.eco_index();
        let grades = summary.grades.iter().map(|(grade, count)| {
            let count = self.count("count.pages", *count);
            self.label("ecodesign.grade", &[("grade", &grade.to_string()), ("pages", &count)])
        });
        let grades = grades.collect::<Vec<_>>().join(", ");
        vec![
            self.measured_term("pages", &[("pages", &count_words(summary.pages, self.language))]),
            self.measured_term("median", &[("bytes", &self.bytes(summary.median_sent))]),
            self.measured_term_of_page(
                heaviest,
                "heaviest",
                &[
                    ("bytes", &self.bytes(heaviest.footprint.sent())),
                    ("seconds", &self.decimal(heaviest.footprint.seconds(), 2)),
                ],
            ),
            self.measured_term(
                "eco_index",
                &[
                    ("score", &eco_index.score.to_string()),
                    ("grade", &eco_index.grade.to_string()),
                    ("grams", &self.decimal(eco_index.grams(), 2)),
                    ("water", &self.decimal(eco_index.centilitres(), 2)),
                ],
            ),
            self.measured_term("grades", &[("grades", &grades)]),
            self.measured_term_of_page(
                least,
                "least",
                &[("score", &lowest.score.to_string()), ("grade", &lowest.grade.to_string())],
            ),
            self.measured_term(
                "swd",
                &[
                    ("grams", &self.decimal(median, 4)),
                    ("rating", Rating::of(median).as_str()),
                    ("grid", &self.decimal(conditions.grid, 2)),
                    ("mean", &if is_world { self.label("ecodesign.world_mean", &[]) } else { String::new() }),
                    (
                        "host",
                        &self.label(
                            if conditions.is_green { "ecodesign.host.green" } else { "ecodesign.host.plain" },
                            &[],
                        ),
                    ),
                ],
            ),
        ]
    }

    fn measured_term(&self, key: &str, places: &[(&str, &str)]) -> TermView {
        TermView {
            term: self.label(&format!("ecodesign.measured.{key}.term"), &[]),
            value: self.label(&format!("ecodesign.measured.{key}.value"), places),
            page: None,
        }
    }

    fn measured_term_of_page(&self, page: &PageRecord, key: &str, places: &[(&str, &str)]) -> TermView {
        let text = page.title.rsplit_once(" – ").map_or(page.title.as_str(), |(title, _)| title);
        let text = if text.is_empty() { page.address.as_str() } else { text };
        let route = self.plan.route(&Address::new(&page.address));
        let language = route.and_then(|route| match &route.output {
            Output::Page(_, language) => Some(language.clone()),
            _ => None,
        });
        let lang = language.filter(|language| language != self.language);
        let link = LinkView { text: text.to_owned(), href: page.address.clone(), lang };
        TermView { page: Some(link), ..self.measured_term(key, places) }
    }

    /// What the kinds of pages that the site has are allowed; those that are allowed the same together.
    pub(super) fn budgets(&self) -> Vec<TermView> {
        let subjects = self.plan.pages().map(|(_, subject, _)| subject.page_kind(self.federation));
        let kinds: BTreeSet<PageKind> = subjects.chain([PageKind::NotFound]).collect();
        let mut groups: Vec<(Budget, Vec<String>)> = Vec::new();
        for kind in kinds {
            let budget = self.federation.config.budgets.of_kind(kind);
            let name = self.kind_name(kind);
            match groups.iter_mut().find(|(own, _)| *own == budget) {
                Some((_, names)) => names.push(name),
                None => groups.push((budget, vec![name])),
            }
        }
        groups.into_iter().map(|(budget, names)| self.budget(&budget, &names)).collect()
    }

    fn budget(&self, budget: &Budget, names: &[String]) -> TermView {
        let requests = self.count("ecodesign.requests", budget.requests);
        let mut value = self.label(
            "ecodesign.budget",
            &[
                ("bytes", &self.bytes(budget.bytes)),
                ("requests", &requests),
                ("score", &budget.eco_index.to_string()),
            ],
        );
        for (key, bytes) in [("first_view", budget.first_view), ("script", Some(budget.script))] {
            if let Some(bytes) = bytes.filter(|bytes| *bytes > 0) {
                value += &self.label(&format!("ecodesign.budget_{key}"), &[("bytes", &self.bytes(bytes))]);
            }
        }
        TermView { term: names.join(", "), value, page: None }
    }

    fn kind_name(&self, kind: PageKind) -> String {
        let key = match kind {
            PageKind::News
            | PageKind::Directory
            | PageKind::List
            | PageKind::Facet
            | PageKind::Accessibility
            | PageKind::Ecodesign => "ecodesign.kind",
            PageKind::NotFound => return self.label("not_found.title", &[]),
            _ => "section",
        };
        self.label(&format!("{key}.{}", kind.name().replace('-', "_")), &[])
    }
}
