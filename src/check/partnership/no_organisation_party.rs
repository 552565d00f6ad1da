//! Aucune partie d'un partenariat n'est un pôle ou une organisation : il n'y a que des programmes ou des
//! zones. La règle se tait tant qu'une partie peut en être une, parce que sa fiche manque ou n'a pas pu
//! être lue.
//!
//! ## Pourquoi
//!
//! Un programme est un cadre, une zone un territoire : ni l'un ni l'autre ne s'engage. Le partenariat ne
//! figurerait sur la page de personne.
//!
//! ## Exemple
//!
//! ```yaml
//! name: Mobilités de la vallée de la Seine
//! kind: geographic
//! zone: axe-seine
//! parties:
//!   - {programme: cpier-vallee-de-seine, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//! ```
//!
//! ## Mieux
//!
//! ```yaml
//! name: Mobilités de la vallée de la Seine
//! kind: geographic
//! zone: axe-seine
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//!   - {programme: cpier-vallee-de-seine, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//! ```
//! ---
//! No party of a partnership is a pole or another organisation: there are only programmes or zones. The
//! rule is silent as long as a party may be one, its entry being missing or unread.
//!
//! ## Why it matters
//!
//! A programme is a frame, a zone a territory: neither commits itself. The partnership would show on
//! nobody's page.
//!
//! ## Example
//!
//! ```yaml
//! name: Mobility in the Seine valley
//! kind: geographic
//! zone: axe-seine
//! parties:
//!   - {programme: cpier-vallee-de-seine, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//! ```
//!
//! ## Use instead
//!
//! ```yaml
//! name: Mobility in the Seine valley
//! kind: geographic
//! zone: axe-seine
//! parties:
//!   - {organisation: images-et-reseaux, role: partner}
//!   - {organisation: tes, role: partner}
//!   - {programme: cpier-vallee-de-seine, role: partner}
//! milestones:
//!   - {state: announced, on: 2018-10-01}
//! ```

use super::written_partnership::{WrittenParty, partnerships};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::{Kind, List};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "no-organisation-party",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("partenariat sans organisation", "partnership without organisation"),
    source: include_str!("no_organisation_party.rs"),
    run: Run::Federation(run),
};

fn run(federation: &Federation, report: &mut Report<'_>) {
    for partnership in partnerships(federation) {
        let mut parties = partnership.parties.iter();
        let is_without = partnership.knows_its_parties()
            && parties.clone().any(is_programme)
            && parties.all(|party| is_programme(party) || is_zone(federation, party));
        if !is_without {
            continue;
        }
        let message = wording!(
            "aucune partie n'est un pôle ou une organisation",
            "no party is a pole or another organisation",
        );
        let hint = wording!(
            "citez ceux qui s'engagent : `- {{organisation: tes, role: lead}}`",
            "name those who commit themselves: `- {{organisation: tes, role: lead}}`",
        );
        let span = partnership.key_span("parties");
        report.push(report.diagnostic(&partnership.document().path, span, message).hint(hint));
    }
}

fn is_programme(party: &WrittenParty<'_>) -> bool {
    party.entity.is_some_and(|entity| entity.kind() == Kind::Programme)
}

fn is_zone(federation: &Federation, party: &WrittenParty<'_>) -> bool {
    party.entity.is_none() && federation.vocabularies.term(List::Zones, &party.id).is_some()
}
