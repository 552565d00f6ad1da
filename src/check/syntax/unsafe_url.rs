//! Un lien, une image ou une adresse de fiche commence par `javascript:`, `file:`, `ftp:` ou un autre
//! préfixe qui n'est ni `https:`, ni `http:`, ni `mailto:`, ni `tel:`. Un chemin de disque (`C:\…`) et une
//! adresse qui commence par `//` sont relevés aussi. Un lien peut par ailleurs nommer une fiche
//! (`pole:tes`), un fichier du contenu ou une page du site.
//!
//! ## Pourquoi
//!
//! Une adresse en `javascript:` ferait exécuter un programme chez le visiteur. Une adresse en `file:`
//! désigne un fichier de votre ordinateur, que personne d'autre ne peut ouvrir.
//!
//! ## Exemple
//!
//! ```markdown
//! [La feuille de route](file:///C:/Documents/feuille-de-route.pdf)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [La feuille de route](feuille-de-route.pdf)
//! ```
//! ---
//! A link, a picture or an address in an entry begins with `javascript:`, `file:`, `ftp:` or another prefix
//! that is none of `https:`, `http:`, `mailto:` and `tel:`. A path on a disk (`C:\…`) and an address that
//! begins with `//` are reported too. A link may otherwise name an entry (`pole:tes`), a file of the
//! content or a page of the site.
//!
//! ## Why it matters
//!
//! An address in `javascript:` would run a program on the visitor's side. An address in `file:` points to a
//! file of your computer, which nobody else can open.
//!
//! ## Example
//!
//! ```markdown
//! [The roadmap](file:///C:/Documents/roadmap.pdf)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The roadmap](roadmap.pdf)
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::parse::{Document, FaultKind};
use crate::rule::{Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unsafe-url",
    severity: Severity::Error,
    title: both("adresse dangereuse", "unsafe address"),
    source: include_str!("unsafe_url.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnsafeUrl(scheme) = &fault.kind {
            let message = wording!(
                "une adresse en `{scheme}` n'est pas admise",
                "an address in `{scheme}` is not allowed",
            );
            let hint = wording!(
                "une adresse commence par `https://`, `mailto:`, `tel:` ou `/`, ou nomme une fiche (`pole:tes`) ou un fichier du contenu",
                "an address begins with `https://`, `mailto:`, `tel:` or `/`, or names an entry (`pole:tes`) or a file of the content",
            );
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}
