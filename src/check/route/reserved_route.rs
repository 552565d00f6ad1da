//! Une fiche, une page ou une ancienne adresse veut une adresse que le site occupe lui-même : l'accueil
//! d'une langue (`/en/`), la liste des pôles ou des régions, les listes d'actualités, le plan du site, un
//! fichier du thème, l'aperçu (`/_grappe/`), les fichiers de l'hébergement (`/_headers`, `/.htaccess`).
//!
//! ## Pourquoi
//!
//! La page que le site fait lui-même garde l'adresse ; la vôtre ne paraîtrait pas.
//!
//! ## Exemple
//!
//! ```text
//! content/pages/actualites.md
//! ```
//!
//! ## Mieux
//!
//! ```text
//! content/pages/qui-sommes-nous.md
//! ```
//! ---
//! An entry, a page or a former address wants an address that the site itself has: the home page of a
//! language (`/en/`), the list of poles or of regions, the lists of news, the site plan, a file of the
//! theme, the preview (`/_grappe/`), the files of the host (`/_headers`, `/.htaccess`).
//!
//! ## Why it matters
//!
//! The page that the site makes keeps the address; yours would not show.
//!
//! ## Example
//!
//! ```text
//! content/pages/actualites.md
//! ```
//!
//! ## Use instead
//!
//! ```text
//! content/pages/qui-sommes-nous.md
//! ```

use super::other_address;
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::plan::{Address, HostingFile, PREVIEW, Plan};
use crate::rule::{Pack, Report, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "reserved-route",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("adresse réservée", "reserved route"),
    source: include_str!("reserved_route.rs"),
    run: Run::Plan(run),
};

fn run(_: &Federation, plan: &Plan, report: &mut Report<'_>) {
    for collision in &plan.collisions {
        let (None, Some(second)) = (&collision.first.origin, &collision.second.origin) else { continue };
        let address = &collision.second.address;
        let message = wording!(
            "l'adresse `{address}` est celle d'une page que le site fait lui-même",
            "the address `{address}` is that of a page that the site makes itself",
        );
        let hint = other_address(&collision.second);
        report.push(report.diagnostic(&second.file, second.span, message).hint(hint));
    }
    for route in plan.routes().iter().filter(|route| route.address.as_str().starts_with(PREVIEW)) {
        let Some(origin) = &route.origin else { continue };
        let address = &route.address;
        let message = wording!(
            "l'adresse `{address}` est de celles que l'aperçu garde pour lui",
            "the address `{address}` is one of those that the preview keeps for itself",
        );
        report.push(report.diagnostic(&origin.file, origin.span, message).hint(other_address(route)));
    }
    for route in plan.routes().iter().filter(|route| is_of_the_host(&route.address)) {
        let Some(origin) = &route.origin else { continue };
        let address = &route.address;
        let message = wording!(
            "l'adresse `{address}` est de celles que l'hébergement garde pour lui",
            "the address `{address}` is one of those that the host keeps for itself",
        );
        let hint = wording!(
            "ôtez-la de `redirect_from` : aucun hébergeur ne la servirait",
            "remove it from `redirect_from`: no host would serve it",
        );
        report.push(report.diagnostic(&origin.file, origin.span, message).hint(hint));
    }
}

/// Hosts serve nothing below a hidden name, and read files of their own; which of them is no matter here, since
/// a site may change its host.
fn is_of_the_host(address: &Address) -> bool {
    let bare = address.as_str().trim_end_matches('/');
    let is_file = HostingFile::ALL.iter().any(|file| file.address().as_str() == bare);
    is_file || (bare.starts_with("/.") && !bare.starts_with("/.well-known"))
}
