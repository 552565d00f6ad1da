//! What the edits since the last build change: the addresses that come, change and go.

use super::ROOT;
use super::shell;
use super::words::{counted, say};
use crate::locale::Locale;
use crate::plan::Address;
use crate::typography::escape;
use crate::wording;

/// More than a person reads of one kind.
const MOST: usize = 200;

/// What differs from the last build.
#[derive(Clone, Debug, Default)]
pub struct Impact {
    /// Addresses that the last build did not have.
    pub added: Vec<Address>,
    /// Addresses whose bytes differ.
    pub changed: Vec<Address>,
    /// Addresses that only the last build has.
    pub removed: Vec<Address>,
}

/// The page of `/_grappe/impact`; no impact where there was no build to compare with.
#[must_use]
pub fn impact(locale: Locale, impact: Option<&Impact>) -> String {
    let title = say(locale, wording!("Effet de vos modifications", "Effect of your edits"));
    let back = say(locale, wording!("Retour à la liste", "Back to the list"));
    let body = match impact {
        None => paragraph(&say(
            locale,
            wording!(
                "Aucune version construite à laquelle comparer : lancez `grappe build` une fois.",
                "No build to compare with: run `grappe build` once."
            ),
        )),
        Some(impact) if impact.is_nothing() => paragraph(&say(
            locale,
            wording!(
                "Rien ne diffère de la dernière version construite.",
                "Nothing differs from the last build."
            ),
        )),
        Some(impact) => impact.sections(locale),
    };
    let compared = match impact {
        Some(impact) if !impact.is_nothing() => paragraph(&say(
            locale,
            wording!("Par rapport à la dernière version construite.", "Compared with the last build."),
        )),
        _ => String::new(),
    };
    let body = format!(
        "<header><h1>{title}</h1><p><a href=\"{ROOT}\">{back}</a></p></header><main>{compared}{body}</main>"
    );
    shell::page(locale, &title, "impact", &body, "")
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>", super::words::message(text))
}

impl Impact {
    fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }

    fn sections(&self, locale: Locale) -> String {
        let added = (["page ajoutée", "pages ajoutées"], ["page added", "pages added"]);
        let changed = (["page modifiée", "pages modifiées"], ["page changed", "pages changed"]);
        let removed = (["page retirée", "pages retirées"], ["page removed", "pages removed"]);
        section(locale, added, &self.added, true)
            + &section(locale, changed, &self.changed, true)
            + &section(locale, removed, &self.removed, false)
    }
}

type Nouns = ([&'static str; 2], [&'static str; 2]);

fn section(locale: Locale, nouns: Nouns, addresses: &[Address], is_there: bool) -> String {
    if addresses.is_empty() {
        return String::new();
    }
    let (french, english) = nouns;
    let title = counted(addresses.len(), locale, french, english);
    let item = |address: &Address| {
        let text = escape(address.as_str());
        if is_there { format!("<li><a href=\"{text}\">{text}</a></li>") } else { format!("<li>{text}</li>") }
    };
    let items: String = addresses.iter().take(MOST).map(item).collect();
    let left = addresses.len().saturating_sub(MOST);
    let more = match left {
        0 => String::new(),
        left => {
            let others = counted(left, locale, ["autre", "autres"], ["more", "more"]);
            paragraph(&say(locale, wording!("Et {others}.", "And {others}.")))
        }
    };
    format!("<section><h2>{title}</h2><ul class=\"addresses\">{items}</ul>{more}</section>")
}
