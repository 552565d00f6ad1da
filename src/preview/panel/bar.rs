//! The bar below a page: what is wrong, and what the page is.

use super::overlay::summary;
use super::words::{bytes, counted, faults, language, say};
use super::{PageFacts, Panel, ROOT};
use crate::date::day_words;
use crate::diagnostic::{Severity, count};
use crate::locale::Locale;
use crate::model::Publicity;
use crate::theme::THEMES;
use crate::typography::escape;
use crate::wording;

/// The bar; the errors open above it.
pub(super) fn bar(panel: &Panel<'_>, overlay: Option<&str>) -> String {
    let locale = panel.locale;
    let name = say(locale, wording!("Aperçu de grappe", "Preview by grappe"));
    let stopped = say(locale, wording!("aperçu arrêté", "preview stopped"));
    let page = panel.page.map(|page| source(panel, page) + &facts(locale, page)).unwrap_or_default();
    format!(
        "<div class=\"bar\" role=\"region\" aria-label=\"{name}\">{}{}\
         <span class=\"stopped\">{stopped}</span>{page}</div>",
        errors(panel, overlay),
        others(panel),
    )
}

/// The errors, which open by themselves. Once closed they stay so on every page, until they are others:
/// the hash tells, whatever line they stand on by now.
fn errors(panel: &Panel<'_>, overlay: Option<&str>) -> String {
    let summary = summary(panel);
    let Some(overlay) = overlay else {
        return format!("<a class=\"fine\" href=\"{ROOT}\">{summary}</a>");
    };
    let errors = panel.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    let errors: Vec<&str> = errors
        .flat_map(|it| [it.code, it.place.file.as_str(), it.message.french.as_str()])
        .chain(panel.notice)
        .collect();
    let of = hash(&errors.join("\n"));
    format!("<details class=\"errors\" data-of=\"{of}\" open><summary>{summary}</summary>{overlay}</details>")
}

/// The first half of the hash of a text.
pub(super) fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().chars().take(16).collect()
}

/// What is wrong and refuses nothing.
fn others(panel: &Panel<'_>) -> String {
    let warnings = count(panel.diagnostics, Severity::Warning);
    let class = if warnings == 0 { "fine" } else { "warnings" };
    let words = faults(warnings, Severity::Warning, panel.locale);
    format!("<a class=\"{class}\" href=\"{ROOT}\">{words}</a>")
}

/// Whether the page shows, and its file.
fn source(panel: &Panel<'_>, page: &PageFacts) -> String {
    let locale = panel.locale;
    let class = if page.publicity == Publicity::Public { "state" } else { "state hidden" };
    let mut html = format!("<span class=\"{class}\">{}</span>", publicity(page.publicity, locale));
    // A template is not what a writer edits.
    if let Some(file) = page.files.iter().find(|file| !file.as_str().starts_with(THEMES)) {
        let edit = say(locale, wording!("Modifier", "Edit"));
        let (address, name, path) = (panel.editor.top(file), escape(file.name()), escape(file.as_str()));
        html += &format!(
            "<a class=\"place\" href=\"{}\" title=\"{path}\"><span class=\"edit\">{edit}</span> <bdi>{name}</bdi></a>",
            escape(&address)
        );
    }
    html
}

fn publicity(publicity: Publicity, locale: Locale) -> String {
    let words = |day| day_words(day, &language(locale));
    match publicity {
        Publicity::Public => say(locale, wording!("publié", "published")),
        Publicity::Draft => say(locale, wording!("brouillon", "draft")),
        Publicity::Scheduled(day) => {
            let day = words(day);
            say(locale, wording!("programmé pour le {day}", "scheduled for {day}"))
        }
        Publicity::Expired(day) => {
            let day = words(day);
            say(locale, wording!("retiré après le {day}", "withdrawn after {day}"))
        }
    }
}

/// The figures of the page, and how else it can be looked at.
fn facts(locale: Locale, page: &PageFacts) -> String {
    let this = say(locale, wording!("Cette page", "This page"));
    format!(
        "<details class=\"facts\"><summary>{this}</summary><div>{}{}{}</div></details>",
        weight(locale, page),
        languages(locale, page),
        looks(locale, page)
    )
}

fn weight(locale: Locale, page: &PageFacts) -> String {
    let footprint = &page.footprint;
    let size = bytes(footprint.bytes(), locale);
    let elements = counted(footprint.elements, locale, ["élément", "éléments"], ["element", "elements"]);
    let requests = counted(footprint.requests(), locale, ["requête", "requêtes"], ["request", "requests"]);
    let eco_index = footprint.eco_index();
    let (score, grade) = (eco_index.score, eco_index.grade);
    let why = say(
        locale,
        wording!(
            "La page et ce qu'elle demande ({requests}), sans compression : en ligne, c'est moins.",
            "The page and what it asks for ({requests}), not compressed: it is less online."
        ),
    );
    format!(
        "<span title=\"{why}\">{size}, {elements}</span>\
         <span>EcoIndex\u{A0}<strong>{grade}</strong> ({score})</span>"
    )
}

fn languages(locale: Locale, page: &PageFacts) -> String {
    if page.languages.is_empty() {
        return String::new();
    }
    let label = say(locale, wording!("Autres langues", "Other languages"));
    let link = |(language, address): &(crate::language::Language, crate::plan::Address)| {
        let (tag, address) = (escape(language.tag()), escape(address.as_str()));
        format!("<a href=\"{address}\" hreflang=\"{tag}\">{tag}</a>")
    };
    let links: Vec<String> = page.languages.iter().map(link).collect();
    format!("<span role=\"group\" aria-label=\"{label}\">{}</span>", links.join(" "))
}

fn looks(locale: Locale, page: &PageFacts) -> String {
    let printed = say(locale, wording!("Imprimé", "Printed"));
    let address = super::frame::query(page.address.as_str());
    format!(
        "<a href=\"{ROOT}320?page={address}\">320\u{A0}px</a><a href=\"{ROOT}print?page={address}\">{printed}</a>"
    )
}
