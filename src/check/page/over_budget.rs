//! Une page pèse plus que ce qu'un type de page peut peser : octets envoyés, requêtes, éléments, `EcoIndex`,
//! script, polices. Les limites usuelles sont dans `docs/theme.md` ; un site en fixe d'autres dans
//! `[budgets.…]`.
//!
//! ## Pourquoi
//!
//! Une page lourde coûte à ceux qui la lisent dans le train ou sur un vieux téléphone, et personne ne la voit
//! grossir : une image de trop, un tableau de cent lignes, et le site n'est plus celui que l'on a déclaré.
//!
//! ## Exemple
//!
//! ```toml
//! # site-config.toml : une actualité de 16 ko est refusée
//! [budgets.post]
//! bytes = 14000
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! # site-config.toml : les actualités de ce site ont une grande photographie
//! [budgets.post]
//! bytes = 60000
//! requests = 3
//! eco_index = 85
//! ```
//! ---
//! A page weighs more than its kind may: bytes sent, requests, elements, `EcoIndex`, scripts, fonts. The usual
//! limits are in `docs/theme.md`; a site sets its own in `[budgets.…]`.
//!
//! ## Why it matters
//!
//! A heavy page costs those who read it on a train or an old telephone, and nobody sees it grow: a picture too
//! many, a table of a hundred rows, and the site is no longer the one that was declared.
//!
//! ## Example
//!
//! ```toml
//! # site-config.toml: a post of 16 kB is refused
//! [budgets.post]
//! bytes = 14000
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! # site-config.toml: the posts of this site have a large photograph
//! [budgets.post]
//! bytes = 60000
//! requests = 3
//! eco_index = 85
//! ```

use super::heaviest::{Portion, files, sections};
use crate::budget::{Excess, Limit};
use crate::diagnostic::Severity;
use crate::footprint::PartKind;
use crate::html::tree::Element;
use crate::locale::{Wording, both};
use crate::quantity::bytes_words;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "over-budget",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("page trop lourde", "page over its budget"),
    source: include_str!("over_budget.rs"),
    run: Run::Page { criteria: &[], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let budget = page.federation.config.budgets.of_page(page.record.kind, &page.record.footprint);
    // A file of another site, which is told by itself, is a request too many of itself.
    let has_other_fault = !page.record.scan.third_parties.is_empty();
    let excesses = budget.excesses(&page.record.footprint).into_iter();
    for excess in excesses.filter(|excess| excess.limit != Limit::Requests || !has_other_fault) {
        let heaviest = heaviest(page, excess.limit);
        let fault = match heaviest.first().and_then(|portion| portion.element) {
            Some(element) => report.at(&page.record.address, element, message(excess)),
            None => report.of(&page.record.address, message(excess)),
        };
        report.push(fault.hint(what_weighs(&heaviest)).hint(what_to_do(page, excess.limit, &heaviest)));
    }
}

/// The three largest parts of what is limited.
fn heaviest<'a>(page: &RenderedPage<'a>, limit: Limit) -> Vec<Portion<'a>> {
    let mut portions = match limit {
        Limit::Elements | Limit::EcoIndex => sections(page.tree),
        Limit::Script => files(page, |kind| kind == PartKind::Script),
        Limit::Fonts => files(page, |kind| kind == PartKind::Font),
        Limit::FirstView => files(page, |kind| matches!(kind, PartKind::Page | PartKind::Style)),
        Limit::Bytes | Limit::Requests => files(page, |_| true),
    };
    portions.truncate(3);
    portions
}

fn message(excess: Excess) -> Wording {
    let (found, allowed) = (excess.found, excess.allowed);
    let weights = |is_french| (bytes_words(found, is_french), bytes_words(allowed, is_french));
    let ((found_fr, allowed_fr), (found_en, allowed_en)) = (weights(true), weights(false));
    match excess.limit {
        Limit::Bytes => wording!(
            "la page pèse {found_fr} à l'envoi, et {allowed_fr} au plus sont permis",
            "the page weighs {found_en} as sent, and {allowed_en} at most are allowed",
        ),
        Limit::FirstView => wording!(
            "la page et sa feuille de style pèsent {found_fr} à l'envoi, et {allowed_fr} au plus sont permis",
            "the page and its style sheet weigh {found_en} as sent, and {allowed_en} at most are allowed",
        ),
        Limit::Requests => wording!(
            "la page fait {found} requêtes, et {allowed} au plus sont permises",
            "the page makes {found} requests, and {allowed} at most are allowed",
        ),
        Limit::Elements => wording!(
            "la page a {found} éléments, et {allowed} au plus sont permis",
            "the page has {found} elements, and {allowed} at most are allowed",
        ),
        Limit::EcoIndex => wording!(
            "la page a un EcoIndex de {found}, et il en faut {allowed} au moins",
            "the page has an EcoIndex of {found}, and {allowed} at least is wanted",
        ),
        Limit::Script => wording!(
            "les scripts de la page pèsent {found_fr}, et {allowed_fr} au plus sont permis",
            "the scripts of the page weigh {found_en}, and {allowed_en} at most are allowed",
        ),
        Limit::Fonts => wording!(
            "les polices de la page pèsent {found_fr}, et {allowed_fr} au plus sont permis",
            "the fonts of the page weigh {found_en}, and {allowed_en} at most are allowed",
        ),
    }
}

fn what_weighs(heaviest: &[Portion<'_>]) -> Wording {
    let list = |is_french| heaviest.iter().map(|it| it.words(is_french)).collect::<Vec<_>>().join(", ");
    let (french_list, english_list) = (list(true), list(false));
    wording!("ce qui pèse le plus : {french_list}", "what weighs most: {english_list}")
}

fn what_to_do(page: &RenderedPage<'_>, limit: Limit, heaviest: &[Portion<'_>]) -> Wording {
    let kind = page.record.kind.name();
    let is_picture = heaviest.first().and_then(|it| it.element).is_some_and(|it: Element<'_>| it.is("img"));
    match limit {
        Limit::Bytes | Limit::Requests if is_picture => wording!(
            "réduisez l'image (1 600 pixels de large suffisent, en WebP ou JPEG) ou ôtez-la ; sinon changez `[budgets.{kind}]`",
            "make the picture smaller (1,600 pixels across will do, as WebP or JPEG) or take it out; otherwise change `[budgets.{kind}]`",
        ),
        Limit::Requests => wording!(
            "ôtez une image ou un fichier de la page ; sinon changez `[budgets.{kind}]`",
            "take a picture or file out of the page; otherwise change `[budgets.{kind}]`",
        ),
        Limit::Script | Limit::Fonts | Limit::FirstView => wording!(
            "allégez le thème ; sinon changez `[budgets.{kind}]`",
            "make the theme lighter; otherwise change `[budgets.{kind}]`",
        ),
        Limit::Bytes | Limit::Elements | Limit::EcoIndex => wording!(
            "raccourcissez cette partie ou donnez-lui sa propre page ; sinon changez `[budgets.{kind}]`",
            "shorten this part or give it a page of its own; otherwise change `[budgets.{kind}]`",
        ),
    }
}
