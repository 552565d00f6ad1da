//! Une balise porte un attribut `style`, un script dans un attribut comme `onclick`, ou une adresse
//! `javascript:`. La politique de sécurité du site les refuse : le navigateur les ignore.
//!
//! ## Pourquoi
//!
//! Le site est servi avec une politique (Content-Security-Policy) qui n'admet que les styles et les scripts
//! connus à la construction, pour que rien d'autre ne puisse s'exécuter chez les lecteurs. La page en ligne ne
//! ressemblerait pas à celle que vous avez vue.
//!
//! ## Exemple
//!
//! ```html
//! <p style="color: red">Attention</p>
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <p class="warning">Attention</p>
//! ```
//! ---
//! A tag bears an attribute `style`, a script in an attribute like `onclick`, or an address `javascript:`. The
//! site's policy refuses them: browsers ignore them.
//!
//! ## Why it matters
//!
//! The site is served with a policy (Content-Security-Policy) that allows only the styles and scripts known when
//! it was built, so that nothing else can run on readers' machines. The page online would not look like the one
//! that you saw.
//!
//! ## Example
//!
//! ```html
//! <p style="color: red">Beware</p>
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <p class="warning">Beware</p>
//! ```

use crate::diagnostic::Severity;
use crate::html::inline::is_refused;
use crate::locale::both;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "blocked-by-policy",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("style ou script refusé par la politique du site", "style or script that the policy refuses"),
    source: include_str!("blocked_by_policy.rs"),
    run: Run::Page { criteria: &[], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let inline = &page.record.inline;
    if !inline.has_style_attributes && !inline.has_handlers {
        return;
    }
    for element in page.tree.elements().filter(|element| is_refused(*element)) {
        let name = element.name();
        let message = wording!(
            "la balise `<{name}>` porte un style ou un script que les navigateurs ignoreront",
            "the tag `<{name}>` bears a style or script that browsers will ignore",
        );
        let hint = wording!(
            "donnez-lui une classe et écrivez le style dans `assets/css/`, ou le script dans un fichier de `assets/`",
            "give it a class and write the style in `assets/css/`, or the script in a file of `assets/`",
        );
        report.push(report.at(&page.record.address, element, message).hint(hint));
    }
}
