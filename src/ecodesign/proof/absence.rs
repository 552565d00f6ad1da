//! What a site has nothing of: scripts, forms and pages that could have it were looked through.

use super::{Finding, Verdict};
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::Grounds;
use crate::footprint::PartKind;
use crate::measures::Ability;

/// Not applicable where no script may do some things; what cannot be read may do anything.
fn without(grounds: &Grounds<'_>, abilities: &[Ability], key: &'static str) -> Finding {
    match scripts_without(grounds, abilities) {
        Ok(()) => (Verdict::NotApplicable, grounds.looked(key)),
        Err(evidence) => (Verdict::Editor, evidence),
    }
}

/// Whether no script may do some things, or else what says that one may.
pub(super) fn scripts_without(grounds: &Grounds<'_>, abilities: &[Ability]) -> Result<(), Evidence> {
    if let Some(unread) = grounds.unread_scripts() {
        return Err(unread);
    }
    match grounds.able(abilities) {
        None => Ok(()),
        Some((file, names)) => Err(Evidence::new("able_script").words("file", file).names("names", names)),
    }
}

pub(super) fn devices(grounds: &Grounds<'_>) -> Finding {
    without(grounds, &[Ability::Devices], "no_device")
}

pub(super) fn sensors(grounds: &Grounds<'_>) -> Finding {
    without(grounds, &[Ability::Sensors], "no_sensor")
}

pub(super) fn background(grounds: &Grounds<'_>) -> Finding {
    without(grounds, &[Ability::Background], "no_background")
}

pub(super) fn ledgers(grounds: &Grounds<'_>) -> Finding {
    without(grounds, &[Ability::Ledgers], "no_ledger")
}

pub(super) fn models(grounds: &Grounds<'_>) -> Finding {
    without(grounds, &[Ability::Models], "no_model")
}

pub(super) fn installation(grounds: &Grounds<'_>) -> Finding {
    if let Some(page) = grounds.page(|page| page.scan.installs) {
        return (Verdict::Editor, Evidence::new("installs").words("page", &page.address));
    }
    without(grounds, &[Ability::Installing], "no_installation")
}

/// Style sheets and scripts that are the theme's own, and bear no other name.
pub(super) fn components(grounds: &Grounds<'_>) -> Finding {
    let files = [PartKind::Style, PartKind::Script].map(|kind| grounds.addresses(kind));
    let mut bytes = 0;
    for address in files.iter().flatten() {
        let Some(file) = grounds.file(address).filter(|file| file.is_of_theme) else {
            return (Verdict::Editor, Evidence::new("other_code").words("file", address));
        };
        let has_licence = file.style.as_ref().is_some_and(|it| it.bears_a_licence)
            || file.script.as_ref().is_some_and(|it| it.bears_a_licence);
        if has_licence {
            return (Verdict::Editor, Evidence::new("licensed_code").words("file", address));
        }
        bytes += file.size.bytes;
    }
    if let Err(evidence) = scripts_without(grounds, &[Ability::Library]) {
        return (Verdict::Editor, evidence);
    }
    let count = files.iter().map(std::collections::BTreeSet::len).sum();
    let evidence = Evidence::new("own_code").with("files", Figure::Count("ecodesign.files", count));
    (Verdict::NotApplicable, evidence.with("bytes", Figure::Bytes(bytes)))
}

pub(super) fn forms(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| page.scan.forms > 0) {
        None => (Verdict::NotApplicable, grounds.pages("no_form")),
        Some(page) => (Verdict::Editor, Evidence::new("form").words("page", &page.address)),
    }
}

pub(super) fn sending(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| page.scan.file_fields > 0) {
        None => (Verdict::NotApplicable, grounds.pages("no_sending")),
        Some(page) => (Verdict::Editor, Evidence::new("sending").words("page", &page.address)),
    }
}
