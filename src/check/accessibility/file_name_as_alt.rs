//! Critère RGAA 1.3. Un gabarit donne pour texte de remplacement à une image un nom de fichier : `carte.svg`,
//! `IMG_2034`. Ceux que le contenu donne relèvent de `alt-is-file-name`.
//!
//! ## Pourquoi
//!
//! Un lecteur d'écran dirait « carte point S V G ». La personne qui l'écoute saurait qu'il y a une image, et rien
//! de ce qu'elle montre.
//!
//! ## Exemple
//!
//! ```html
//! <img src="/assets/carte.svg" alt="carte.svg">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <img src="/assets/carte.svg" alt="Les pôles de chaque région">
//! ```
//! ---
//! RGAA criterion 1.3. A template gives a picture the name of a file as words to stand in for it: `map.svg`,
//! `IMG_2034`. Those that the content gives belong to `alt-is-file-name`.
//!
//! ## Why it matters
//!
//! A screen reader would say "map dot S V G". Those who listen would know that there is a picture, and nothing
//! of what it shows.
//!
//! ## Example
//!
//! ```html
//! <img src="/assets/map.svg" alt="map.svg">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <img src="/assets/map.svg" alt="The clusters of each region">
//! ```

use crate::check::pictures::{each_shown, filled, is_file_name};
use crate::diagnostic::Severity;
use crate::locale::both;
use crate::model::Federation;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "file-name-as-alt",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("nom de fichier dit à la place de l'image", "file name said in place of the picture"),
    source: include_str!("file_name_as_alt.rs"),
    run: Run::Page { criteria: &["1.3"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for image in page.tree.named("img") {
        let alt = image.get("alt").unwrap_or("").trim();
        let file = image.get("src").and_then(file_name);
        if !is_file_name(alt, file.as_deref()) || is_of_content(alt, page.federation) {
            continue;
        }
        let message = wording!(
            "`{alt}` est un nom de fichier : il ne dit pas ce que montre l'image",
            "`{alt}` is a file name: it does not say what the picture shows",
        );
        let hint = wording!(
            "dites en quelques mots ce que l'image montre, ou `alt=\"\"` si elle n'apporte rien",
            "say in a few words what the picture shows, or `alt=\"\"` if it tells nothing",
        );
        report.push(report.at(&page.record.address, image, message).hint(hint));
    }
}

/// The name of a file by its address, without the letters by which the build tells its bytes:
/// `carte.5cc60c3e32.svg` is `carte.svg`.
fn file_name(address: &str) -> Option<String> {
    let name = address.split(['?', '#']).next()?.rsplit('/').next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let is_mark = |end: &&str| end.bytes().all(|byte| byte.is_ascii_hexdigit());
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, end)| if is_mark(&end) { stem } else { name });
    Some(format!("{stem}.{ending}"))
}

/// Whether a writer gave a picture these very words, which is told in the content.
fn is_of_content(alt: &str, federation: &Federation) -> bool {
    let mut beside = federation.described_pictures().flat_map(|(_, documents)| documents);
    each_shown(federation).any(|shown| shown.alt().is_some_and(|(words, _)| words.trim() == alt))
        || beside.any(|document| filled(&document.record, "alt").is_some_and(|words| words.trim() == alt))
}
