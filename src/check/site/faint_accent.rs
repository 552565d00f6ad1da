//! Un accent du site, `accent` ou `accent_dark`, n'est pas assez contrasté pour être lu sur les fonds du
//! thème : il faut 4,5 pour 1 (WCAG 2, critère 1.4.3), sur la page et sur le fond teinté. Sans
//! `accent_dark`, grappe calcule l'accent en sombre : il n'est pas concerné.
//!
//! ## Pourquoi
//!
//! Les liens, les boutons et les chiffres sont de cette couleur : trop pâle en clair, ou trop foncée en
//! sombre, elle les cache à qui voit mal, et à tous sur un téléphone au soleil.
//!
//! ## Exemple
//!
//! ```toml
//! [theme]
//! accent = "#f2c200"
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! [theme]
//! accent = "#896c00"
//! ```
//! ---
//! An accent of the site, `accent` or `accent_dark`, has too little contrast to be read on the theme's
//! grounds: 4.5 to 1 is needed (WCAG 2, criterion 1.4.3), on the page and on the tinted ground. Without
//! `accent_dark`, grappe works out the accent in the dark, which is not concerned.
//!
//! ## Why it matters
//!
//! Links, buttons and figures have this colour: too pale in the light, or too deep in the dark, it hides
//! them from those who see badly, and from everyone on a telephone in the sun.
//!
//! ## Example
//!
//! ```toml
//! [theme]
//! accent = "#f2c200"
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! [theme]
//! accent = "#896c00"
//! ```

use crate::check::contrasts;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::rule::{Pack, Report, Rule, Run};
use crate::theme::{ThemeFault, ThemeFaultKind};

pub(in crate::check) static RULE: Rule = Rule {
    code: "faint-accent",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("accent peu lisible", "faint accent"),
    source: include_str!("faint_accent.rs"),
    run: Run::Theme(run),
};

fn run(faults: &[ThemeFault], report: &mut Report<'_>) {
    for fault in faults {
        let ThemeFaultKind::FaintAccent(faint) = &fault.kind else { continue };
        let message = contrasts::message(faint, &format!("`{}`", faint.colour));
        let diagnostic = report.diagnostic(&fault.file, fault.span, message);
        report.push(match faint.nearest.map(|nearest| format!("\"{nearest}\"")) {
            Some(nearest) => diagnostic.hint(contrasts::hint(&nearest)).fix(nearest),
            None => diagnostic,
        });
    }
}
