//! On what lines, browsers and screens pages can be read.

use std::collections::BTreeSet;

use super::{Finding, Verdict};
use crate::budget::Limit;
use crate::ecodesign::evidence::{Evidence, Figure};
use crate::ecodesign::grounds::Grounds;
use crate::footprint::PartKind;

/// How long the heaviest page may take over a slow line, in seconds. The standard gives no figure; this is ours.
const PATIENCE: f64 = 3.0;

/// How long browsers must have had what pages use, in months: two years.
const FAMILIAR: u32 = 24;

pub(super) fn slow_line(grounds: &Grounds<'_>) -> Finding {
    let Some(heaviest) = grounds.measures.heaviest() else {
        return (Verdict::NotValidated, grounds.pages("nothing_measured"));
    };
    let seconds = heaviest.footprint.seconds();
    let is_light = seconds <= PATIENCE && grounds.beyond(&[Limit::Bytes]).is_empty();
    let evidence = grounds
        .pages("slow_line")
        .words("page", &heaviest.address)
        .with("bytes", Figure::Bytes(heaviest.footprint.sent()))
        .with("seconds", Figure::Decimal(seconds))
        .with("most", Figure::Decimal(PATIENCE));
    (if is_light { Verdict::Validated } else { Verdict::NotValidated }, evidence)
}

pub(super) fn old_browsers(grounds: &Grounds<'_>) -> Finding {
    let Some(styles) = grounds.styles() else {
        return (Verdict::NotValidated, Evidence::new("unread_style"));
    };
    let oldest = months_ago(grounds, FAMILIAR);
    let features: BTreeSet<_> = styles.iter().flat_map(|(_, style)| &style.features).collect();
    let is_new = |since: Option<u32>| since.is_none_or(|since| since > oldest);
    let mut new: BTreeSet<&str> =
        features.iter().filter(|(_, since)| is_new(*since)).map(|(name, _)| name.as_str()).collect();
    let of_pages = grounds.measures.pages.iter().flat_map(|page| &page.scan.unfamiliar);
    new.extend(of_pages.map(String::as_str));
    if !new.is_empty() {
        return (Verdict::NotValidated, Evidence::new("new_features").names("features", new));
    }
    let scripts = grounds.addresses(PartKind::Script).len();
    let has_script = scripts > 0 || grounds.sum(|scan| scan.inline_scripts) > 0;
    let verdict = if has_script { Verdict::Editor } else { Verdict::Validated };
    (verdict, grounds.looked("old_browsers").with("features", Figure::Number(features.len())))
}

/// The month so many months ago, as `202405`.
fn months_ago(grounds: &Grounds<'_>, months: u32) -> u32 {
    let year = u32::try_from(grounds.today.year()).unwrap_or(0);
    let month = u32::try_from(grounds.today.month()).unwrap_or(1);
    (year - months / 12) * 100 + month
}

pub(super) fn any_screen(grounds: &Grounds<'_>) -> Finding {
    if let Some(page) = grounds.page(|page| !page.scan.fits_screen) {
        return (Verdict::NotValidated, Evidence::new("fixed_screen").words("page", &page.address));
    }
    let prints = grounds.styles().is_some_and(|styles| styles.iter().any(|(_, style)| style.prints));
    let key = if prints { "any_screen" } else { "any_screen_without_print" };
    (Verdict::Editor, grounds.pages(key))
}

pub(super) fn weight_told(grounds: &Grounds<'_>) -> Finding {
    match grounds.page(|page| !page.scan.says_weight) {
        None => (Verdict::Validated, grounds.pages("weight_told")),
        Some(page) => (Verdict::NotValidated, Evidence::new("weight_untold").words("page", &page.address)),
    }
}
