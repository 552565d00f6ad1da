//! What pages ask of other sites.

use super::{Finding, Verdict};
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::Grounds;

/// The other sites, each with the reason that the configuration gives; nothing where there is none.
fn listed(grounds: &Grounds<'_>) -> Option<Evidence> {
    let sites = grounds.third_parties();
    if sites.is_empty() {
        return None;
    }
    let reason = |site: &String| grounds.config.third_parties.iter().find(|it| it.site == *site);
    let listed = sites.iter().map(|site| match reason(site) {
        Some(party) => format!("{site} ({})", party.reason),
        None => site.clone(),
    });
    Some(Evidence::new("third_parties").names("sites", listed))
}

pub(super) fn chosen(grounds: &Grounds<'_>) -> Finding {
    match listed(grounds) {
        None => (Verdict::NotApplicable, grounds.pages("no_third_party")),
        Some(evidence) => (Verdict::Editor, evidence),
    }
}

/// What a page asks for as it loads was not asked for by its visitor.
pub(super) fn on_demand(grounds: &Grounds<'_>) -> Finding {
    match listed(grounds) {
        None => (Verdict::NotApplicable, grounds.pages("no_third_party")),
        Some(evidence) => (Verdict::NotValidated, evidence),
    }
}

pub(super) fn one_domain(grounds: &Grounds<'_>) -> Finding {
    if let Some(evidence) = listed(grounds) {
        return (Verdict::NotValidated, evidence);
    }
    let Some(verification) = grounds.verification else {
        return (Verdict::NotValidated, grounds.pages("one_domain_unverified"));
    };
    let verdict = if verification.http2 { Verdict::Validated } else { Verdict::NotValidated };
    let key = if verification.http2 { "one_domain" } else { "no_http2" };
    (verdict, grounds.pages(key).with("date", Figure::Date(verification.date)))
}
