//! How a site behaves towards its visitors and its servers.

use super::absence::scripts_without;
use super::{Finding, Verdict};
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::Grounds;
use crate::footprint::PartKind;
use crate::measures::Ability;

/// Met where no script may do some things.
fn met_without(grounds: &Grounds<'_>, abilities: &[Ability], met: Evidence) -> Finding {
    match scripts_without(grounds, abilities) {
        Ok(()) => (Verdict::Validated, met),
        Err(evidence) => (Verdict::NotValidated, evidence),
    }
}

fn form(grounds: &Grounds<'_>) -> Option<Finding> {
    let page = grounds.page(|page| page.scan.forms > 0)?;
    Some((Verdict::NotValidated, Evidence::new("form").words("page", &page.address)))
}

fn third_party(grounds: &Grounds<'_>) -> Option<Finding> {
    let sites = grounds.third_parties();
    (!sites.is_empty()).then(|| (Verdict::NotValidated, Evidence::new("third_parties").names("sites", sites)))
}

pub(super) fn data(grounds: &Grounds<'_>) -> Finding {
    let collected = form(grounds).or_else(|| third_party(grounds));
    collected.unwrap_or_else(|| met_without(grounds, &[Ability::Storing], grounds.looked("no_data")))
}

pub(super) fn standards(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| page.scan.frames > 0) {
        None => (Verdict::Validated, grounds.pages("standards")),
        Some(page) => (Verdict::NotValidated, Evidence::new("frame").words("page", &page.address)),
    }
}

pub(super) fn thrift(grounds: &Grounds<'_>) -> Finding {
    if let Some(finding) = form(grounds) {
        return finding;
    }
    let scripts = grounds.measures.pages.iter().map(|page| page.footprint.bytes_of(PartKind::Script));
    let most = scripts.max().unwrap_or(0);
    let evidence = grounds.pages("thrift").with("bytes", Figure::Bytes(most));
    met_without(grounds, &[Ability::Library], evidence)
}

pub(super) fn ready(grounds: &Grounds<'_>) -> Finding {
    form(grounds).unwrap_or_else(|| (Verdict::Validated, grounds.pages("ready")))
}

pub(super) fn ends(grounds: &Grounds<'_>) -> Finding {
    let evidence = grounds.looked("ends").with("size", Figure::Number(grounds.config.page_size));
    met_without(grounds, &[Ability::EndlessScroll], evidence)
}

pub(super) fn notifications(grounds: &Grounds<'_>) -> Finding {
    met_without(grounds, &[Ability::Notifying, Ability::Installing], grounds.looked("no_notification"))
}

pub(super) fn native(grounds: &Grounds<'_>) -> Finding {
    let native = grounds.sum(|scan| scan.native_controls);
    let made = grounds.sum(|scan| scan.made_controls);
    let verdict = if native > made { Verdict::Validated } else { Verdict::NotValidated };
    let evidence = grounds.pages("native").with("native", Figure::Number(native));
    (verdict, evidence.with("made", Figure::Number(made)))
}

pub(super) fn typing(grounds: &Grounds<'_>) -> Finding {
    let fields = grounds.measures.pages.iter().filter(|page| page.scan.fields > 0).count();
    match scripts_without(grounds, &[Ability::Asking]) {
        Ok(()) => (Verdict::Validated, grounds.looked("no_asking")),
        Err(evidence) if evidence.key == "able_script" => {
            let asking = Evidence { key: "asking_script", ..evidence };
            (Verdict::Editor, asking.with("pages", Figure::Count("count.pages", fields)))
        }
        Err(evidence) => (Verdict::Editor, evidence),
    }
}

pub(super) fn manners(grounds: &Grounds<'_>) -> Finding {
    let seen = third_party(grounds).or_else(|| form(grounds));
    seen.unwrap_or_else(|| (Verdict::Editor, grounds.looked("manners")))
}

pub(super) fn outdated(grounds: &Grounds<'_>) -> Finding {
    let content = grounds.content;
    let evidence = Evidence::new(if content.ending > 0 { "ending" } else { "no_ending" })
        .with("texts", Figure::Count("ecodesign.texts", content.texts))
        .with("ending", Figure::Number(content.ending));
    (Verdict::Editor, evidence)
}

pub(super) fn training(grounds: &Grounds<'_>) -> Finding {
    met_without(grounds, &[Ability::Models], grounds.looked("no_training"))
}
