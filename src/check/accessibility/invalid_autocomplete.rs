//! Critère RGAA 11.13. Un champ a un attribut `autocomplete` que les navigateurs ne comprennent pas.
//!
//! ## Pourquoi
//!
//! Le navigateur ne proposerait pas d'y écrire ce qu'il sait. Pour qui peine à taper ou à se rappeler, c'est
//! tout retaper.
//!
//! ## Exemple
//!
//! ```html
//! <input type="email" autocomplete="courriel">
//! ```
//!
//! ## Mieux
//!
//! ```html
//! <input type="email" autocomplete="email">
//! ```
//! ---
//! RGAA criterion 11.13. A field has an attribute `autocomplete` that browsers do not understand.
//!
//! ## Why it matters
//!
//! The browser would not offer to write what it knows. For those who type or remember with pains, that is to
//! type it all again.
//!
//! ## Example
//!
//! ```html
//! <input type="email" autocomplete="mail">
//! ```
//!
//! ## Use instead
//!
//! ```html
//! <input type="email" autocomplete="email">
//! ```

use crate::diagnostic::Severity;
use crate::locale::{Wording, both};
use crate::rendered::RenderedPage;
use crate::rule::{Pack, PageReport, Rule, Run};
use crate::suggestion::nearest;
use crate::wording;

pub(in crate::check) static RULE: Rule = Rule {
    code: "invalid-autocomplete",
    severity: Severity::Error,
    pack: Pack::Core,
    title: both("`autocomplete` inconnu", "unknown `autocomplete`"),
    source: include_str!("invalid_autocomplete.rs"),
    run: Run::Page { criteria: &["11.13"], run },
};

fn run(page: &RenderedPage<'_>, report: &mut PageReport<'_>) {
    for field in
        page.tree.select(&["form", "input", "select", "textarea"], &[]).filter(|element| element.is_html())
    {
        let Some(value) = field.get("autocomplete") else { continue };
        let is_known = if field.is("form") { is_switch(value) } else { is_known(value) };
        if is_known {
            continue;
        }
        let message = wording!(
            "les navigateurs ne comprennent pas `autocomplete=\"{value}\"`",
            "browsers do not understand `autocomplete=\"{value}\"`",
        );
        report.push(report.at(&page.record.address, field, message).hint(hint(value)));
    }
}

fn hint(value: &str) -> Wording {
    let last = value.split_ascii_whitespace().last().unwrap_or("");
    match nearest(last, ANY.into_iter().chain(REACHED)) {
        Some(near) => wording!("vouliez-vous dire `{near}` ?", "did you mean `{near}`?"),
        None => wording!(
            "écrivez un mot de la liste du standard HTML, comme `name`, `email` ou `tel`, ou `off`",
            "write a word of the list of the HTML standard, such as `name`, `email` or `tel`, or `off`",
        ),
    }
}

fn is_switch(value: &str) -> bool {
    ["", "on", "off"].iter().any(|known| value.trim().eq_ignore_ascii_case(known))
}

/// `section-…`, then for what it is, then how one is reached by it, then what it is.
fn is_known(value: &str) -> bool {
    if is_switch(value) {
        return true;
    }
    let value = value.to_ascii_lowercase();
    let mut words = value.split_ascii_whitespace().peekable();
    words.next_if(|word| word.starts_with("section-") && word.len() > "section-".len());
    words.next_if(|word| matches!(*word, "billing" | "shipping"));
    let is_way =
        words.next_if(|word| matches!(*word, "fax" | "home" | "mobile" | "pager" | "work")).is_some();
    let is_field = words.next().is_some_and(|word| REACHED.contains(&word) || !is_way && ANY.contains(&word));
    words.next_if_eq(&"webauthn");
    is_field && words.next().is_none()
}

/// What one is reached by.
const REACHED: [&str; 10] = [
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
];

/// What a field may hold beside.
const ANY: [&str; 45] = [
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
    "webauthn",
];

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn what_the_standard_has_is_known() {
        for value in
            ["", "off", "ON", "email", "section-a shipping street-address", "work tel", "username webauthn"]
        {
            assert!(is_known(value), "{value}");
        }
        for value in ["mail", "work name", "tel work", "email off", "section-", "billing shipping name"] {
            assert!(!is_known(value), "{value}");
        }
    }
}
