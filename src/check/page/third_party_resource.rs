//! Une page demande un fichier à un autre site : une police, un script, une image, une vidéo intégrée. Les
//! sites auxquels on peut en demander sont dans `[third_parties]`, chacun avec sa raison. Un simple lien vers
//! un autre site ne demande rien.
//!
//! ## Pourquoi
//!
//! L'autre site apprend qui lit la page et quand, peut changer ce qu'il envoie, et ralentit ou casse la page
//! quand il ne répond pas. Une copie dans `content/` ou un lien n'a rien de tout cela.
//!
//! ## Exemple
//!
//! ```html
//! <link rel="stylesheet" href="https://polices.example/inter.css">
//! ```
//!
//! ## Mieux
//!
//! ```toml
//! # site-config.toml
//! [third_parties]
//! "https://polices.example" = "Police imposée par la charte du ministère, jusqu'en 2027."
//! ```
//! ---
//! A page asks another site for a file: a font, a script, a picture, an embedded video. The sites that may be
//! asked are in `[third_parties]`, each with its reason. A mere link to another site asks for nothing.
//!
//! ## Why it matters
//!
//! The other site learns who reads the page and when, may change what it sends, and slows or breaks the page
//! when it does not answer. A copy in `content/` or a link does nothing of the kind.
//!
//! ## Example
//!
//! ```html
//! <link rel="stylesheet" href="https://fonts.example/inter.css">
//! ```
//!
//! ## Use instead
//!
//! ```toml
//! # site-config.toml
//! [third_parties]
//! "https://fonts.example" = "Font that the ministry's guidelines demand, until 2027."
//! ```

use crate::diagnostic::Severity;
use crate::locale::both;
use crate::measures::{asked, third_party};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "third-party-resource",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("fichier demandé à un autre site", "file of another site"),
    source: include_str!("third_party_resource.rs"),
    run: Run::Page { criteria: &[], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    let config = &page.federation.config;
    // Most pages ask nobody for anything.
    if page.record.scan.third_parties.is_empty() {
        return;
    }
    for element in page.tree.elements().filter(|element| element.is_html()) {
        for site in asked(element).filter_map(|address| third_party(address, &config.address)) {
            if config.third_parties.iter().any(|known| known.site == site) {
                continue;
            }
            let message =
                wording!("la page demande un fichier à `{site}`", "the page asks `{site}` for a file");
            let hint = wording!(
                "copiez le fichier dans le site ou mettez un lien ; sinon dites pourquoi dans `[third_parties]` de `site-config.toml`",
                "copy the file into the site or use a link; otherwise say why in `[third_parties]` of `site-config.toml`",
            );
            report.push(report.at(&page.record.address, element, message).hint(hint));
        }
    }
}
