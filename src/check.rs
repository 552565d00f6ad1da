//! Every rule, and what runs them all.
//!
//! A rule is found in [`RULES`] or it does not exist. Results of rules that look at one file alone
//! can be kept with the file; the others look at the whole federation or plan each time.

mod accessibility;
mod allowance;
mod contrasts;
mod ecodesign;
mod figure;
mod figures;
mod label;
mod names;
mod page;
mod partnership;
mod passages;
mod pictures;
mod prose;
mod reference;
mod references;
mod region;
mod route;
mod site;
mod statements;
mod syntax;
mod time;
mod toml_slips;

pub use accessibility::{criteria_of, rules_on};
pub use allowance::allowances;
use rayon::prelude::*;

use crate::baseline::BaselineFault;
use crate::config::{ConfigFault, SiteConfig};
use crate::diagnostic::Diagnostic;
use crate::inventory::Inventory;
use crate::measures::Measures;
use crate::model::Federation;
use crate::parse::Document;
use crate::plan::Plan;
use crate::rendered::RenderedPage;
use crate::rule::{Allowance, PageFault, PageReport, Report, Rule, Run};
use crate::theme::ThemeFault;

/// Every rule, by group.
pub static RULES: [(&str, &[&Rule]); 13] = [
    ("syntax", &syntax::RULES),
    ("reference", &reference::RULES),
    ("region", &region::RULES),
    ("label", &label::RULES),
    ("partnership", &partnership::RULES),
    ("figure", &figure::RULES),
    ("time", &time::RULES),
    ("prose", &prose::RULES),
    ("route", &route::RULES),
    ("site", &site::RULES),
    ("page", &page::RULES),
    ("accessibility", &accessibility::RULES),
    ("ecodesign", &ecodesign::RULES),
];

/// Every rule.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|(_, rules)| rules.iter().copied())
}

/// The rule of a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

/// Every code.
pub fn codes() -> impl Iterator<Item = &'static str> {
    rules().map(|rule| rule.code)
}

/// What is wrong in a configuration that cannot be used.
#[must_use]
pub fn check_config(faults: &[ConfigFault]) -> Vec<Diagnostic> {
    run_all(None, |run, report| {
        if let Run::Config(run) = run {
            run(faults, report);
        }
    })
}

/// What is wrong in the file of the warnings that were accepted.
#[must_use]
pub fn check_baseline(faults: &[BaselineFault], config: &SiteConfig) -> Vec<Diagnostic> {
    run_all(Some(config), |run, report| {
        if let Run::Baseline(run) = run {
            run(faults, report);
        }
    })
}

/// What is wrong in a theme or its templates.
#[must_use]
pub fn check_theme(faults: &[ThemeFault], config: &SiteConfig) -> Vec<Diagnostic> {
    run_all(Some(config), |run, report| {
        if let Run::Theme(run) = run {
            run(faults, report);
        }
    })
}

/// What is wrong in paths.
#[must_use]
pub fn check_inventory(inventory: &Inventory, config: &SiteConfig) -> Vec<Diagnostic> {
    run_all(Some(config), |run, report| {
        if let Run::Inventory(run) = run {
            run(inventory, report);
        }
    })
}

/// What is wrong in one file, as far as the file alone tells.
#[must_use]
pub fn check_document(document: &Document, config: &SiteConfig) -> Vec<Diagnostic> {
    if document.faults.is_empty() {
        return Vec::new();
    }
    run_all(Some(config), |run, report| {
        if let Run::Document(run) = run {
            run(document, report);
        }
    })
}

/// What is wrong between entities, and between addresses.
#[must_use]
pub fn check_site(federation: &Federation, plan: &Plan) -> Vec<Diagnostic> {
    let config = &federation.config;
    let rules: Vec<&'static Rule> = rules().collect();
    let of_rule = |rule: &&'static Rule| {
        let mut diagnostics = Vec::new();
        if let Some(mut report) = Report::new(rule, Some(config), &mut diagnostics) {
            match rule.run {
                Run::Federation(run) => run(federation, &mut report),
                Run::Plan(run) => run(federation, plan, &mut report),
                _ => {}
            }
        }
        diagnostics
    };
    rules.par_iter().flat_map_iter(of_rule).collect()
}

/// Takes out of diagnostics what their files are allowed, and tells what was allowed for nothing.
#[must_use]
pub fn settle(
    diagnostics: Vec<Diagnostic>,
    allowances: &[Allowance],
    config: &SiteConfig,
) -> Vec<Diagnostic> {
    let (mut left, mut idle) = allowance::part(diagnostics, allowances);
    // A rule that is off on the site may be on again one day; one on pages has not run yet.
    let has_run = |rule: &Rule| !rule.is_of_pages() && rule.severity_for(Some(config)).is_some();
    idle.retain(|it| rule(&it.code).is_none_or(has_run));
    left.extend(run_all(Some(config), |run, report| {
        if let Run::Allowances(run) = run {
            run(&idle, report);
        }
    }));
    left
}

/// What is wrong in one page as visitors receive it.
#[must_use]
pub fn check_page(page: &RenderedPage<'_>) -> Vec<PageFault> {
    let mut faults = Vec::new();
    for rule in rules() {
        let Run::Page { run, .. } = rule.run else { continue };
        if let Some(mut report) = PageReport::new(rule, &page.federation.config, &mut faults) {
            run(page, &mut report);
        }
    }
    faults
}

/// What is wrong between pages as visitors receive them.
#[must_use]
pub fn check_pages(measures: &Measures, federation: &Federation) -> Vec<PageFault> {
    let mut faults = Vec::new();
    for rule in rules() {
        let Run::Pages { run, .. } = rule.run else { continue };
        if let Some(mut report) = PageReport::new(rule, &federation.config, &mut faults) {
            run(measures, federation, &mut report);
        }
    }
    faults
}

/// Takes out of diagnostics of pages what their files are allowed.
#[must_use]
pub fn settle_pages(diagnostics: Vec<Diagnostic>, allowances: &[Allowance]) -> Vec<Diagnostic> {
    allowance::part(diagnostics, allowances).0
}

/// The criteria of accessibility that grappe looks at, in every page or in what pages are made from, by their
/// numbers in the RGAA; one that several rules look at is there as often.
pub fn criteria() -> impl Iterator<Item = &'static str> {
    rules().flat_map(|rule| criteria_of(rule).iter().copied())
}

fn run_all(config: Option<&SiteConfig>, run: impl Fn(&Run, &mut Report<'_>)) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for rule in rules() {
        if let Some(mut report) = Report::new(rule, config, &mut diagnostics) {
            run(&rule.run, &mut report);
        }
    }
    diagnostics
}
