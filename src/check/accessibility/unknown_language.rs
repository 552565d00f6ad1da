//! Critère RGAA 8.8. Un passage dit être dans une langue qui n'existe pas : le code d'un pays est mis pour
//! celui d'une langue, ou des lettres sont inversées.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran qui ne connaît pas le code garde l'accent de la page, et le passage ne se comprend
//! plus.
//!
//! ## Exemple
//!
//! ```markdown
//! Le mot [monozukuri]{lang=jp} désigne un savoir-faire.
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! Le mot [monozukuri]{lang=ja} désigne un savoir-faire.
//! ```
//! ---
//! RGAA criterion 8.8. A passage says that it is in a language that does not exist: the code of a country
//! in place of that of a language, or letters the wrong way round.
//!
//! ## Why it matters
//!
//! A screen reader that does not know the code keeps the accent of the page, and the passage is not
//! understood any more.
//!
//! ## Example
//!
//! ```markdown
//! The word [monozukuri]{lang=jp} means a craft.
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! The word [monozukuri]{lang=ja} means a craft.
//! ```

use crate::diagnostic::Severity;
use crate::locale::Wording;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unknown-language",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("code de langue inconnu", "unknown language code"),
    source: include_str!("unknown_language.rs"),
    run: Run::Page { criteria: &["8.8"], run },
};

/// The languages of two letters, of ISO 639-1.
const KNOWN: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id \
    ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh \
    mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa \
    sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz \
    ve vi vo wa wo xh yi yo za zh zu";

/// Codes of countries that are taken for those of their languages.
const COUNTRIES: [(&str, &str); 8] = [
    ("at", "de"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gb", "en"),
    ("gr", "el"),
    ("jp", "ja"),
    ("us", "en"),
];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&[], &["lang"]).filter(|element| !element.is("html")) {
        let Some(code) = element.get("lang").filter(|code| !is_known(code)) else { continue };
        let message = wording!("aucune langue n'a le code `{code}`", "no language has the code `{code}`");
        report.push(report.at(&page.record.address, element, message).hint(hint(code)));
    }
}

fn hint(code: &str) -> Wording {
    match COUNTRIES.iter().find(|(country, _)| country.eq_ignore_ascii_case(code)) {
        Some((country, language)) => wording!(
            "`{country}` est un pays ; sa langue est `{language}`",
            "`{country}` is a country; its language is `{language}`",
        ),
        None => wording!(
            "écrivez le code de la langue en deux ou trois lettres : `en`, `de`, `ja`, `pt-BR`",
            "write the code of the language, two or three letters: `en`, `de`, `ja`, `pt-BR`",
        ),
    }
}

/// Whether a code is that of a language, as far as it can be known: an empty one says that none is known.
fn is_known(code: &str) -> bool {
    let mut parts = code.split('-');
    let primary = parts.next().unwrap_or("");
    let is_well_formed = parts
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let is_language = match primary.len() {
        0 => return code.is_empty(),
        1 => primary.eq_ignore_ascii_case("x") || primary.eq_ignore_ascii_case("i"),
        2 => KNOWN.split(' ').any(|known| known.eq_ignore_ascii_case(primary)),
        3 => primary.bytes().all(|byte| byte.is_ascii_alphabetic()),
        _ => false,
    };
    is_language && is_well_formed
}
