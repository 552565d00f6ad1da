//! Une partie a été créée (`founded`) après toutes les étapes datées du partenariat : elle n'existait à
//! aucune d'elles. La règle se tait sur ce qui en est issu (`role: result`) et sur une organisation qui
//! procède d'une autre (`predecessors`), dont elle a pu prendre la suite.
//!
//! ## Pourquoi
//!
//! Une des dates est fausse, la partie n'est pas la bonne, ou il manque l'étape où elle a rejoint le
//! partenariat.
//!
//! ## Exemple
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2010}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```
//! ---
//! A party was founded (`founded`) after all dated steps of the partnership: it existed at none of them.
//! The rule is silent on what came out of it (`role: result`) and on an organisation that comes from
//! another (`predecessors`), whose place it may have taken.
//!
//! ## Why it matters
//!
//! One of the dates is wrong, the party is another one, or the step is missing at which it joined the
//! partnership.
//!
//! ## Example
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2010}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! # content/organisations/digital-aquitaine.yaml
//! founded: 2014-11-03
//! # content/partnerships/services.yaml
//! parties:
//!   - {organisation: digital-aquitaine, role: lead}
//!   - {organisation: spn, role: partner}
//! milestones:
//!   - {state: started, on: 2020}
//! ```

use super::written_partnership::{WrittenPartnership, WrittenParty, WrittenStep, partnerships};
use crate::date::Date;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "partnership-before-founding",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("partenariat antérieur à la création", "partnership before founding"),
    source: include_str!("partnership_before_founding.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for partnership in partnerships(federation).filter(WrittenPartnership::knows_its_steps) {
        // A step without a date may be of any day.
        let dates: Option<Vec<Date>> = partnership.steps.iter().map(WrittenStep::on).collect();
        let Some(last) = dates.into_iter().flatten().max_by_key(|date| date.last) else { continue };
        for party in partnership.parties.iter().filter(|party| party.role != "result") {
            let Some(founded) = founded_without_lineage(party) else { continue };
            if !last.is_surely_before(&founded) {
                continue;
            }
            let id = &party.id;
            let message = wording!(
                "`{id}` a été créé ({founded}) après la dernière étape du partenariat ({last})",
                "`{id}` was founded ({founded}) after the last step of the partnership ({last})",
            );
            let hint = wording!(
                "corrigez l'une des dates ; si `{id}` a rejoint le partenariat plus tard, ajoutez cette étape",
                "mend one of the dates; if `{id}` joined the partnership later, add that step",
            );
            let diagnostic = report.diagnostic(&partnership.document().path, party.span, message).hint(hint);
            let Some(document) = party.entity.map(|entity| &entity.document) else { continue };
            let span = document.record.span("founded").unwrap_or_default();
            report.push(diagnostic.label(&document.path, span, wording!("la création", "the founding")));
        }
    }
}

/// When a party was founded, where it took the place of no other.
fn founded_without_lineage(party: &WrittenParty<'_>) -> Option<Date> {
    let entity = party.entity?;
    let has_no_predecessor = entity.document.record.list("predecessors").next().is_none();
    let founded = entity.organisation()?.founded?;
    (has_no_predecessor && entity.document.is_read_whole()).then_some(founded)
}
