//! Un lien vers un document du site (PDF, texte, tableur, archive…) ne dit pas son format, son poids, ou sa langue
//! quand ce n'est pas celle de la page : ni dans le lien, ni juste après lui. C'est un usage que le RGAA
//! recommande autour de son critère 13.3, qui, lui, demande que le document même soit accessible. Un document d'un
//! autre site n'est pas relevé.
//!
//! ## Pourquoi
//!
//! Un document ne s'ouvre pas partout, et peut peser mille pages. Qui paie ses données, ou n'a pas le logiciel,
//! doit le savoir avant.
//!
//! ## Exemple
//!
//! ```markdown
//! [Le rapport de 2025](rapport-2025.pdf)
//! ```
//!
//! ## Mieux
//!
//! ```markdown
//! [Le rapport de 2025 (PDF, 1,2 Mo)](rapport-2025.pdf)
//! ```
//! ---
//! A link to a document of the site (PDF, text, sheet, archive…) does not say its format, its weight, or its
//! language where that is not the page's: neither in the link nor right after it. The RGAA advises it around its
//! criterion 13.3, which asks that the document itself be accessible. A document of another site is not reported.
//!
//! ## Why it matters
//!
//! A document does not open everywhere, and may weigh a thousand pages. Whoever pays for their data, or has not
//! the program, must know beforehand.
//!
//! ## Example
//!
//! ```markdown
//! [The report of 2025](report-2025.pdf)
//! ```
//!
//! ## Use instead
//!
//! ```markdown
//! [The report of 2025 (PDF, 1.2 MB)](report-2025.pdf)
//! ```

use super::names::{name, words};
use super::ways::{links, target};
use crate::diagnostic::Severity;
use crate::html::tree::{Content, Element};
use crate::locale::{Bilingual, Wording, both};
use crate::measures::document;
use crate::plan::{Address, Output};
use crate::quantity::bytes_words;
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "document-link-without-details",
    severity: Severity::Warning,
    pack: Pack::Core,
    title: both("document dont le lien ne dit rien", "document of which the link tells nothing"),
    source: include_str!("document_link_without_details.rs"),
    run: Run::Page { criteria: &[], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    // Most pages have no document.
    if page.record.scan.documents.is_empty() {
        return;
    }
    for link in links(page) {
        let Some(address) = target(page, link).filter(|address| document(address).is_some()) else {
            continue;
        };
        let format = address.rsplit('.').next().unwrap_or("");
        let lacking = lacking(page, link, format);
        if lacking.is_empty() {
            continue;
        }
        let file = address.rsplit('/').next().unwrap_or(address);
        let list = |of: fn(&Bilingual) -> &'static str| lacking.iter().map(of).collect::<Vec<_>>().join(", ");
        let (lacking_fr, lacking_en) = (list(|it| it.french), list(|it| it.english));
        let message = wording!(
            "le lien vers `{file}` ne dit pas, du document : {lacking_fr}",
            "the link to `{file}` does not say of the document: {lacking_en}",
        );
        report.push(report.at(&page.record.address, link, message).hint(hint(page, address, format)));
    }
}

fn lacking(page: &RenderedPage<'_>, link: Element<'_>, format: &str) -> Vec<Bilingual> {
    let said = format!("{} {}", name(page.tree, link), after(link)).to_lowercase();
    let has_word = |word: &str| said.split(|it: char| !it.is_alphanumeric()).any(|known| known == word);
    let language = link.get("hreflang").and_then(|tag| tag.split('-').next());
    let is_foreign = language.is_some_and(|tag| tag != page.language.primary());
    let is_told = || language.is_none_or(|tag| has_word(tag) || names(tag).iter().any(|name| has_word(name)));
    let details = [
        (spellings(&format.to_lowercase()).iter().any(|it| has_word(it)), both("le format", "its format")),
        (has_weight(&said), both("le poids", "its weight")),
        (!is_foreign || is_told(), both("la langue", "its language")),
    ];
    details.into_iter().filter(|(is_said, _)| !is_said).map(|(_, words)| words).collect()
}

/// What people call a format.
fn spellings(format: &str) -> Vec<&str> {
    let program = match format.trim_end_matches('x') {
        "doc" => "word",
        "ppt" => "powerpoint",
        "xls" => "excel",
        _ => format,
    };
    vec![format, format.trim_end_matches('x'), program]
}

/// What is said right after a link, up to the next one.
fn after(link: Element<'_>) -> String {
    let is_link = |part: &Content<'_>| matches!(part, Content::Element(it) if it.is("a"));
    let texts = link.following().take_while(|part| !is_link(part)).map(|part| match part {
        Content::Text(text) => text.to_owned(),
        Content::Element(element) => words(element).into_owned(),
    });
    texts.collect()
}

/// Units of what files weigh, in small letters.
const UNITS: [&str; 10] = ["b", "bytes", "gb", "go", "kb", "ko", "mb", "mo", "o", "octets"];

/// Whether words have a number with a unit of bytes after it.
fn has_weight(said: &str) -> bool {
    let mut words = said.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    std::iter::from_fn(|| Some((words.next()?, words.peek().copied().unwrap_or("")))).any(|(word, next)| {
        let unit = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let has_number = unit.len() < word.len();
        has_number && (UNITS.contains(&unit) || unit.is_empty() && UNITS.contains(&next))
    })
}

/// What a language is called, in French, in English and by its own speakers.
fn names(tag: &str) -> &'static [&'static str] {
    match tag {
        "de" => &["allemand", "german", "deutsch"],
        "en" => &["anglais", "english"],
        "es" => &["espagnol", "spanish", "español"],
        "fr" => &["français", "french"],
        "it" => &["italien", "italian", "italiano"],
        "nl" => &["néerlandais", "dutch", "nederlands"],
        "pt" => &["portugais", "portuguese", "português"],
        _ => &[],
    }
}

fn hint(page: &RenderedPage<'_>, address: &str, format: &str) -> Wording {
    let format = format.to_uppercase();
    let weight = |is_french| weight(page, address).map(|bytes| bytes_words(bytes, is_french));
    match (weight(true), weight(false)) {
        (Some(french), Some(english)) => wording!(
            "écrivez-le dans le lien, à la fin : `({format}, {french})`",
            "write it in the link, at its end: `({format}, {english})`",
        ),
        _ => wording!(
            "écrivez-le dans le lien, à la fin, comme `({format}, 1,2 Mo)`",
            "write it in the link, at its end, such as `({format}, 1.2 MB)`",
        ),
    }
}

fn weight(page: &RenderedPage<'_>, address: &str) -> Option<u64> {
    match &page.plan.route(&Address::new(&address.replace("%20", " ")))?.output {
        Output::ContentFile(file) => page.federation.file_size(file),
        _ => None,
    }
}
