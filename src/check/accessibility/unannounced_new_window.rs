//! Critère RGAA 13.2. Un lien ou un formulaire ouvre une nouvelle fenêtre (`target="_blank"`) sans le dire.
//!
//! ## Pourquoi
//!
//! La touche de retour ne répond plus, et qui ne voit pas l'écran ne sait pas pourquoi. Chacun sait ouvrir un
//! lien dans un onglet quand il le veut.
//!
//! ## Exemple
//!
//! ```html
//! <a href="https://www.tes.example/" target="_blank">TES</a>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <a href="https://www.tes.example/">TES</a>
//! ```
//! ---
//! RGAA criterion 13.2. A link or form opens a new window (`target="_blank"`) without saying so.
//!
//! ## Why it matters
//!
//! The back key does not answer any more, and whoever does not see the screen does not know why. Everyone can
//! open a link in a tab when they want to.
//!
//! ## Example
//!
//! ```html
//! <a href="https://www.tes.example/" target="_blank">TES</a>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <a href="https://www.tes.example/">TES</a>
//! ```

use super::names::name;
use crate::diagnostic::Severity;
use crate::html::tree::{Element, Tree};
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unannounced-new-window",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("nouvelle fenêtre sans prévenir", "new window without a word"),
    source: include_str!("unannounced_new_window.rs"),
    run: Run::Page { criteria: &["13.2"], run },
};

/// Where a link opens in the window that one has.
const SAME: [&str; 4] = ["", "_parent", "_self", "_top"];

/// Words that tell of a new window.
const TOLD: [&str; 6] =
    ["autre fenêtre", "new tab", "new window", "nouvel onglet", "nouvelle fenêtre", "nouvelle page"];

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for element in page.tree.select(&[], &["target"]).filter(|element| opens_window(*element)) {
        if is_told(page.tree, element) {
            continue;
        }
        let message =
            wording!("une nouvelle fenêtre s'ouvre sans prévenir", "a new window opens without a word");
        let hint = wording!(
            "ôtez `target` ; sinon écrivez « nouvelle fenêtre » dans le lien",
            "take `target` out; otherwise write “new window” in the link",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}

fn opens_window(element: Element<'_>) -> bool {
    let opens = |target: &str| !SAME.iter().any(|same| target.trim().eq_ignore_ascii_case(same));
    element.is_any(&["a", "area", "base", "form"]) && element.get("target").is_some_and(opens)
}

fn is_told(tree: &Tree, element: Element<'_>) -> bool {
    let tells = |words: &str| {
        let words = words.to_lowercase();
        TOLD.iter().any(|told| words.contains(told))
    };
    tells(&name(tree, element)) || element.get("title").is_some_and(tells)
}
