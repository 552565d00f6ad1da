//! Critère RGAA 10.4. Une page empêche d'agrandir : son `viewport` dit `user-scalable=no`, ou
//! `maximum-scale` de moins de 2.
//!
//! ## Pourquoi
//!
//! Qui voit mal agrandit la page avec deux doigts. Sur beaucoup de téléphones, ces mots l'en empêchent.
//!
//! ## Exemple
//!
//! ```html
//! <meta name="viewport" content="width=device-width, user-scalable=no">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <meta name="viewport" content="width=device-width, initial-scale=1">
//! ```
//! ---
//! RGAA criterion 10.4. A page prevents enlarging: its `viewport` says `user-scalable=no`, or a
//! `maximum-scale` below 2.
//!
//! ## Why it matters
//!
//! Who sees badly enlarges the page with two fingers. On many telephones these words prevent it.
//!
//! ## Example
//!
//! ```html
//! <meta name="viewport" content="width=device-width, user-scalable=no">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <meta name="viewport" content="width=device-width, initial-scale=1">
//! ```

use crate::diagnostic::Severity;
use crate::html::tree::Element;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "zoom-blocked",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("agrandissement empêché", "enlarging prevented"),
    source: include_str!("zoom_blocked.rs"),
    run: Run::Page { criteria: &["10.4"], run },
};

/// The least enlarging that must be possible.
const LEAST_SCALE: f64 = 2.0;

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let is_viewport =
        |meta: &Element<'_>| meta.get("name").is_some_and(|it| it.eq_ignore_ascii_case("viewport"));
    for meta in page.tree.named("meta").filter(is_viewport) {
        let content = meta.get("content").unwrap_or("");
        let Some(words) = content.split([',', ';']).map(str::trim).find(|words| is_blocking(words)) else {
            continue;
        };
        let message = wording!(
            "`{words}` empêche d'agrandir la page",
            "`{words}` prevents the page from being enlarged"
        );
        let hint = wording!(
            "écrivez `width=device-width, initial-scale=1`, et rien d'autre",
            "write `width=device-width, initial-scale=1`, and nothing else",
        );
        report.push(report.at(&page.record.address, meta, message).hint(hint));
    }
}

fn is_blocking(words: &str) -> bool {
    let Some((name, value)) = words.split_once('=') else { return false };
    let (name, value) = (name.trim(), value.trim());
    if name.eq_ignore_ascii_case("user-scalable") {
        return value.eq_ignore_ascii_case("no") || value == "0";
    }
    name.eq_ignore_ascii_case("maximum-scale") && value.parse::<f64>().is_ok_and(|scale| scale < LEAST_SCALE)
}
