//! Un lien, une image ou une adresse de fiche commence par `javascript:`, `file:`, `ftp:` ou un autre
//! préfixe qui n'est ni `https:`, ni `http:`, ni `mailto:`, ni `tel:`. Un chemin de disque (`C:\…`) et une
//! adresse qui commence par `//` sont relevés aussi, de même que `https:` sans ses deux barres ou sans nom de
//! site. Un lien peut par ailleurs nommer une fiche
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
//! begins with `//` are reported too, and so is `https:` without its two slashes or without a host. A link may otherwise name an entry (`pole:tes`), a file of the
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
use crate::locale::{Wording, both};
use crate::parse::{Document, FaultKind};
use crate::rule::{Pack, Report, Rule, Run};
use crate::schema::Kind;
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "unsafe-url",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("adresse dangereuse", "unsafe address"),
    source: include_str!("unsafe_url.rs"),
    run: Run::Document(run),
};

fn run(document: &Document, report: &mut Report<'_>) {
    for fault in &document.faults {
        if let FaultKind::UnsafeUrl(scheme) = &fault.kind {
            let (message, hint) = explain(scheme);
            report.push(report.diagnostic(&document.path, fault.span, message).hint(hint));
        }
    }
}

fn explain(scheme: &str) -> (Wording, Wording) {
    if scheme.ends_with("://") {
        return (
            wording!(
                "le nom de site qui suit `{scheme}` manque, ou contient une espace",
                "the host that follows `{scheme}` is missing, or holds a space",
            ),
            wording!(
                "écrivez l'adresse entière, comme `https://exemple.fr`",
                "write the whole address, such as `https://example.org`",
            ),
        );
    }
    if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") {
        return (
            wording!("il manque `//` après `{scheme}:`", "`//` is missing after `{scheme}:`"),
            wording!("écrivez `{scheme}://`", "write `{scheme}://`"),
        );
    }
    // One letter is a disk of Windows: `C:\…`.
    if scheme.len() == 1 && scheme != "/" {
        return (
            wording!(
                "un chemin en `{scheme}:` désigne un fichier d'un seul ordinateur",
                "a path in `{scheme}:` points to a file of one computer",
            ),
            wording!(
                "mettez le fichier dans `content/` et donnez son chemin depuis cette fiche",
                "put the file into `content/` and give its path from this entry",
            ),
        );
    }
    let message =
        wording!("une adresse en `{scheme}` n'est pas admise", "an address in `{scheme}` is not allowed",);
    if let Some(kind) = nearest(scheme, Kind::ALL.iter().map(|kind| kind.name())) {
        return (message, wording!("vouliez-vous dire `{kind}:` ?", "did you mean `{kind}:`?"));
    }
    let hint = wording!(
        "une adresse commence par `https://`, `mailto:`, `tel:` ou `/`, ou nomme une fiche (`pole:tes`) ou un fichier du contenu",
        "an address begins with `https://`, `mailto:`, `tel:` or `/`, or names an entry (`pole:tes`) or a file of the content",
    );
    (message, hint)
}
