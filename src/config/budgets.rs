//! What the site allows its pages: budgets by kind, and files of other sites.

use std::collections::BTreeMap;

use toml::Spanned;

use super::fault::{ConfigFault, ConfigFaultKind};
use super::file::{self, File};
use super::span;
use crate::budget::{Budget, Limit, PageKind};
use crate::footprint::Footprint;
use crate::source::Span;

/// What each kind of page may ask of machines: the usual, and what the site says otherwise.
#[derive(Clone, Debug, Default)]
pub struct Budgets {
    own: BTreeMap<PageKind, file::Budget>,
}

impl Budgets {
    pub(super) fn of(written: BTreeMap<Spanned<String>, file::Budget>) -> Self {
        let own =
            |(name, written): (Spanned<String>, _)| Some((PageKind::from_name(name.get_ref())?, written));
        Self { own: written.into_iter().filter_map(own).collect() }
    }

    /// The budget of a page.
    #[must_use]
    pub fn of_page(&self, kind: PageKind, footprint: &Footprint) -> Budget {
        let usual = Budget::of_page(kind, footprint);
        self.own.get(&kind).map_or(usual, |own| laid_over(usual, own))
    }

    /// The budget of pages of a kind that show no pictures.
    #[must_use]
    pub fn of_kind(&self, kind: PageKind) -> Budget {
        self.of_page(kind, &Footprint::default())
    }

    /// Where the site says a limit of a kind of page; nothing where it is the usual one.
    #[must_use]
    pub fn span(&self, kind: PageKind, limit: Limit) -> Option<Span> {
        spans(self.own.get(&kind)?).get(&limit).copied()
    }
}

/// A site of others that pages may ask for files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThirdParty {
    /// The site, as `https://host`.
    pub site: String,
    /// Why.
    pub reason: String,
}

pub(super) fn third_parties(written: BTreeMap<Spanned<String>, Spanned<String>>) -> Vec<ThirdParty> {
    let one = |(site, reason): (Spanned<String>, Spanned<String>)| ThirdParty {
        site: site.into_inner().trim_end_matches('/').to_ascii_lowercase(),
        reason: reason.into_inner(),
    };
    written.into_iter().map(one).collect()
}

fn laid_over(usual: Budget, written: &file::Budget) -> Budget {
    fn own<T: Copy>(written: Option<&Spanned<T>>, usual: T) -> T {
        written.map_or(usual, |value| *value.get_ref())
    }
    Budget {
        bytes: own(written.bytes.as_ref(), usual.bytes),
        first_view: written.first_view.as_ref().map(|value| *value.get_ref()).or(usual.first_view),
        requests: own(written.requests.as_ref(), usual.requests),
        elements: written.elements.as_ref().map(|value| *value.get_ref()).or(usual.elements),
        eco_index: own(written.eco_index.as_ref(), usual.eco_index),
        script: own(written.script.as_ref(), usual.script),
        fonts: own(written.fonts.as_ref(), usual.fonts),
    }
}

fn spans(written: &file::Budget) -> BTreeMap<Limit, Span> {
    let spans = [
        (Limit::Bytes, written.bytes.as_ref().map(span)),
        (Limit::FirstView, written.first_view.as_ref().map(span)),
        (Limit::Requests, written.requests.as_ref().map(span)),
        (Limit::Elements, written.elements.as_ref().map(span)),
        (Limit::EcoIndex, written.eco_index.as_ref().map(span)),
        (Limit::Script, written.script.as_ref().map(span)),
        (Limit::Fonts, written.fonts.as_ref().map(span)),
    ];
    spans.into_iter().filter_map(|(limit, span)| Some((limit, span?))).collect()
}

/// Kinds of pages that are not, limits that no page can keep, other sites without a reason.
pub(super) fn check(file: &File, faults: &mut Vec<ConfigFault>) {
    let mut fault = |span, kind| faults.push(ConfigFault { span, kind });
    for (name, written) in &file.budgets {
        let Some(kind) = PageKind::from_name(name.get_ref()) else {
            fault(span(name), ConfigFaultKind::UnknownPageKind(name.get_ref().clone()));
            continue;
        };
        let spans = spans(written);
        for limit in laid_over(Budget::usual(kind), written).unreachable() {
            let place = spans.get(&limit).copied().unwrap_or_else(|| span(name));
            fault(place, ConfigFaultKind::UnreachableBudget(limit));
        }
    }
    for (site, reason) in &file.third_parties {
        if !is_site(site.get_ref()) {
            fault(span(site), ConfigFaultKind::ThirdParty(site.get_ref().clone()));
        } else if reason.get_ref().trim().is_empty() {
            fault(span(reason), ConfigFaultKind::NoReason(site.get_ref().clone()));
        }
    }
}

/// `https://host`, and nothing after it.
fn is_site(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = host.map(|host| host.trim_end_matches('/'));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', ' ']))
}
